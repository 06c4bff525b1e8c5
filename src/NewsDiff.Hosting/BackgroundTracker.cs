using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting;

/// <summary>Checks what is due, again and again, and hands the changes to the handlers. Nothing but the host stops it.</summary>
internal sealed class BackgroundTracker(
    ArticleTracker tracker,
    IServiceScopeFactory scopes,
    TrackerPulse pulse,
    IOptions<NewsDiffHostOptions> options,
    TimeProvider clock,
    ILogger<BackgroundTracker> logger) : BackgroundService
{
    private bool _isFollowing;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (tracker.Store is InMemoryVersionStore)
        {
            logger.KeptInMemory();
        }

        using var timer = new PeriodicTimer(options.Value.Interval, clock);
        do
        {
            await TryPassAsync(stoppingToken).ConfigureAwait(false);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    private async Task TryPassAsync(CancellationToken stoppingToken)
    {
        try
        {
            await FollowFeedsAsync(stoppingToken).ConfigureAwait(false);
            await PassAsync(stoppingToken).ConfigureAwait(false);
            pulse.Beat();
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Whatever it was (a store that is down, a handler that cannot be made), the next pass may fare better.
            pulse.Miss(exception);
            logger.PassFailed(exception);
        }
    }

    /// <summary>Follows the configured feeds, once; what a store knows of them already is left as it is.</summary>
    private async Task FollowFeedsAsync(CancellationToken stoppingToken)
    {
        if (_isFollowing)
        {
            return;
        }

        HashSet<Uri> known = await tracker.Subscriptions.ReadSubscriptionsAsync(stoppingToken)
            .Select(subscription => subscription.Url).ToHashSetAsync(cancellationToken: stoppingToken).ConfigureAwait(false);
        foreach (Uri url in options.Value.Feeds.Where(known.Add))
        {
            var subscription = new Subscription { Url = url, AddedAt = clock.GetUtcNow() };
            await tracker.Subscriptions.AddSubscriptionAsync(subscription, stoppingToken).ConfigureAwait(false);
        }

        _isFollowing = true;
    }

    private async Task PassAsync(CancellationToken stoppingToken)
    {
        AsyncServiceScope scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            IArticleChangeHandler[] handlers = [.. scope.ServiceProvider.GetServices<IArticleChangeHandler>()];
            await foreach (CheckOutcome outcome in tracker.CheckDueAsync(stoppingToken).ConfigureAwait(false))
            {
                pulse.Beat();
                logger.Checked(outcome.Url, outcome.Kind, outcome.Reason);
                if (outcome.Change is { } change)
                {
                    await HandleAsync(change, handlers, stoppingToken).ConfigureAwait(false);
                }
            }
        }
    }

    private async Task HandleAsync(ArticleChange change, IArticleChangeHandler[] handlers, CancellationToken stoppingToken)
    {
        foreach (IArticleChangeHandler handler in handlers)
        {
            try
            {
                await handler.HandleAsync(change, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                logger.HandlerFailed(handler.GetType(), change.After.Number, change.ArticleId, exception);
            }
        }
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting;

/// <summary>Checks what is due again and again, and hands the changes to the handlers.</summary>
/// <remarks>It runs until the host stops it.</remarks>
internal sealed class BackgroundTracker(TrackerServices services) : BackgroundService
{
    private readonly ArticleTracker _tracker = services.Get<ArticleTracker>();
    private readonly TrackerPulse _pulse = services.Get<TrackerPulse>();
    private readonly NewsDiffHostOptions _options = services.Options;
    private readonly TimeProvider _clock = services.Shared.GetRequiredService<TimeProvider>();
    private readonly ILogger _logger =
        services.Shared.GetService<ILogger<BackgroundTracker>>() ?? NullLogger<BackgroundTracker>.Instance;

    private bool _isFollowing;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (_tracker.Store is InMemoryVersionStore)
        {
            _logger.KeptInMemory();
        }

        using var timer = new PeriodicTimer(_options.Interval, _clock);
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
            _pulse.Beat();
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            // Whatever it was (a store that is down, a handler that cannot be made), the next pass may fare better.
            _pulse.Miss(exception);
            _logger.PassFailed(exception);
        }
    }

    /// <summary>Follows the configured feeds once; feeds that the store already knows stay unchanged.</summary>
    private async Task FollowFeedsAsync(CancellationToken stoppingToken)
    {
        if (_isFollowing)
        {
            return;
        }

        HashSet<Uri> known = await _tracker.Subscriptions.ReadSubscriptionsAsync(stoppingToken)
            .Select(subscription => subscription.Url)
            .ToHashSetAsync(cancellationToken: stoppingToken)
            .ConfigureAwait(false);
        bool isFollowing = true;
        foreach (Uri url in _options.Feeds.Where(known.Add))
        {
            isFollowing &= await TryFollowAsync(url, stoppingToken).ConfigureAwait(false);
        }

        _isFollowing = isFollowing;
    }

    /// <summary>Follows one feed.</summary>
    /// <remarks>An exception does not affect the other feeds; the next pass tries again.</remarks>
    private async Task<bool> TryFollowAsync(Uri url, CancellationToken stoppingToken)
    {
        try
        {
            var subscription = new Subscription { Url = url, AddedAt = _clock.GetUtcNow() };
            await _tracker.Subscriptions.AddSubscriptionAsync(subscription, stoppingToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
        {
            _logger.FeedNotFollowed(url, exception);
            return false;
        }
    }

    private async Task PassAsync(CancellationToken stoppingToken)
    {
        AsyncServiceScope scope = services.Shared.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var handlers = new ChangeHandlers(
                new TrackerServices(scope.ServiceProvider, services.Name), _options.HandlerTimeout, _clock, _logger);
            Task handling = handlers.RunAsync(stoppingToken);
            try
            {
                await foreach (CheckOutcome outcome in _tracker.CheckDueAsync(stoppingToken).ConfigureAwait(false))
                {
                    _pulse.Note(outcome);
                    _logger.Checked(outcome.Url, outcome.Kind, outcome.Reason);
                    if (outcome.Change is { } change)
                    {
                        handlers.Add(change);
                    }
                }
            }
            finally
            {
                // Changes are handed over even when the pass ended early.
                handlers.Complete();
                await handling.ConfigureAwait(false);
            }
        }
    }
}

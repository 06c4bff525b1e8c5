using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsDiff.Hosting;
using Orleans.Placement;

namespace NewsDiff.Orleans;

/// <summary>Looks for due sites for the whole cluster, and wakes their grains.</summary>
/// <remarks>
/// A timer looks once an interval. If its silo is lost, or loses the store, the planner restarts on another one: on the
/// silo that calls it first, which each with a store does once an interval, or when the reminder fires.
/// </remarks>
[PreferLocalPlacement]
internal sealed class PlannerGrain(
    ArticleTracker tracker, StoreWatch store, IOptions<NewsDiffHostOptions> options, ILogger<PlannerGrain> logger)
    : Grain, IPlannerGrain, IRemindable, IDisposable
{
    private static readonly TimeSpan Alarm = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _leave = new();
    private IGrainTimer? _setting;

    /// <inheritdoc/>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (!store.Answers)
        {
            // A reminder of this silo would keep the planner here.
            throw new InvalidOperationException("The store does not answer this silo, so it cannot have the planner.");
        }

        Repeat(LookAsync, options.Value.Interval);

        // Another silo sets the reminder, and may have lost the database.
        _setting = Repeat(SetReminderAsync, Alarm);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async ValueTask StartAsync()
    {
        if (!store.Answers)
        {
            // It ends when its timers have, and a look at a dead connection takes minutes.
            await _leave.CancelAsync().ConfigureAwait(true);
            DeactivateOnIdle();
        }
    }

    /// <summary>Does nothing: the reminder has activated the grain, and its timer does the work.</summary>
    /// <param name="reminderName">The reminder.</param>
    /// <param name="status">When it fired.</param>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        _leave.Dispose();
        _setting?.Dispose();
    }

    private IGrainTimer Repeat(Func<CancellationToken, Task> work, TimeSpan period) => this.RegisterGrainTimer(
        stop => RunAsync(work, stop),
        new GrainTimerCreationOptions(TimeSpan.Zero, period) { Interleave = true, KeepAlive = true });

    private async Task RunAsync(Func<CancellationToken, Task> work, CancellationToken stop)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, _leave.Token);
        try
        {
            await work(either.Token).WaitAsync(either.Token).ConfigureAwait(true);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The grain ends. It does not wait for a dead connection, which may not hear that its call is cancelled.
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is logged, and tried again.")]
    private async Task SetReminderAsync(CancellationToken cancellationToken)
    {
        try
        {
            await this.RegisterOrUpdateReminder("look", Alarm, Alarm, cancellationToken).ConfigureAwait(true);
            _setting?.Dispose();
        }
        catch (Exception exception)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                logger.ReminderFailed(exception);
            }
        }
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is logged; the next look may fare better.")]
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            ImmutableArray<string> sites = await tracker.FindDueSitesAsync(cancellationToken).ConfigureAwait(true);
            foreach (string site in sites)
            {
                await GrainFactory.GetGrain<ISiteGrain>(SiteGrain.KeyOf(site)).WakeAsync().ConfigureAwait(true);
            }
        }
        catch (Exception exception)
        {
            if (!cancellationToken.IsCancellationRequested)
            {
                logger.LookFailed(exception);
            }
        }
    }
}

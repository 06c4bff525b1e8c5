using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsDiff.Hosting;

namespace NewsDiff.Orleans;

/// <summary>Looks for due sites for the whole cluster, and wakes their grains.</summary>
/// <remarks>
/// A timer looks once an interval. If its silo is lost, the planner restarts on another one: when a silo calls it,
/// which each does once an interval, or when the reminder fires.
/// </remarks>
internal sealed class PlannerGrain(
    ArticleTracker tracker, IOptions<NewsDiffHostOptions> options, ILogger<PlannerGrain> logger)
    : Grain, IPlannerGrain, IRemindable
{
    private static readonly TimeSpan Alarm = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        this.RegisterGrainTimer(
            LookAsync,
            new GrainTimerCreationOptions(TimeSpan.Zero, options.Value.Interval)
            {
                Interleave = true,
                KeepAlive = true,
            });
        await this.RegisterOrUpdateReminder("look", Alarm, Alarm, cancellationToken).ConfigureAwait(true);
    }

    /// <inheritdoc/>
    public ValueTask StartAsync() => ValueTask.CompletedTask;

    /// <summary>Does nothing: the reminder has activated the grain, and its timer does the work.</summary>
    /// <param name="reminderName">The reminder.</param>
    /// <param name="status">When it fired.</param>
    public Task ReceiveReminder(string reminderName, TickStatus status) => Task.CompletedTask;

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

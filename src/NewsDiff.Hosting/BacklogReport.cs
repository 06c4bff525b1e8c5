using System.Diagnostics.CodeAnalysis;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using NewsDiff.Diagnostics;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting;

/// <summary>Measures how much is due while a listener is attached.</summary>
/// <remarks>
/// All processes that share a store report the same values, so a dashboard takes the maximum, not the sum.
/// </remarks>
internal sealed class BacklogReport(
    ArticleTracker tracker, string? name, TimeSpan interval, TimeProvider clock, ILogger logger)
{
    private static readonly TimeSpan MinInterval = TimeSpan.FromSeconds(15);

    private static readonly Meter Meter = new(NewsDiffDiagnostics.MeterName);

    private static readonly Gauge<long> Visits = Meter.CreateGauge<long>(
        "newsdiff.due.visits", "{visit}", "Visits that are due, at most 100,000 of a kind.");

    private static readonly Gauge<double> Lag = Meter.CreateGauge<double>(
        "newsdiff.due.lag", "s", "How long the most overdue visit has been due.");

    private static readonly Gauge<long> HeldSites = Meter.CreateGauge<long>(
        "newsdiff.sites.held", "{site}", "Sites that are on hold now.");

    private static readonly Gauge<long> SpentSites = Meter.CreateGauge<long>(
        "newsdiff.sites.over_budget", "{site}", "Sites that wait until the next day; their requests are used up.");

    /// <summary>Measures again and again, until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        if (tracker.Visits is not IDueStore store)
        {
            return;
        }

        using var timer = new PeriodicTimer(interval > MinInterval ? interval : MinInterval, clock);
        do
        {
            if (Visits.Enabled || Lag.Enabled || HeldSites.Enabled || SpentSites.Enabled)
            {
                await TryMeasureAsync(store, stoppingToken).ConfigureAwait(false);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is logged; the next measurement may fare better.")]
    private async Task TryMeasureAsync(IDueStore store, CancellationToken stoppingToken)
    {
        try
        {
            DueBacklog backlog = await store.CountDueAsync(clock.GetUtcNow(), stoppingToken).ConfigureAwait(false);
            KeyValuePair<string, object?>[] tags = name is null ? [] : [new("newsdiff.tracker", name)];
            Visits.Record(backlog.Feeds, [.. tags, new("newsdiff.target", "feed")]);
            Visits.Record(backlog.Articles, [.. tags, new("newsdiff.target", "article")]);
            Lag.Record(backlog.Lag.TotalSeconds, tags);
            HeldSites.Record(backlog.HeldSites, tags);
            SpentSites.Record(backlog.SpentSites, tags);
        }
        catch (Exception exception)
        {
            if (!stoppingToken.IsCancellationRequested)
            {
                logger.BacklogNotMeasured(exception);
            }
        }
    }
}

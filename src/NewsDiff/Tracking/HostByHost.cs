using System.Collections.Concurrent;

namespace NewsDiff.Tracking;

/// <summary>Makes the visits of one pass: several hosts side by side, the visits to one host one after the other.</summary>
/// <remarks>A host that asks one visit to come back later is spared the others too, for the rest of the pass.</remarks>
internal sealed class HostByHost(TrackingContext context, Func<CheckOutcome, ValueTask> report)
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> _putOff = [];

    /// <summary>Makes visits, in their order per host, and reports each outcome as soon as it is known.</summary>
    /// <param name="visits">The visits.</param>
    /// <param name="check">Makes one of them.</param>
    /// <param name="beginBefore">When no more is begun; what is left then stays as it is.</param>
    /// <param name="cancellationToken">Stops the requests; what was fetched is still written and reported.</param>
    public Task VisitAsync(
        IEnumerable<Visit> visits,
        Func<Visit, CancellationToken, Task<CheckOutcome>> check,
        DateTimeOffset beginBefore,
        CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = context.Options.MaxConcurrency,
            CancellationToken = cancellationToken,
        };
        return Parallel.ForEachAsync(visits.GroupBy(visit => visit.Url.Authority), parallel, async (host, stop) =>
        {
            foreach (Visit visit in host.TakeWhile(_ => context.Now() < beginBefore))
            {
                stop.ThrowIfCancellationRequested();
                if (_putOff.TryGetValue(host.Key, out DateTimeOffset later))
                {
                    await context.Visits.SaveVisitAsync(visit with { DueAt = visit.DueAt > later ? visit.DueAt : later }, CancellationToken.None).ConfigureAwait(false);
                    continue;
                }

                CheckOutcome outcome = await check(visit, stop).ConfigureAwait(false);
                if (outcome.Status == FetchStatus.Throttled)
                {
                    _putOff[host.Key] = outcome.NextCheckAt ?? outcome.CheckedAt + VisitSchedule.ConfirmAfter;
                }

                await report(outcome).ConfigureAwait(false);
            }
        });
    }
}

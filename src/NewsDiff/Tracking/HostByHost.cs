namespace NewsDiff.Tracking;

/// <summary>Makes visits: several hosts side by side, the visits to one host one after the other.</summary>
internal sealed class HostByHost(TrackingContext context, Func<CheckOutcome, ValueTask> report)
{
    /// <summary>Makes visits in their order per host, and reports each outcome as soon as it is known.</summary>
    /// <param name="visits">The visits.</param>
    /// <param name="check">Makes one of them.</param>
    /// <param name="cancellationToken">Stops the requests; what was fetched is still written and reported.</param>
    public Task VisitAsync(
        IEnumerable<Visit> visits, Func<Visit, CancellationToken, Task<CheckOutcome>> check, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = context.Options.MaxConcurrency,
            CancellationToken = cancellationToken,
        };
        IEnumerable<Queue<Visit>> hosts = visits.GroupBy(visit => visit.Url.Authority, (_, host) => new Queue<Visit>(host));
        return Parallel.ForEachAsync(hosts, parallel, async (host, stop) =>
        {
            while (host.TryDequeue(out Visit? visit))
            {
                stop.ThrowIfCancellationRequested();
                CheckOutcome outcome = await check(visit, stop).ConfigureAwait(false);
                await report(outcome).ConfigureAwait(false);
                await HeedAsync(outcome, host).ConfigureAwait(false);
            }
        });
    }

    /// <summary>A host that asks one visit to come back later is spared the others too.</summary>
    private async Task HeedAsync(CheckOutcome outcome, Queue<Visit> rest)
    {
        if (outcome is not { Status: FetchStatus.Throttled, NextCheckAt: { } later })
        {
            return;
        }

        while (rest.TryDequeue(out Visit? visit))
        {
            await context.Visits.SaveVisitAsync(visit with { DueAt = later }, CancellationToken.None).ConfigureAwait(false);
        }
    }
}

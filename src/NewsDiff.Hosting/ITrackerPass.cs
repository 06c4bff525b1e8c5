namespace NewsDiff.Hosting;

/// <summary>Runs the passes of a host's tracker; register your own to make visits elsewhere.</summary>
/// <remarks>
/// Without one, a pass is <see cref="ArticleTracker.CheckDueAsync(CancellationToken)"/>. The host calls it once an
/// <c>Interval</c>, logs its outcomes, and delivers what happened. <c>NewsDiff.Orleans</c> registers one that visits
/// each site in a grain. A tracker with a name takes the one with its name as the key.
/// </remarks>
public interface ITrackerPass
{
    /// <summary>Runs one pass.</summary>
    /// <param name="cancellationToken">Stops the pass.</param>
    /// <returns>The outcomes, as soon as they are known.</returns>
    IAsyncEnumerable<CheckOutcome> RunAsync(CancellationToken cancellationToken);
}

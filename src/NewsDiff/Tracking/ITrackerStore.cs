using NewsDiff.Events;

namespace NewsDiff.Tracking;

/// <summary>A store that keeps the findings of a visit in one transaction.</summary>
/// <remarks>With any other store, a process that ends in between may lose the event of a stored version.</remarks>
public interface ITrackerStore : IVersionStore, IVisitStore, IEventLog
{
    /// <summary>Writes the version, the event and the next visit of a check, or nothing.</summary>
    /// <param name="commit">The findings.</param>
    /// <param name="cancellationToken">Stops the write; nothing is written then.</param>
    /// <returns>The result, and the current version.</returns>
    ValueTask<CommitResult> CommitAsync(VisitCommit commit, CancellationToken cancellationToken = default);
}

using System.Collections.Immutable;

namespace NewsDiff.Tracking;

/// <summary>Keeps the planned visits, and the servers' last answers.</summary>
/// <remarks>
/// Implementations are safe for concurrent use, even by several processes: only one holds the lease of a visit. An
/// unreadable visit does not affect the others: it is returned with a <see cref="Visit.Fault"/>.
/// </remarks>
public interface IVisitStore
{
    /// <summary>Finds the state of one visit.</summary>
    /// <param name="kind">The kind of the target.</param>
    /// <param name="target">The article's id or the feed's address.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The visit, or null when there is none.</returns>
    ValueTask<Visit?> FindVisitAsync(VisitKind kind, string target, CancellationToken cancellationToken = default);

    /// <summary>Saves the state of one visit and ends its claim.</summary>
    /// <param name="visit">The visit, with its current claim.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>False when another caller claimed it meanwhile; nothing is saved then.</returns>
    ValueTask<bool> SaveVisitAsync(Visit visit, CancellationToken cancellationToken = default);

    /// <summary>Claims due visits, the most overdue first, each for one caller.</summary>
    /// <param name="claim">The conditions, and the length of the lease.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The visits, each with its new claim; empty when none is due.</returns>
    ValueTask<ImmutableArray<Visit>> ClaimDueAsync(VisitClaim claim, CancellationToken cancellationToken = default);

    /// <summary>Reads the state of all visits as a stream.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The visits, by kind and target.</returns>
    IAsyncEnumerable<Visit> ReadVisitsAsync(CancellationToken cancellationToken = default);

    /// <summary>Reads the state of all visits of one kind.</summary>
    /// <param name="kind">The kind of the targets.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The visits, by target.</returns>
    IAsyncEnumerable<Visit> ReadVisitsAsync(VisitKind kind, CancellationToken cancellationToken = default) =>
        ReadVisitsAsync(cancellationToken).Where(visit => visit.Kind == kind);

    /// <summary>Finds the visits of one kind that failed the last time.</summary>
    /// <remarks>Without those that are paused or no longer made, and those of articles that vanished.</remarks>
    /// <param name="kind">The kind of the targets.</param>
    /// <param name="limit">The maximum number of visits.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The visits, those that failed most often in a row first, then by target.</returns>
    async ValueTask<ImmutableArray<Visit>> FindFailingAsync(
        VisitKind kind, int limit, CancellationToken cancellationToken = default) =>
    [
        .. await ReadVisitsAsync(kind, cancellationToken).Where(visit => visit.IsFailing)
            .OrderByDescending(visit => visit.Failures).ThenBy(visit => visit.Target, StringComparer.Ordinal)
            .Take(limit).ToListAsync(cancellationToken).ConfigureAwait(false),
    ];
}

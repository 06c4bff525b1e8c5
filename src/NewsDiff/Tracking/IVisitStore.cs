using System.Collections.Immutable;

namespace NewsDiff.Tracking;

/// <summary>Keeps what is due when, and what servers said last.</summary>
/// <remarks>
/// Implementations are safe for concurrent use, even by several processes: only one holds the lease of a visit. A
/// stored visit that cannot be read does not affect the others: it is returned with a <see cref="Visit.Fault"/>.
/// </remarks>
public interface IVisitStore
{
    /// <summary>Finds the state of one visit.</summary>
    /// <param name="kind">What is visited.</param>
    /// <param name="target">The article's id or the feed's address.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The visit, or null when there is none.</returns>
    ValueTask<Visit?> FindVisitAsync(VisitKind kind, string target, CancellationToken cancellationToken = default);

    /// <summary>Saves the state of one visit and ends its claim.</summary>
    /// <param name="visit">The visit, with the claim it was handed out under.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>False when it was claimed by another since; nothing is saved then.</returns>
    ValueTask<bool> SaveVisitAsync(Visit visit, CancellationToken cancellationToken = default);

    /// <summary>Hands out visits that are due, the most overdue first, each to one caller.</summary>
    /// <param name="claim">How many, and for how long.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>The visits, each with its new claim; empty when none is due.</returns>
    ValueTask<ImmutableArray<Visit>> ClaimDueAsync(VisitClaim claim, CancellationToken cancellationToken = default);

    /// <summary>Reads the state of all visits as a stream.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The visits, by kind and target.</returns>
    IAsyncEnumerable<Visit> ReadVisitsAsync(CancellationToken cancellationToken = default);
}

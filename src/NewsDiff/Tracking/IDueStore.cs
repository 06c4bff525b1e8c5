using System.Collections.Immutable;

namespace NewsDiff.Tracking;

/// <summary>A visit store that knows what is due at which site.</summary>
/// <remarks>Hosts that visit sites one by one ask it for the next site; metrics ask it for the backlog.</remarks>
public interface IDueStore : IVisitStore
{
    /// <summary>Finds the sites with due visits that are not claimed, the most overdue first.</summary>
    /// <remarks>A named site may have nothing due any more, but no site with due visits is left out.</remarks>
    /// <param name="now">The time, as in <see cref="VisitClaim.Now"/>.</param>
    /// <param name="horizon">The latest plausible due time, as in <see cref="VisitClaim.Horizon"/>.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The sites, each as in <see cref="Uri.Authority"/>.</returns>
    ValueTask<ImmutableArray<string>> FindDueSitesAsync(
        DateTimeOffset now, DateTimeOffset? horizon = null, CancellationToken cancellationToken = default);

    /// <summary>Counts what is due.</summary>
    /// <param name="now">The time, as in <see cref="VisitClaim.Now"/>.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The counts.</returns>
    ValueTask<DueBacklog> CountDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default);
}

using System.Collections.Immutable;

namespace NewsDiff.Tracking;

/// <summary>A request for due visits.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record VisitClaim
{
    /// <summary>Visits due at this instant or earlier.</summary>
    /// <remarks>
    /// A store that processes share uses its own clock instead, for leases too, unless the two are a day or more apart:
    /// then this is the clock of a simulation.
    /// </remarks>
    public required DateTimeOffset Now { get; init; }

    /// <summary>How long the claim lasts; visits not saved by then can be claimed again.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative, or more than a year.</exception>
    public required TimeSpan Lease
    {
        get;
        init
        {
            field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
        }
    }

    /// <summary>The maximum number of visits to claim.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public required int Limit
    {
        get;
        init
        {
            field = OptionRange.Check(value, 0);
        }
    }

    /// <summary>Only visits of this kind; null for both. The default is null.</summary>
    public VisitKind? Kind { get; init; }

    /// <summary>Only this target of <see cref="Kind"/>; null for all that is due.</summary>
    /// <remarks>
    /// It is claimed whether it is due or not. Its former holder can no longer save it. The default is null.
    /// </remarks>
    public string? Target { get; init; }

    /// <summary>
    /// The claim number whose lease on <see cref="Target"/> to renew; null for a new claim.
    /// </summary>
    /// <remarks>Nothing is returned when the lease is no longer held. The default is null.</remarks>
    public long? Renews { get; init; }

    /// <summary>The name of the claiming worker: one worker at a time visits a site.</summary>
    /// <remarks>
    /// Left out are sites with visits that another worker holds, and sites whose requests of the day are used up. The
    /// chosen sites share the visits evenly; of a site's, those come first that would miss a whole further interval
    /// soonest, so that what changes often is visited first. The default is null: visits are claimed singly.
    /// </remarks>
    public string? Worker { get; init; }

    /// <summary>Only visits to this site, as in <see cref="Uri.Authority"/>; null for all.</summary>
    /// <remarks>The default is null.</remarks>
    public string? Site { get; init; }

    /// <summary>The maximum number of sites to visit; null for any number. The default is null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int? MaxSites
    {
        get;
        init
        {
            field = value is { } most ? OptionRange.Check(most, 1) : null;
        }
    }

    /// <summary>Sites to leave out, each as in <see cref="Uri.Authority"/>. The default is empty.</summary>
    public ImmutableArray<string> ExceptSites { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The latest plausible due time or lease end; null for any. The default is null.</summary>
    /// <remarks>A later stored time comes from a wrong clock: the visit is due now, and its lease has ended.</remarks>
    public DateTimeOffset? Horizon { get; init; }
}

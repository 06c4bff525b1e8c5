namespace NewsDiff.Tracking;

/// <summary>How much is due, and for how long.</summary>
public sealed record DueBacklog
{
    /// <summary>The maximum number of visits of a kind to count; further ones are ignored.</summary>
    public const int MaxCount = 100_000;

    /// <summary>How many feeds are due, read just now or not; at most <see cref="MaxCount"/>.</summary>
    public required int Feeds { get; init; }

    /// <summary>How many articles are due, visited just now or not; at most <see cref="MaxCount"/>.</summary>
    public required int Articles { get; init; }

    /// <summary>How long the most overdue visit has been due; zero when none is.</summary>
    public required TimeSpan Lag { get; init; }

    /// <summary>How many sites are on hold now for all processes.</summary>
    public required int HeldSites { get; init; }

    /// <summary>How many sites wait until tomorrow, because the day's requests are used up.</summary>
    public int SpentSites { get; init; }

    /// <summary>How many requests were made today (UTC), by all processes.</summary>
    public long RequestsToday { get; init; }
}

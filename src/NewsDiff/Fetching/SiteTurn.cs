namespace NewsDiff.Fetching;

/// <summary>One process's turn at a site, as an <see cref="ISiteStore"/> gives it.</summary>
public sealed record SiteTurn
{
    /// <summary>The site, as <c>host</c> or <c>host:port</c>.</summary>
    public required string Site { get; init; }

    /// <summary>Who has the turn, or asked for it.</summary>
    public required string Holder { get; init; }

    /// <summary>The fencing token, which grows with each new holder; 0 when not given.</summary>
    public long Number { get; init; }

    /// <summary>The time since the site was last asked; null when that is not known.</summary>
    public TimeSpan? SinceLast { get; init; }

    /// <summary>The rest of the site's hold; null for no hold.</summary>
    public TimeSpan? HeldFor { get; init; }

    /// <summary>The number of consecutive holds.</summary>
    public int Holds { get; init; }

    /// <summary>The most requests to all sites in a day; null for any number.</summary>
    /// <remarks>With a number, the request of this turn counts for all sites too.</remarks>
    public int? MaxDailyOfAll { get; init; }

    /// <summary>The rest of the day, if a spent budget gives no turn; otherwise null.</summary>
    public TimeSpan? SpentFor { get; init; }

    /// <summary>The rest of another holder's lease, if that is why the turn was not given.</summary>
    public TimeSpan BusyFor { get; init; }
}

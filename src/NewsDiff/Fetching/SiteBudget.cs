namespace NewsDiff.Fetching;

/// <summary>How many requests are made in a day: from midnight to midnight, in UTC.</summary>
/// <remarks>Every request counts, also those for robots.txt and after redirects. The default has no limit.</remarks>
public readonly record struct SiteBudget
{
    /// <summary>The most requests to one site in a day; null for any number.</summary>
    public int? OneSite { get; init; }

    /// <summary>The most requests to all sites in a day; null for any number.</summary>
    public int? AllSites { get; init; }
}

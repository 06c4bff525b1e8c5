namespace NewsDiff.Tracking;

/// <summary>The followed articles to read; all conditions must hold. The default reads everything.</summary>
public sealed record ArticleQuery
{
    /// <summary>Only articles whose id has this beginning; null for all. The default is null.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>Only articles of this source. The default is null.</summary>
    public string? Source { get; init; }

    /// <summary>Only articles that this feed announced. The default is null.</summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? FeedUrl { get; init => field = AbsoluteUrl.CheckIfAny(value); }

    /// <summary>Whether to read merged articles too. The default is false.</summary>
    public bool IncludesMerged { get; init; }

    /// <summary>The maximum number of articles; null for all. The default is null.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public int? Limit { get; init => field = OptionRange.CheckIfAny(value); }
}

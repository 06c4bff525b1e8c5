namespace NewsDiff.Tracking;

/// <summary>Which followed articles to read. All conditions must hold; the default reads everything.</summary>
public sealed record ArticleQuery
{
    /// <summary>Only articles whose id begins so. The default is null.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>Only articles of this source. The default is null.</summary>
    public string? Source { get; init; }

    /// <summary>Only articles that this feed announced. The default is null.</summary>
    /// <exception cref="ArgumentException">The address is relative.</exception>
    public Uri? FeedUrl { get; init => field = AbsoluteUrl.CheckIfAny(value); }

    /// <summary>Reads also articles that another stands for. The default is false.</summary>
    public bool IncludesMerged { get; init; }

    /// <summary>Reads at most so many. The default is null: all.</summary>
    public int? Limit { get; init; }
}

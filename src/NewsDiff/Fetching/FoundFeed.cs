using NewsDiff.Feeds;

namespace NewsDiff.Fetching;

/// <summary>A feed, or a sitemap, of a site.</summary>
public sealed record FoundFeed
{
    /// <summary>Its address.</summary>
    public required Uri Url { get; init; }

    /// <summary>Where it was found.</summary>
    public required FeedPlace Place { get; init; }

    /// <summary>The result of fetching it; null when it was only named.</summary>
    public FeedResult? Result { get; init; }
}

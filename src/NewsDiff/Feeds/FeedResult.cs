using System.Collections.Immutable;

namespace NewsDiff.Feeds;

/// <summary>The result of a request for a feed.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record FeedResult : RequestResult
{
    /// <summary>The feed; null when it was not fetched, or is a sitemap.</summary>
    public Feed? Feed { get; init; }

    /// <summary>The sitemap, when it is one instead of a feed; otherwise null.</summary>
    /// <remarks>A <see cref="SitemapReader"/> reads it.</remarks>
    public Sitemap? Sitemap { get; init; }

    /// <summary>The feeds that an HTML page names, at most 20. The default is empty.</summary>
    public ImmutableArray<Uri> Alternates { get; init => field = value.IsDefault ? [] : value; } = [];
}

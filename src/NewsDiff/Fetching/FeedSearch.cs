using System.Collections.Immutable;
using NewsDiff.Feeds;

namespace NewsDiff.Fetching;

/// <summary>What was found of a site's feeds.</summary>
/// <param name="Feeds">The feeds and sitemaps, the best first.</param>
/// <param name="Answer">What came of fetching the address itself.</param>
public sealed record FeedSearch(ImmutableArray<FoundFeed> Feeds, FeedResult Answer)
{
    /// <summary>The feeds and sitemaps, the best first.</summary>
    public ImmutableArray<FoundFeed> Feeds { get; init => field = value.IsDefault ? [] : value; } = Feeds.IsDefault ? [] : Feeds;
}

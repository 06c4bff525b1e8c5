using System.Collections.Immutable;
using NewsDiff.Feeds;

namespace NewsDiff.Fetching;

/// <summary>The result of a search for a site's feeds.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record FeedSearchResult
{
    /// <summary>The feeds and sitemaps, the best first. The default is empty.</summary>
    public ImmutableArray<FoundFeed> Feeds { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The result of fetching the address itself.</summary>
    public required FeedResult Answer { get; init; }
}

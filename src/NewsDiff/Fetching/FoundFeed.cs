using NewsDiff.Feeds;

namespace NewsDiff.Fetching;

/// <summary>A feed, or a sitemap, of a site.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Place">Where it was found.</param>
/// <param name="Result">What came of fetching it; null when it was not fetched, but only named.</param>
public sealed record FoundFeed(Uri Url, FeedPlace Place, FeedResult? Result = null);

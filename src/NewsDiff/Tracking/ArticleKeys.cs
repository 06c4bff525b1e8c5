using System.Collections.Immutable;
using NewsDiff.Feeds;

namespace NewsDiff.Tracking;

internal static class ArticleKeys
{
    public static ImmutableArray<string> Of(FeedEntry entry) => entry.Link is null ? [] : Of(entry.Link);

    public static ImmutableArray<string> Of(Uri url) => [url.AbsoluteUri];
}

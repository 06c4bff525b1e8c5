using System.Collections.Immutable;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Text;

namespace NewsDiff.Extraction.Fields;

/// <summary>Finds the feeds that a page announces in its head.</summary>
internal static class AnnouncedFeeds
{
    private static readonly string[] FeedTypes =
        ["application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"];

    public static ImmutableArray<Uri> Find(Page page) =>
        [.. page.Links.Where(IsFeed).Select(link => page.Resolve(link.Address)).OfType<Uri>().Distinct()];

    private static bool IsFeed(PageLink link) =>
        link.Is("alternate")
        && MediaType.Of(link.Type) is { } type && MediaType.IsAnyOf(type, FeedTypes);
}

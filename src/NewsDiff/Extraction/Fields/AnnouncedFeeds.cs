using System.Collections.Immutable;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Text;

namespace NewsDiff.Extraction.Fields;

/// <summary>Finds the feeds that a page announces in its head.</summary>
internal static class AnnouncedFeeds
{
    private const string FeedScheme = "feed:";

    /// <summary>The types of feeds, and what writers take for them.</summary>
    private static readonly string[] FeedTypes =
        [
            "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
            "application/x-rss+xml", "application/x-atom+xml", "application/rss", "application/atom",
            "text/rss+xml", "text/atom+xml", "text/rss", "text/xml", "application/xml",
        ];

    public static ImmutableArray<Uri> Find(Page page) =>
        [.. page.Links.Where(IsFeed).Select(link => page.Resolve(AddressOf(link))).OfType<Uri>().Distinct()];

    /// <summary>The address without a scheme for programs: <c>feed://host</c>, <c>feed:https://host</c>.</summary>
    private static string AddressOf(PageLink link)
    {
        string address = link.Address.Trim();
        if (!address.StartsWith(FeedScheme, StringComparison.OrdinalIgnoreCase))
        {
            return address;
        }

        string rest = address[FeedScheme.Length..];
        return rest.StartsWith("//", StringComparison.Ordinal) ? "http:" + rest : rest;
    }

    private static bool IsFeed(PageLink link) =>
        link.Is("alternate")
        && MediaType.Of(link.Type) is { } type && MediaType.IsAnyOf(type, FeedTypes);
}

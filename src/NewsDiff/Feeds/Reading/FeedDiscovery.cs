using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Finds the feeds that an HTML page names in its head.</summary>
internal static class FeedDiscovery
{
    private const int CharactersLookedAt = 256 * 1024;
    private const int MostFeeds = 20;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("=> \t\r\n/");

    /// <summary>Whether a text begins as an HTML page does.</summary>
    public static bool LooksLikePage(string text)
    {
        ReadOnlySpan<char> beginning = text.AsSpan(0, Math.Min(text.Length, 1024));
        return beginning.Contains("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || beginning.Contains("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Finds the links to feeds.</summary>
    /// <param name="html">The page.</param>
    /// <param name="baseUrl">Its address.</param>
    /// <returns>The feeds' addresses, in the page's order, each once.</returns>
    public static ImmutableArray<Uri> Find(string html, Uri baseUrl)
    {
        var feeds = new List<Uri>();
        ReadOnlySpan<char> rest = html.AsSpan(0, Math.Min(html.Length, CharactersLookedAt));
        while (feeds.Count < MostFeeds && rest.IndexOf("<link", StringComparison.OrdinalIgnoreCase) is >= 0 and var found)
        {
            rest = rest[(found + "<link".Length)..];
            Dictionary<string, string> attributes = ReadAttributes(ref rest);
            if (IsFeed(attributes)
                && FeedLink.Resolve(attributes.GetValueOrDefault("href"), baseUrl) is { } url
                && !feeds.Contains(url))
            {
                feeds.Add(url);
            }
        }

        return [.. feeds];
    }

    private static bool IsFeed(Dictionary<string, string> attributes) =>
        attributes.GetValueOrDefault("rel", "")
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Contains("alternate", StringComparer.OrdinalIgnoreCase)
        && MediaType.IsAnyOf(
            MediaType.Of(attributes.GetValueOrDefault("type")),
            "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json");

    private static Dictionary<string, string> ReadAttributes(ref ReadOnlySpan<char> rest)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            rest = rest.TrimStart().TrimStart('/').TrimStart();
            int nameEnd = rest.IndexOfAny(NameEnds);
            if (nameEnd <= 0)
            {
                return attributes;
            }

            string name = rest[..nameEnd].ToString();
            rest = rest[nameEnd..].TrimStart();
            string value = "";
            if (rest is ['=', ..])
            {
                rest = rest[1..].TrimStart();
                value = WebUtility.HtmlDecode(ReadValue(ref rest));
            }

            attributes.TryAdd(name, value);
        }
    }

    private static string ReadValue(ref ReadOnlySpan<char> rest)
    {
        bool isQuoted = rest is ['"' or '\'', ..];
        int start = isQuoted ? 1 : 0;
        int length = isQuoted ? rest[1..].IndexOf(rest[0]) : rest.IndexOfAny("> \t\r\n");
        if (length < 0)
        {
            rest = [];
            return "";
        }

        string value = rest.Slice(start, length).ToString();
        rest = rest[(length + (2 * start))..];
        return value;
    }
}

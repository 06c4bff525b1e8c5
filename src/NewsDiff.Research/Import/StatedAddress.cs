using System.Net;
using System.Text.RegularExpressions;

namespace NewsDiff.Research.Import;

/// <summary>Finds the address that a page states for itself: its canonical link, or else <c>og:url</c>.</summary>
/// <remarks>The extractor believes such an address only on the page's own site, which is unknown here.</remarks>
internal static partial class StatedAddress
{
    // What a page states about itself stands in its head.
    private const int MaxLooked = 512 * 1024;

    internal static Uri? Find(string html)
    {
        string head = html.Length > MaxLooked ? html[..MaxLooked] : html;
        return Find(Links().Matches(head), "rel", "canonical", "href")
            ?? Find(Metas().Matches(head), "property", "og:url", "content");
    }

    private static Uri? Find(MatchCollection tags, string name, string wanted, string address) => tags
        .Select(static tag => Attributes().Matches(tag.Value))
        .Where(attributes => wanted.Equals(ValueOf(attributes, name), StringComparison.OrdinalIgnoreCase))
        .Select(attributes => SourceAddress.Read(ValueOf(attributes, address)))
        .FirstOrDefault(static found => found is not null);

    private static string? ValueOf(MatchCollection attributes, string name) => attributes
        .Where(attribute => attribute.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(static attribute => WebUtility.HtmlDecode(attribute.Groups["value"].Value.Trim('"', '\'')).Trim())
        .FirstOrDefault();

    [GeneratedRegex("<link\\s[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Links();

    [GeneratedRegex("<meta\\s[^>]*>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Metas();

    [GeneratedRegex("(?<name>[a-zA-Z:-]+)\\s*=\\s*(?<value>\"[^\"]*\"|'[^']*'|[^\\s>\"']+)", RegexOptions.NonBacktracking)]
    private static partial Regex Attributes();
}

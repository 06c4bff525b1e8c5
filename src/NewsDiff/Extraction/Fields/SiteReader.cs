using System.Net;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Reads a page's language, publication, section, summary, canonical address and picture.</summary>
internal static class SiteReader
{
    public static string? SiteName(Page page, LinkedData linked) =>
        Name(page.Meta("og:site_name"))
            ?? Name(linked.Publisher) ?? Name(page.Meta("application-name", "dc.publisher", "twitter:app:name:iphone"));

    public static string? Section(Page page, LinkedData linked) =>
        Name(page.Meta("article:section"))
            ?? Name(linked.Section) ?? Name(page.Meta("parsely-section", "section", "sailthru.section"));

    public static string? Summary(Page page, LinkedData linked) =>
        (page.Meta("og:description", "description", "twitter:description", "dc.description") ?? linked.Summary)
            is { } stated ? PlainText.Cut(WebUtility.HtmlDecode(stated), PageLimits.SummaryLength) : null;

    public static string? Language(Page page, LinkedData linked)
    {
        string?[] sources =
        [
            page.Language, page.Meta("og:locale"), linked.Language,
            page.Meta("content-language", "language", "dc.language"),
        ];
        foreach (string? source in sources)
        {
            if (Tag(source) is { } tag)
            {
                return tag;
            }
        }

        return null;
    }

    public static Uri? Canonical(Page page)
    {
        foreach (PageLink link in page.Links)
        {
            if (link.Is("canonical")
                && page.Resolve(link.Address) is { } address
                && IsSameSite(address, page.Url))
            {
                return address;
            }
        }

        return page.Meta("og:url") is { } url && page.Resolve(url) is { } stated && IsSameSite(stated, page.Url)
            ? stated
            : null;
    }

    public static Uri? LeadImage(Page page, LinkedData linked)
    {
        string? address = page.Meta(
            "og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src") ?? linked.Image;
        return address is null ? null : page.Resolve(address);
    }

    private static string? Name(string? text) => text?.Length > PageLimits.NameLength ? null : text;

    // On badly configured sites, many pages name the front page.
    private static bool IsSameSite(Uri canonical, Uri page) =>
        Addresses.SiteName.IsOne(canonical, page)
            && (canonical.AbsolutePath != "/" || page.AbsolutePath == "/" || canonical.Query.Length > 0);

    /// <summary>Makes a language tag such as pt-BR from pt_BR, PT-br or "pt-BR, fr".</summary>
    private static string? Tag(string? text)
    {
        string? first = text?.Split([',', ';', ' ', '.', '@'], 2, StringSplitOptions.TrimEntries)[0].Replace('_', '-');
        if (first is null or { Length: > PageLimits.LanguageLength })
        {
            return null;
        }

        string[] parts = first.Split('-');
        if (parts[0].Length is not (2 or 3)
            || !parts.All(part => part.Length is >= 2 and <= 8 && part.All(char.IsAsciiLetterOrDigit)))
        {
            return null;
        }

        return string.Join('-', parts.Select((part, index) => Cased(part, index)));
    }

    private static string Cased(string part, int index) => (index, part.Length) switch
    {
        (0, _) => Lower(part),
        (_, 2) => part.ToUpperInvariant(),
        (_, 4) => char.ToUpperInvariant(part[0]) + Lower(part[1..]),
        _ => Lower(part),
    };

    private static string Lower(string part) =>
        string.Create(part.Length, part, (span, source) => source.AsSpan().ToLowerInvariant(span));
}

using System.Collections.Frozen;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Gives elements one name each, whatever prefix, namespace or case a feed uses.</summary>
internal static class FeedNames
{
    /// <summary>A namespace that no format uses.</summary>
    public const string NoNamespace = "urn:none";

    private const string Unknown = "?:";

    /// <summary>The extensions that are read, by namespace; the formats have an empty prefix.</summary>
    private static readonly FrozenDictionary<string, string> Prefixes = new Dictionary<string, string>
    {
        [""] = "",
        ["http://purl.org/rss/1.0"] = "",
        ["http://my.netscape.com/rdf/simple/0.9"] = "",
        ["http://channel.netscape.com/rdf/simple/0.9"] = "",
        ["http://my.netscape.com/publish/formats/rss-0.91.dtd"] = "",
        ["http://backend.userland.com/rss"] = "",
        ["http://backend.userland.com/rss2"] = "",
        ["http://backend.userland.com/rss091"] = "",
        ["http://blogs.law.harvard.edu/tech/rss"] = "",
        ["http://cyber.law.harvard.edu/rss"] = "",
        ["http://purl.org/net/rss1.1#"] = "",
        ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "",
        ["http://purl.org/atom/ns#"] = "atom:",
        ["http://www.w3.org/2005/atom"] = "atom:",
        ["http://purl.org/dc/elements/1.1"] = "dc:",
        ["http://purl.org/dc/elements/1.0"] = "dc:",
        ["http://purl.org/dc/terms"] = "dcterms:",
        ["http://purl.org/rss/1.0/modules/content"] = "content:",
        ["http://purl.org/rss/1.0/modules/syndication"] = "sy:",
        ["http://rssnamespace.org/feedburner/ext/1.0"] = "feedburner:",
        ["http://search.yahoo.com/mrss"] = "media:",
        ["http://www.itunes.com/dtds/podcast-1.0.dtd"] = "itunes:",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The namespaces of prefixes with only one meaning.</summary>
    private static readonly FrozenDictionary<string, string> Conventions = new Dictionary<string, string>
    {
        ["atom"] = "http://www.w3.org/2005/Atom",
        ["content"] = "http://purl.org/rss/1.0/modules/content/",
        ["dc"] = "http://purl.org/dc/elements/1.1/",
        ["dcterms"] = "http://purl.org/dc/terms/",
        ["feedburner"] = "http://rssnamespace.org/feedburner/ext/1.0",
        ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
        ["media"] = "http://search.yahoo.com/mrss/",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["sy"] = "http://purl.org/rss/1.0/modules/syndication/",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The name of an element: <c>title</c>, <c>dc:date</c>, or an unused name.</summary>
    /// <remarks>
    /// An element without a prefix belongs to the format even if its namespace is unknown: some writers invent one.
    /// </remarks>
    /// <param name="namespaceName">The element's namespace.</param>
    /// <param name="localName">The element's local name.</param>
    /// <param name="home">The namespace of the feed's root.</param>
    /// <param name="hasPrefix">Whether the element is written with a prefix.</param>
    public static string Of(string namespaceName, string localName, string home, bool hasPrefix)
    {
        string prefix = namespaceName == home
            ? ""
            : Prefixes.GetValueOrDefault(Plain(namespaceName), hasPrefix ? Unknown : "");
        return prefix + AsciiCase.Lower(localName);
    }

    /// <summary>The namespace without a slash at the end, and with http for https.</summary>
    private static string Plain(string namespaceName)
    {
        string name = namespaceName.TrimEnd('/');
        return name.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "http" + name["https".Length..] : name;
    }

    /// <summary>The assumed namespace of an undeclared prefix.</summary>
    public static string NamespaceOf(string prefix) =>
        Conventions.GetValueOrDefault(prefix, "urn:undeclared:" + prefix);
}

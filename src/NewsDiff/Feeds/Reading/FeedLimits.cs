using NewsDiff.Addresses;

namespace NewsDiff.Feeds.Reading;

/// <summary>Limits on reading a feed, a sitemap or a list of feeds.</summary>
/// <remarks><c>BrokenOff</c> names a limit that ended the reading or left addresses out.</remarks>
internal static class FeedLimits
{
    /// <summary>The deepest nesting of elements; reading ends there.</summary>
    public const int Depth = 256;

    /// <summary>The deepest nesting in a JSON Feed; reading ends there.</summary>
    public const int JsonDepth = 64;

    /// <summary>The most attributes of an element; the rest are left out, as they cost quadratic time.</summary>
    public const int Attributes = 128;

    /// <summary>
    /// The most entries of a feed, or feeds of a list; the rest are left out. So many refused feeds end a list.
    /// </summary>
    public const int Entries = 10_000;

    /// <summary>The most entries of a sitemap, as in the sitemaps.org protocol; the rest are left out.</summary>
    public const int SitemapEntries = 50_000;

    /// <summary>The most characters of an unpacked sitemap, 50 MiB in the protocol; the rest is left out.</summary>
    public const int SitemapCharacters = 50 * 1024 * 1024;

    /// <summary>The most start and end tags of a sitemap, 40 for each entry; the rest is left out.</summary>
    public const int SitemapTags = 2_000_000;

    /// <summary>The number of characters searched for the root element of a sitemap.</summary>
    public const int SniffedCharacters = 256 * 1024;

    /// <summary>The most authors, and the most categories, of one entry; the rest are left out.</summary>
    public const int Names = 100;

    /// <summary>
    /// The most characters in the name of an author, category, language, folder or feed; the rest is cut.
    /// </summary>
    public const int NameLength = 1_000;

    /// <summary>The most characters in a path of folders; folders that exceed it are left out of the path.</summary>
    public const int FolderLength = 4 * NameLength;

    /// <summary>The most characters in the filter of a listed feed; a feed with a longer one is refused.</summary>
    public const int FilterLength = 4_000;

    /// <summary>The most characters in all filters of a list, with 50 more for each expression.</summary>
    public const int AllFiltersLength = 64 * 1024;

    /// <summary>The most hubs; the rest are left out.</summary>
    public const int Hubs = 8;

    /// <summary>The most characters in a fault's description, which may quote long names; the rest is cut.</summary>
    public const int ReasonLength = 300;

    /// <summary>The most characters in one text; the rest is cut.</summary>
    public const int TextLength = 256 * 1024;

    /// <summary>The most characters in an address or id; a longer one is ignored.</summary>
    public const int AddressLength = BoundedUrl.MaxLength;

    /// <summary>The most characters in the bases of all relative links; later ones are left out.</summary>
    public const int BaseCharacters = 4 * 1024 * 1024;
}

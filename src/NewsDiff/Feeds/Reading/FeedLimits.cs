using NewsDiff.Addresses;

namespace NewsDiff.Feeds.Reading;

/// <summary>Limits on reading a feed, a sitemap or a list of feeds.</summary>
/// <remarks><c>BrokenOff</c> names a limit that ended the reading or left addresses out.</remarks>
internal static class FeedLimits
{
    /// <summary>The maximum depth of elements; reading ends there.</summary>
    public const int Depth = 256;

    /// <summary>The maximum depth of a JSON Feed; reading ends there.</summary>
    public const int JsonDepth = 64;

    /// <summary>
    /// The maximum number of attributes of an element, which cost quadratic time; others are ignored.
    /// </summary>
    public const int Attributes = 128;

    /// <summary>The maximum number of entries in a feed or feeds in a list.</summary>
    /// <remarks>After this many refused feeds a list ends.</remarks>
    public const int Entries = 10_000;

    /// <summary>
    /// The maximum number of entries of a sitemap, from the sitemaps.org protocol; others are ignored.
    /// </summary>
    public const int SitemapEntries = 50_000;

    /// <summary>The maximum number of characters of an unpacked sitemap; the rest is ignored.</summary>
    /// <remarks>The protocol allows 50 MiB.</remarks>
    public const int SitemapCharacters = 50 * 1024 * 1024;

    /// <summary>The maximum number of tags of a sitemap, 40 an entry; the rest is ignored.</summary>
    public const int SitemapTags = 2_000_000;

    /// <summary>The number of characters searched for the root element of a sitemap.</summary>
    public const int SniffedCharacters = 256 * 1024;

    /// <summary>The maximum number of authors, and of categories, of an entry; others are left out.</summary>
    public const int Names = 100;

    /// <summary>The maximum number of characters in a name; the rest is cut.</summary>
    /// <remarks>It applies to names of authors, categories, languages, folders and feeds.</remarks>
    public const int NameLength = 1_000;

    /// <summary>The maximum length of a path of folders; folders beyond it are left out.</summary>
    public const int FolderLength = 4 * NameLength;

    /// <summary>The maximum length of a listed feed's filter; a longer one refuses the feed.</summary>
    public const int FilterLength = 4_000;

    /// <summary>The maximum length of all filters of a list, with 50 more for each expression.</summary>
    public const int AllFiltersLength = 64 * 1024;

    /// <summary>The maximum number of hubs; the rest are left out.</summary>
    public const int Hubs = 8;

    /// <summary>The maximum number of characters in a fault's description; the rest is cut.</summary>
    /// <remarks>It may quote long names.</remarks>
    public const int ReasonLength = 300;

    /// <summary>The maximum number of characters in one text; the rest is cut.</summary>
    public const int TextLength = 256 * 1024;

    /// <summary>The maximum number of characters in an address or id; a longer one is ignored.</summary>
    public const int AddressLength = BoundedUrl.MaxLength;

    /// <summary>The maximum length of the bases of all relative links; later ones are left out.</summary>
    public const int BaseCharacters = 4 * 1024 * 1024;
}

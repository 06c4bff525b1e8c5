using NewsDiff.Addresses;

namespace NewsDiff.Feeds.Reading;

/// <summary>How much of a feed, a sitemap or a list of feeds is read.</summary>
/// <remarks>What ends the reading, or leaves addresses out, is said in <c>BrokenOff</c>; the others leave out what nobody needs.</remarks>
internal static class FeedLimits
{
    /// <summary>Elements nested deeper end the reading.</summary>
    public const int Depth = 256;

    /// <summary>Objects and arrays of a JSON Feed nested deeper end the reading.</summary>
    public const int JsonDepth = 64;

    /// <summary>Attributes of one element past this number are left out: the platform's reader takes the square of their number.</summary>
    public const int Attributes = 128;

    /// <summary>Entries of a feed, or feeds of a list, past this number are left out; as many that are refused end a list.</summary>
    public const int Entries = 10_000;

    /// <summary>Entries of a sitemap past this number are left out, as the protocol of sitemaps.org has it.</summary>
    public const int SitemapEntries = 50_000;

    /// <summary>Characters of a sitemap, when unpacked, past this number are left out: 50 MiB in the protocol.</summary>
    public const int SitemapCharacters = 50 * 1024 * 1024;

    /// <summary>Beginnings and ends of elements of a sitemap past this number are left out: 40 for each entry.</summary>
    public const int SitemapTags = 2_000_000;

    /// <summary>Characters at the beginning in which the root of a sitemap is looked for.</summary>
    public const int SniffedCharacters = 256 * 1024;

    /// <summary>Authors, and categories, of one entry past this number are left out.</summary>
    public const int Names = 100;

    /// <summary>Characters of the name of an author, category, language, folder or listed feed past this number are left out.</summary>
    public const int NameLength = 1_000;

    /// <summary>Characters of the path of nested folders: folders that would make it longer are not named in it.</summary>
    public const int FolderLength = 4 * NameLength;

    /// <summary>Characters of the filter of a listed feed: one with a longer filter is refused.</summary>
    public const int FilterLength = 4_000;

    /// <summary>Characters of all filters of a list, and 50 for each expression: feeds whose filters come later are refused.</summary>
    public const int AllFiltersLength = 64 * 1024;

    /// <summary>Hubs past this number are left out.</summary>
    public const int Hubs = 8;

    /// <summary>Characters of what is said of a fault past this number are left out: it may name elements of any length.</summary>
    public const int ReasonLength = 300;

    /// <summary>Characters of one text past this number are left out.</summary>
    public const int TextLength = 256 * 1024;

    /// <summary>Addresses and ids longer than this, in characters, are none.</summary>
    public const int AddressLength = BoundedUrl.MaximumLength;

    /// <summary>Characters of the bases of all relative links of a document: when they are used up, such links are left out.</summary>
    public const int BaseCharacters = 4 * 1024 * 1024;
}

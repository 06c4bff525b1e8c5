using NewsDiff.Addresses;

namespace NewsDiff.Extraction;

/// <summary>Limits on reading one page, besides those of <see cref="ExtractionOptions"/>.</summary>
internal static class PageLimits
{
    /// <summary>The maximum number of attributes of one element; a page with more is too complex.</summary>
    public const int AttributesOfElement = 1_000;

    /// <summary>The maximum number of attributes, with reopened formatting; a page with more is too complex.</summary>
    public const int Attributes = 500_000;

    /// <summary>The weight of an element that the parser adds, usually costly reopened formatting.</summary>
    public const int CopyWeight = 4;

    /// <summary>The maximum number of tags, comments and stray less-than signs for each of `MaxElements`.</summary>
    public const int MarksOfElement = 5;

    /// <summary>The maximum number of steps through open elements; a page with more is too complex.</summary>
    public const int Steps = 50_000_000;

    /// <summary>The maximum number of meta elements that are kept; the rest are ignored.</summary>
    public const int Metas = 1_000;

    /// <summary>The maximum number of link elements that are kept; the rest are ignored.</summary>
    public const int Links = 1_000;

    /// <summary>The maximum number of elements with an author, date or headline; the rest are ignored.</summary>
    public const int Marks = 400;

    /// <summary>The maximum number of buttons and fields that are kept; the rest are ignored.</summary>
    public const int Controls = 1_000;

    /// <summary>The maximum length of a metadata value, except the text; a longer one is ignored.</summary>
    public const int StatementLength = BoundedUrl.MaxLength;

    /// <summary>The maximum number of characters of one linked-data script; a longer one is not read.</summary>
    public const int LinkedDataLength = 2_000_000;

    /// <summary>The maximum number of characters of a title; a longer one is cut.</summary>
    public const int TitleLength = 1_000;

    /// <summary>The maximum number of characters of a byline; a longer one is cut.</summary>
    public const int BylineLength = 2_000;

    /// <summary>The maximum number of authors of an article; the rest are left out.</summary>
    public const int Authors = 100;

    /// <summary>The maximum length of a summary or a caption; a longer one is cut.</summary>
    public const int SummaryLength = 1_000;

    /// <summary>The maximum number of captions, and of links, of an article; others are left out.</summary>
    public const int Surroundings = 100;

    /// <summary>The maximum number of characters of a site's or section's name; longer names are ignored.</summary>
    public const int NameLength = 300;

    /// <summary>The maximum number of characters shown of a selector's matches; the rest are left out.</summary>
    public const int MatchesLength = 1_000_000;

    /// <summary>The maximum number of characters of a language tag; a longer one is ignored.</summary>
    public const int LanguageLength = 35;
}

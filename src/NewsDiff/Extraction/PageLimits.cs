using NewsDiff.Addresses;

namespace NewsDiff.Extraction;

/// <summary>What is read of one page, beside the limits of <see cref="ExtractionOptions"/>.</summary>
internal static class PageLimits
{
    /// <summary>The most attributes of one element; a page with more is too complex.</summary>
    public const int AttributesOfElement = 1_000;

    /// <summary>The most attributes of all elements, copies of formatting elements among them; a page with more is too complex.</summary>
    public const int Attributes = 500_000;

    /// <summary>For how many elements one counts that no tag stands for: most are copies of formatting, which cost so many times as much.</summary>
    public const int CopyWeight = 4;

    /// <summary>The most tags, comments and stray less-than signs, times `MaxElements`; a page with more is too complex.</summary>
    public const int MarksOfElement = 5;

    /// <summary>The most open elements that the tags of a page pass, each tag by itself; a page with more is too complex.</summary>
    public const int Steps = 50_000_000;

    /// <summary>The most meta elements that are kept; the rest are passed over.</summary>
    public const int Metas = 1_000;

    /// <summary>The most link elements that are kept; the rest are passed over.</summary>
    public const int Links = 1_000;

    /// <summary>The most places that may name an author, a date or the headline; the rest are passed over.</summary>
    public const int Marks = 400;

    /// <summary>The most characters of one statement of a page's head or linked data, but the article's text; a longer one is none.</summary>
    public const int StatementLength = BoundedUrl.MaximumLength;

    /// <summary>The most characters of one script of linked data; a longer one is not read.</summary>
    public const int LinkedDataLength = 2_000_000;

    /// <summary>The most characters of a title; a longer one is cut.</summary>
    public const int TitleLength = 1_000;

    /// <summary>The most characters of a byline; a longer one is cut.</summary>
    public const int BylineLength = 2_000;

    /// <summary>The most authors of an article; the rest are left out.</summary>
    public const int Authors = 100;

    /// <summary>The most characters of the name of a site or section; a longer one is none.</summary>
    public const int NameLength = 300;

    /// <summary>The most characters of the matches that are shown of a rule's selector; the rest are left out.</summary>
    public const int MatchesLength = 1_000_000;

    /// <summary>The most characters of a language's tag; a longer one is none.</summary>
    public const int LanguageLength = 35;
}

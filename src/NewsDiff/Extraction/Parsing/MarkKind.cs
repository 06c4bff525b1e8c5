
namespace NewsDiff.Extraction.Parsing;

/// <summary>The fields that an element may state.</summary>
internal enum MarkKind
{
    /// <summary>A heading of the first level, or one marked as the headline.</summary>
    Headline,

    /// <summary>A link or property that names an author.</summary>
    Author,

    /// <summary>An element named after the byline.</summary>
    Byline,

    /// <summary>A property that states the date of publication.</summary>
    Published,

    /// <summary>A property or class that states the date of a change.</summary>
    Modified,

    /// <summary>A date for machines without a stated meaning.</summary>
    Time,

    /// <summary>An element named after a date.</summary>
    DateText,

    /// <summary>The headline, date or author that the site's rule selects.</summary>
    RuledTitle,
    RuledDate,
    RuledAuthor,
}

namespace NewsDiff.Extraction.Parsing;

/// <summary>What the tags of an element mean for the scan of a page.</summary>
internal enum TagTrait : byte
{
    /// <summary>They open and close it.</summary>
    None,

    /// <summary>It has no content and no end tag.</summary>
    Void,

    /// <summary>Tags within it are text.</summary>
    RawText,

    /// <summary>A sibling of the same name, or the end of its parent, closes it without an end tag.</summary>
    EndsImplied,

    /// <summary>
    /// Its content is no text of the article, but swallows the rest of the page where the end tag is missing.
    /// </summary>
    Swallows,

    /// <summary>The same, as far as a sibling of the same name.</summary>
    SwallowsToNext,
}

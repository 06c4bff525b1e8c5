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

    /// <summary>A sibling with its name or its parent's end closes it without end tag.</summary>
    EndsImplied,

    /// <summary>Its content is not article text.</summary>
    /// <remarks>Without an end tag, it reaches to the end of the page.</remarks>
    Swallows,

    /// <summary>The same, as far as a sibling of the same name.</summary>
    SwallowsToNext,
}

namespace NewsDiff.Extraction.Parsing;

/// <summary>The effect of an element's tags on the scan of a page.</summary>
internal enum TagTrait : byte
{
    /// <summary>Its tags open and close it.</summary>
    None,

    /// <summary>It has no content and no end tag.</summary>
    Void,

    /// <summary>Tags within it are text.</summary>
    RawText,

    /// <summary>Without an end tag, a sibling of its name or its parent's end closes it.</summary>
    EndsImplied,

    /// <summary>Its content is not article text.</summary>
    /// <remarks>Without an end tag, it reaches to the end of the page.</remarks>
    Swallows,

    /// <summary>Its content is not article text.</summary>
    /// <remarks>Without an end tag, it reaches to a sibling with the same name.</remarks>
    SwallowsToNext,
}

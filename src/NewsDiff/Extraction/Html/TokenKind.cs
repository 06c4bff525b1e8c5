namespace NewsDiff.Extraction.Html;

/// <summary>The kind of a token.</summary>
internal enum TokenKind : byte
{
    /// <summary>The end of the page.</summary>
    End,
    StartTag,
    EndTag,

    /// <summary>Text with more than white space.</summary>
    Text,

    /// <summary>White space.</summary>
    Space,
    Doctype,
}

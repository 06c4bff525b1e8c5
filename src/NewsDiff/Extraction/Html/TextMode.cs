namespace NewsDiff.Extraction.Html;

/// <summary>How the text of an element is read.</summary>
internal enum TextMode : byte
{
    /// <summary>With tags and character references.</summary>
    Data,

    /// <summary>With character references, up to the end tag.</summary>
    Escapable,

    /// <summary>As it is, up to the end tag.</summary>
    Raw,

    /// <summary>As it is, up to the end tag outside of an inner script in a comment.</summary>
    Script,

    /// <summary>As it is, up to the end of the page.</summary>
    Plain,
}

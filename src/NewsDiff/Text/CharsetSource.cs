namespace NewsDiff.Text;

/// <summary>The source of a text's encoding.</summary>
internal enum CharsetSource
{
    /// <summary>The byte order mark.</summary>
    ByteOrderMark,

    /// <summary>The <c>Content-Type</c> header.</summary>
    Header,

    /// <summary>A declaration inside the text.</summary>
    Declaration,

    /// <summary>The bytes: well-formed UTF-8, or likely in an older encoding.</summary>
    Detection,

    /// <summary>Nothing; it was assumed.</summary>
    Assumption,
}

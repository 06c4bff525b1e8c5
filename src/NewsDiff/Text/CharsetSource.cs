namespace NewsDiff.Text;

/// <summary>What told the encoding of a text.</summary>
internal enum CharsetSource
{
    /// <summary>The byte order mark.</summary>
    ByteOrderMark,

    /// <summary>The <c>Content-Type</c> header.</summary>
    Header,

    /// <summary>A declaration inside the text.</summary>
    Declaration,

    /// <summary>The bytes: they are well-formed UTF-8, or likely in one of the older encodings.</summary>
    Detection,

    /// <summary>Nothing; it was assumed.</summary>
    Assumption,
}

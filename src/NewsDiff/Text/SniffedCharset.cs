namespace NewsDiff.Text;

/// <summary>How a text is encoded.</summary>
/// <param name="Charset">The encoding.</param>
/// <param name="Source">The source of the encoding.</param>
/// <param name="MarkLength">The length of the byte order mark.</param>
internal readonly record struct SniffedCharset(Charset Charset, CharsetSource Source, int MarkLength = 0);

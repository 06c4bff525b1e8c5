namespace NewsDiff.Text;

/// <summary>A text and how it was decoded.</summary>
/// <param name="Text">The text, without byte order mark.</param>
/// <param name="Charset">The name of the encoding.</param>
/// <param name="Source">The source of the encoding.</param>
internal readonly record struct DecodedText(string Text, string Charset, CharsetSource Source);

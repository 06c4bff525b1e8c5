namespace NewsDiff.Tool.Lines;

/// <summary>A line of the input.</summary>
/// <param name="Number">The number of the line, from 1.</param>
/// <param name="Text">The text of the line in UTF-8, which may be invalid.</param>
internal readonly record struct InputLine(long Number, ReadOnlyMemory<byte> Text);

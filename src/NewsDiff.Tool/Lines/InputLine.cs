namespace NewsDiff.Tool.Lines;

/// <summary>A line of the input.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Text">Its text.</param>
internal readonly record struct InputLine(long Number, string Text);

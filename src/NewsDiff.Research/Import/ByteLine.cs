namespace NewsDiff.Research.Import;

/// <summary>A line of a file.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Content">Its bytes, until the next line is read; empty when there is a problem.</param>
/// <param name="Problem">Why it cannot be read, or null.</param>
internal readonly record struct ByteLine(long Number, ReadOnlyMemory<byte> Content, string? Problem = null);

namespace NewsDiff.Diffing.Alignment;

/// <summary>How often a word stands in a paragraph.</summary>
internal readonly record struct WordCount(int Id, int Count);

namespace NewsDiff.Diffing.Alignment;

/// <summary>How often a word occurs in a paragraph.</summary>
internal readonly record struct WordCount(int Id, int Count);

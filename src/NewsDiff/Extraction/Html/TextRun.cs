namespace NewsDiff.Extraction.Html;

/// <summary>The place of a text.</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How many characters it has.</param>
/// <param name="IsDecoded">Whether it is among the decoded texts, and not in the page.</param>
internal readonly record struct TextRun(int Start, int Length, bool IsDecoded);

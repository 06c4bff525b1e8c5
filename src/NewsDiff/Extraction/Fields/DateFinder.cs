namespace NewsDiff.Extraction.Fields;

/// <summary>Finds the first date in a text; null when it is missing or ambiguous.</summary>
/// <param name="text">The text.</param>
internal delegate ArticleDate? DateFinder(ReadOnlySpan<char> text);

namespace NewsDiff.Extraction.Fields;

/// <summary>Finds the first date in a text of a page; null when there is none or it is ambiguous.</summary>
/// <param name="text">The text.</param>
internal delegate ArticleDate? DateFinder(ReadOnlySpan<char> text);

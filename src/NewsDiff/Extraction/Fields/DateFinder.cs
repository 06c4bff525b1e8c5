namespace NewsDiff.Extraction.Fields;

/// <summary>Finds the first date of a text of a page; null when there is none, or none that is sure.</summary>
/// <param name="text">The text.</param>
internal delegate ArticleDate? DateFinder(ReadOnlySpan<char> text);

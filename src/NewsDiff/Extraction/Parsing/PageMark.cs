namespace NewsDiff.Extraction.Parsing;

/// <summary>An element that may state a field of the article.</summary>
/// <param name="Kind">Which field.</param>
/// <param name="Node">Its place among the nodes.</param>
/// <param name="Value">What an attribute states, or null when the text does.</param>
internal readonly record struct PageMark(MarkKind Kind, int Node, string? Value);

namespace NewsDiff.Extraction.Parsing;

/// <summary>An element that may state a field of the article.</summary>
/// <param name="Kind">Which field.</param>
/// <param name="Node">Its index among the nodes.</param>
/// <param name="Value">The statement in an attribute, or null when it is the text.</param>
internal readonly record struct PageMark(MarkKind Kind, int Node, string? Value);

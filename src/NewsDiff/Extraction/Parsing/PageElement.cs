namespace NewsDiff.Extraction.Parsing;

/// <summary>The facts about an element that later rules need, without its tree.</summary>
/// <param name="Tag">Its local name.</param>
/// <param name="Classes">Its class names as written; empty for none.</param>
/// <param name="Address">The target of its link, as written, or null.</param>
internal readonly record struct PageElement(string Tag, ReadOnlyMemory<char> Classes, ReadOnlyMemory<char>? Address);

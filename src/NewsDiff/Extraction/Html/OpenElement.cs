namespace NewsDiff.Extraction.Html;

/// <summary>An element whose end was not read yet.</summary>
/// <param name="Node">Its index in the tree.</param>
/// <param name="Tag">Its name.</param>
internal readonly record struct OpenElement(int Node, HtmlTag Tag);

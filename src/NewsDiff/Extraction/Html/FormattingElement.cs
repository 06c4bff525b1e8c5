namespace NewsDiff.Extraction.Html;

/// <summary>A formatting element that is reopened where it was left open.</summary>
/// <param name="Node">Its index in the tree; 0 for the border of an object, a cell or the like.</param>
/// <param name="Tag">Its name; null for a border.</param>
internal readonly record struct FormattingElement(int Node, HtmlTag? Tag);

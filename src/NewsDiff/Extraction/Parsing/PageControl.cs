namespace NewsDiff.Extraction.Parsing;

/// <summary>A control of a form on a page.</summary>
/// <param name="Node">The element around it.</param>
/// <param name="IsMailField">Whether it takes a mail address; otherwise it is a button.</param>
internal readonly record struct PageControl(int Node, bool IsMailField);

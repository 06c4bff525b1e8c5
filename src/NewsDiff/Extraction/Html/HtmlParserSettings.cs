namespace NewsDiff.Extraction.Html;

/// <summary>How a page is read.</summary>
internal readonly record struct HtmlParserSettings
{
    /// <summary>The expected number of elements.</summary>
    public required int Elements { get; init; }

    /// <summary>The depth of the tree, in elements.</summary>
    public required int MaxDepth { get; init; }

    /// <summary>Whether the content of noscript is text, as in a browser with scripts.</summary>
    public required bool IsScripting { get; init; }

    /// <summary>Whether the text of elements whose tags do not count is kept, except scripts'.</summary>
    public required bool KeepsRawText { get; init; }
}

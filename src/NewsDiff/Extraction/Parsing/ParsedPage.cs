using AngleSharp.Html.Dom;

namespace NewsDiff.Extraction.Parsing;

/// <summary>
/// The tree of a page, without the texts of its scripts and styles, and what was found of its source.
/// </summary>
/// <param name="Document">The tree.</param>
/// <param name="Source">What the source holds; its linked data, among others.</param>
internal sealed record ParsedPage(IHtmlDocument Document, TagScan Source) : IDisposable
{
    public void Dispose() => Document.Dispose();
}

using AngleSharp.Html.Dom;

namespace NewsDiff.Extraction.Parsing;

/// <summary>A page's tree without scripts' and styles' texts, and the findings from its source.</summary>
/// <param name="Document">The tree.</param>
/// <param name="Source">The findings from the source, such as its linked data.</param>
internal sealed record ParsedPage(IHtmlDocument Document, TagScan Source) : IDisposable
{
    public void Dispose() => Document.Dispose();
}

using NewsDiff.Extraction.Html;

namespace NewsDiff.Extraction.Parsing;

/// <summary>A page's tree without scripts' and styles' texts, and the findings from its source.</summary>
/// <param name="Tree">The tree.</param>
/// <param name="Source">The findings from the source, such as its linked data.</param>
internal sealed record ParsedPage(HtmlTree Tree, TagScan Source) : IDisposable
{
    public void Dispose() => Tree.Dispose();
}

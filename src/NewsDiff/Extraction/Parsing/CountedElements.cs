using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsDiff.Extraction.Parsing;

/// <summary>Creates the parser's HTML elements, including copies, and counts each.</summary>
internal sealed class CountedElements : IElementFactory<Document, HtmlElement>
{
    private static readonly IElementFactory<Document, HtmlElement> Uncounted =
        Configuration.Default.Services.OfType<IElementFactory<Document, HtmlElement>>().Single();

    private readonly PageBudget _budget;

    public CountedElements(PageBudget budget) => _budget = budget;

    public HtmlElement Create(
        Document document,
        string localName,
        string? prefix = null,
        NodeFlags flags = NodeFlags.None)
    {
        _budget.AddElement();
        return Uncounted.Create(document, localName, prefix, flags);
    }
}

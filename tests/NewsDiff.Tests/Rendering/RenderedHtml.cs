using System.Text;

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsDiff.Tests.Rendering;

/// <summary>Reads rendered HTML back as a browser does, and knows what may be in it.</summary>
internal static class RenderedHtml
{
    private static readonly HashSet<string> Elements =
    [
        "html", "head", "body", "meta", "title", "link", "style", "header", "nav", "main", "article", "section", "h1",
        "h2", "h3", "p", "div", "span",
        "a", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "ins", "del",
        "br", "time", "strong",
        "blockquote", "pre", "details", "summary", "b", "code", "figure", "figcaption",
        "svg", "line", "circle", "rect", "path", "text",
    ];

    private static readonly HashSet<string> Attributes =
    [
        "class", "id", "href", "lang", "dir", "scope", "aria-label", "aria-current", "data-side", "data-name",
        "datetime", "title", "rel", "type", "name",
        "content", "charset", "style", "colspan", "http-equiv",
    ];

    /// <summary>What a picture of ours has besides.</summary>
    private static readonly HashSet<string> PictureAttributes =
    [
        "class", "role", "viewBox", "aria-label", "aria-hidden", "preserveAspectRatio",
        "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "d", "width", "height",
    ];

    internal static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);

    /// <summary>Asserts that nothing but our own elements, attributes and web links came out of it.</summary>
    internal static IDocument AssertHarmless(string html)
    {
        IDocument document = Parse(html);
        foreach (IElement element in document.All)
        {
            Assert.Contains(element.LocalName, Elements);
            bool isPicture = element.NamespaceUri == NamespaceNames.SvgUri;
            Assert.True(!isPicture || element.Closest("svg.bar, figure.strip > svg") is not null, element.OuterHtml);
            Assert.True(element.LocalName != "b" || element.Closest("ul.classes > li") is not null, element.OuterHtml);
            foreach (IAttr attribute in element.Attributes)
            {
                Assert.Contains(attribute.Name, isPicture ? PictureAttributes : Attributes);
            }

            string href = element.GetAttribute("href") ?? "#";
            Assert.True(
                href.StartsWith('#') || href.StartsWith('/') || href.StartsWith("http://", StringComparison.Ordinal)
                || href.StartsWith("https://", StringComparison.Ordinal)
                || (element.LocalName == "link" && href.StartsWith("data:image/svg+xml,", StringComparison.Ordinal)),
                href);
        }

        return document;
    }

    /// <summary>The words of elements, one paragraph a line, without labels, marks and signs.</summary>
    internal static string WordsOf(IEnumerable<IElement> elements)
    {
        IElement[] clones = [.. elements.Select(element => (IElement)element.Clone())];
        foreach (IElement addition in clones.SelectMany(
            clone => clone.QuerySelectorAll(".nd-break, .nd-label, .nd-number, .nd-sign")))
        {
            addition.Remove();
        }

        return Squeeze(
            string.Join(
                '\n', clones.SelectMany(clone => clone.QuerySelectorAll("p, h2")).Select(block => block.TextContent)));
    }

    /// <summary>
    /// A text as HTML shows it: white space is one space, an unshowable character is a replacement character.
    /// </summary>
    internal static string Visible(string text)
    {
        var visible = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            visible.Append(
                Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r') ? "\uFFFD" : rune.ToString());
        }

        return Squeeze(visible.ToString());
    }

    private static string Squeeze(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

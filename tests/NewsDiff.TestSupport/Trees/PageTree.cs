using NewsDiff.Extraction.Html;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.TestSupport.Trees;

/// <summary>The tree that the extractor builds of a page, as text.</summary>
public static class PageTree
{
    /// <summary>Parses a page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="isScripting">Whether the content of noscript is text.</param>
    /// <returns>A line for each element and text, indented by its depth.</returns>
    public static string Of(string html, bool isScripting = true)
    {
        ArgumentNullException.ThrowIfNull(html);
        var settings = new HtmlParserSettings
        {
            Elements = 64,
            MaxDepth = 513,
            IsScripting = isScripting,
            KeepsRawText = true,
        };
        using HtmlTree tree = HtmlTreeBuilder.Build(html, settings, new PageBudget(100_000, CancellationToken.None));
        var text = new TreeText();
        var open = new Stack<(int Node, int Depth)>();
        open.Push((tree[HtmlTree.Document].FirstChild, 0));
        while (open.TryPop(out (int Node, int Depth) place))
        {
            if (place.Node == 0)
            {
                continue;
            }

            open.Push((tree[place.Node].Next, place.Depth));
            if (tree[place.Node].Tag is null)
            {
                text.AddText(place.Depth, tree.TextOf(tree[place.Node]).ToString());
                continue;
            }

            var element = new HtmlElement(tree, place.Node);
            text.AddElement(place.Depth, element.Name, AttributesOf(tree, element));
            open.Push((element.FirstChild, place.Depth + 1));
        }

        return text.ToString();
    }

    private static List<KeyValuePair<string, string>> AttributesOf(HtmlTree tree, HtmlElement element)
    {
        var attributes = new List<KeyValuePair<string, string>>();
        foreach (ref readonly HtmlAttribute attribute in element.Attributes)
        {
            attributes.Add(new(tree.NameOf(attribute).ToString(), element.SpanOf(attribute).ToString()));
        }

        return attributes;
    }
}

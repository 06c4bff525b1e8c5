using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsDiff.TestSupport.Trees;

/// <summary>The tree that AngleSharp builds of a page, as text in the form of <see cref="PageTree"/>.</summary>
public static class ReferenceTree
{
    /// <summary>Parses a page.</summary>
    /// <param name="html">The page.</param>
    /// <param name="isScripting">Whether the content of noscript is text.</param>
    public static string Of(string html, bool isScripting = true)
    {
        var options = new HtmlParserOptions
        {
            SkipComments = true,
            SkipProcessingInstructions = true,
            SkipScriptText = true,
            IsScripting = isScripting,
        };
        using IHtmlDocument document = new HtmlParser(options, BrowsingContext.New()).ParseDocument(html);
        var text = new TreeText();
        Write(document, 0, text);
        return text.ToString();
    }

    private static void Write(INode parent, int depth, TreeText text)
    {
        foreach (INode node in parent.ChildNodes)
        {
            if (node is IText words)
            {
                text.AddText(depth, words.Data);
            }
            else if (node is IElement element)
            {
                text.AddElement(
                    depth,
                    element.LocalName,
                    element.Attributes.Select(attribute => KeyValuePair.Create(attribute.Name, attribute.Value)));
                Write(element, depth + 1, text);
            }
        }
    }
}

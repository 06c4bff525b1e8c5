using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>Cuts a page to what may have been published first: three paragraphs.</summary>
/// <remarks>
/// A page is cut into lines, as a browser shows them. Lines whose words are in the expected text are the article's; the
/// first three long ones, in the expected order, stay. Lines of the rest are taken out of the tree, short ones only
/// between long ones, and so are elements that are empty then. Stated bodies are cut too.
/// </remarks>
internal static class PageCut
{
    private const int KeptParagraphs = 3;

    /// <summary>The number of letters and digits from which a line is a paragraph.</summary>
    private const int LongLine = 40;

    private static readonly string[] Holders = ["img", "picture", "video", "audio", "iframe", "svg", "input", "script"];

    /// <summary>Cuts a page; null when no fourth paragraph of its article is found.</summary>
    /// <param name="html">The page.</param>
    /// <param name="expected">The text of its article.</param>
    public static CutPage? Cut(string html, string expected)
    {
        using IHtmlDocument document = new HtmlParser().ParseDocument(html);
        string whole = document.ToHtml();
        List<PageLine> lines = PageLine.In(document.Body!);
        string article = Key(expected);
        List<PageLine> paragraphs =
        [
            .. lines
                .Where(line => line.Words.Length >= LongLine && article.Contains(line.Words, StringComparison.Ordinal))
                .DistinctBy(line => line.Words)
                .OrderBy(line => article.IndexOf(line.Words, StringComparison.Ordinal)),
        ];
        if (paragraphs.Count <= KeptParagraphs)
        {
            return null;
        }

        PageLine lastKept = paragraphs[KeptParagraphs - 1];
        int end = article.IndexOf(lastKept.Words, StringComparison.Ordinal) + lastKept.Words.Length - 1;
        TakeOut(lines, article[..(end + 1)], article[end..]);
        string[] kept = [.. paragraphs.Take(KeptParagraphs).Select(line => line.Text)];
        CutStatedBodies(document, string.Join("\n", kept));
        return new CutPage(whole, document.ToHtml());
    }

    /// <summary>The words of a text between spaces.</summary>
    public static string Key(string text) => $" {string.Join(' ', BodyScore.Words(text))} ";

    private static void TakeOut(List<PageLine> lines, string kept, string rest)
    {
        bool IsRest(PageLine line) => rest.Contains(line.Words, StringComparison.Ordinal)
            && !kept.Contains(line.Words, StringComparison.Ordinal);
        bool IsLongRest(PageLine line) => line.Words.Length >= LongLine && IsRest(line);
        int first = lines.FindIndex(IsLongRest);
        int last = lines.FindLastIndex(IsLongRest);
        for (int i = first; i >= 0 && i <= last; i++)
        {
            if (IsRest(lines[i]))
            {
                lines[i].Nodes.ForEach(Remove);
            }
        }
    }

    private static void Remove(INode node)
    {
        INode? around = node.Parent;
        node.Parent?.RemoveChild(node);
        while (around is IElement element and not IHtmlBodyElement
            && string.IsNullOrWhiteSpace(element.TextContent)
            && element.QuerySelector(string.Join(',', Holders)) is null)
        {
            around = element.Parent;
            element.Remove();
        }
    }

    private static void CutStatedBodies(IHtmlDocument document, string body)
    {
        foreach (IElement script in document.QuerySelectorAll("script[type='application/ld+json']"))
        {
            try
            {
                if (JsonNode.Parse(script.TextContent) is { } data && Replace(data, body))
                {
                    script.TextContent = data.ToJsonString();
                }
            }
            catch (JsonException)
            {
                // Many pages state data that is no JSON. The extractor may read it leniently, so the body goes whole.
                script.Remove();
            }
        }
    }

    private static bool Replace(JsonNode? node, string body)
    {
        bool isReplaced = false;
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
            {
                isReplaced |= Replace(item, body);
            }
        }

        if (node is JsonObject properties)
        {
            foreach ((string name, JsonNode? value) in properties.ToList())
            {
                bool isBody = name == "articleBody";
                properties[name] = isBody ? body : value;
                isReplaced |= isBody || Replace(value, body);
            }
        }

        return isReplaced;
    }
}

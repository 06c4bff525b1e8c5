using AngleSharp.Dom;

namespace NewsDiff.Evaluation.Extraction;

/// <summary>A line as browsers show it: text and inline elements without a break.</summary>
internal sealed record PageLine(List<INode> Nodes)
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins",
        "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var",
        "wbr",
    };

    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "script", "style", "noscript", "template", "svg", "iframe", "head",
    };

    public string Text => string.Concat(Nodes.Select(node => node.TextContent)).Trim();

    /// <summary>The words between spaces.</summary>
    public required string Words { get; init; }

    /// <summary>The lines with words in an element, in order.</summary>
    public static List<PageLine> In(IElement element)
    {
        var lines = new List<PageLine>();
        Collect(element, lines);
        return lines;
    }

    private static void Collect(INode around, List<PageLine> lines)
    {
        var run = new List<INode>();
        foreach (INode node in around.ChildNodes)
        {
            if (node is IText || (node is IElement inline && IsInline(inline)))
            {
                run.Add(node);
                continue;
            }

            if (node is IElement element)
            {
                Flush(run, lines);
                run = [];
                if (!Unseen.Contains(element.LocalName))
                {
                    Collect(element, lines);
                }
            }
        }

        Flush(run, lines);
    }

    private static bool IsInline(IElement element) =>
        Inline.Contains(element.LocalName) && element.Children.All(IsInline);

    private static void Flush(List<INode> run, List<PageLine> lines)
    {
        string words = PageCut.Key(string.Concat(run.Select(node => node.TextContent)));
        if (!string.IsNullOrWhiteSpace(words))
        {
            lines.Add(new PageLine(run) { Words = words });
        }
    }
}

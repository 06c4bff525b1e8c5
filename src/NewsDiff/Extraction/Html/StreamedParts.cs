namespace NewsDiff.Extraction.Html;

/// <summary>Puts the parts that a server sent late to their places, as the page's script does.</summary>
/// <remarks>
/// React streams a page with gaps, <c>template id="B:0"</c> or <c>"P:0"</c>, and sends each part afterwards in a hidden
/// element with the id <c>"S:0"</c>: https://react.dev/reference/react-dom/server/renderToPipeableStream
/// </remarks>
internal static class StreamedParts
{
    private const string PartMark = "id=\"S:";

    /// <summary>The comment after a gap and the text for the time of waiting.</summary>
    private const string GapEnd = "<!--/$-->";
    private const string Template = "></template>";

    /// <summary>The maximum number of parts; the others stay hidden.</summary>
    private const int MostParts = 1_000;

    /// <summary>The maximum depth of a gap.</summary>
    private const int DeepestGap = 500;

    /// <summary>The maximum length of the text in a gap, such as "Loading …".</summary>
    private const int LongestWaiting = 100;

    /// <summary>The maximum number of elements and texts in it.</summary>
    private const int MostWaitingNodes = 100;

    /// <summary>The same on a page whose comments were removed.</summary>
    private const int LongestGuessed = 30;

    /// <summary>Moves the parts of a page.</summary>
    /// <param name="tree">Its tree.</param>
    /// <param name="html">The page.</param>
    public static void Place(HtmlTree tree, string html)
    {
        if (!html.Contains(PartMark, StringComparison.Ordinal))
        {
            return;
        }

        var parts = new Dictionary<string, int>(StringComparer.Ordinal);
        var gaps = new Dictionary<string, (int Node, bool IsBoundary)>(StringComparer.Ordinal);
        HtmlElement root = tree.Root;
        for (int node = root.NextWithin(root.Node); node != 0; node = root.NextWithin(node))
        {
            if (tree[node].Tag is null || new HtmlElement(tree, node).Get(AttributeName.Id) is not { Length: > 2 } id
                || id[1] != ':')
            {
                continue;
            }

            var element = new HtmlElement(tree, node);
            if (id[0] == 'S' && element.Has(AttributeName.Hidden) && parts.Count < MostParts)
            {
                parts.TryAdd(id[2..], node);
            }
            else if (id[0] is 'B' or 'P' && element.Name == "template")
            {
                gaps.TryAdd(id[2..], (node, id[0] == 'B'));
            }
        }

        int longest = html.Contains(GapEnd, StringComparison.Ordinal) ? LongestWaiting : LongestGuessed;
        foreach ((string number, int part) in parts)
        {
            if (gaps.TryGetValue(number, out (int Node, bool IsBoundary) gap) && MayMove(tree, part, gap.Node))
            {
                Move(tree, part, gap.Node, gap.IsBoundary && !IsEmpty(tree, html, gap.Node) ? longest : 0);
            }
        }
    }

    /// <summary>Whether a gap is not inside the part that it waits for, nor very deep.</summary>
    private static bool MayMove(HtmlTree tree, int part, int gap)
    {
        int depth = 0;
        for (int node = gap; node != HtmlTree.Document; node = tree[node].Parent)
        {
            if (node == part || ++depth > DeepestGap)
            {
                return false;
            }
        }

        return true;
    }

    private static void Move(HtmlTree tree, int part, int gap, int longestWaiting)
    {
        int waiting = tree[gap].Next;
        if (longestWaiting > 0 && waiting != 0 && tree[waiting].Tag is { } tag && tag.Name != "template"
            && IsShort(tree, waiting, longestWaiting))
        {
            tree.Detach(waiting);
        }

        while (tree[part].FirstChild is var child and not 0)
        {
            tree.Detach(child);
            tree.InsertBefore(gap, child);
        }
    }

    /// <summary>Whether an element has little text and few elements, as for the time of waiting.</summary>
    private static bool IsShort(HtmlTree tree, int waiting, int longest)
    {
        var element = new HtmlElement(tree, waiting);
        int length = 0;
        int nodes = 0;
        for (int node = element.NextWithin(waiting); node != 0; node = element.NextWithin(node))
        {
            length += tree[node].Tag is null ? tree.TextOf(tree[node]).Length : 0;
            if (length > longest || ++nodes > MostWaitingNodes)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a gap ends at once, without any text for the time of waiting.</summary>
    private static bool IsEmpty(HtmlTree tree, string html, int gap)
    {
        foreach (ref readonly HtmlAttribute attribute in tree.AttributesOf(tree[gap]))
        {
            if (attribute.Name == AttributeName.Id && !attribute.IsDecoded)
            {
                ReadOnlySpan<char> rest = html.AsSpan(attribute.ValueStart + attribute.ValueLength).TrimStart("\"'");
                return rest.StartsWith(Template, StringComparison.Ordinal)
                    && rest[Template.Length..].StartsWith(GapEnd, StringComparison.Ordinal);
            }
        }

        return false;
    }
}

using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>The prose that stands together: paragraphs in one element, items of one list.</summary>
/// <remarks>A text is one long run or several; teasers and boxes have short ones, however many they are.</remarks>
internal sealed class ProseRuns
{
    /// <summary>The maximum depth of wrappers between a list's item and its text.</summary>
    private const int MostWrappers = 3;

    private readonly Page _page;
    private readonly (int Weight, int Paragraphs)[] _runs;

    /// <summary>The items of lists that were examined, and whether they have links.</summary>
    private readonly Dictionary<int, bool> _items = [];

    /// <summary>Measures the runs of a page whose roles are granted.</summary>
    public ProseRuns(Page page)
    {
        _page = page;
        _runs = new (int, int)[page.Nodes.Length];
        foreach (ref readonly TextBlock block in page.Blocks)
        {
            PageNode node = page.Nodes[block.Node];
            int prose = node.Kind == ElementKind.Heading ? 0 : ProseMeasure.ProseOf(block);
            if (prose > 0 && !node.Granted.HasAny(Roles.Denied) && !ProseMeasure.IsDeniedInline(page.Nodes, block))
            {
                ref (int Weight, int Paragraphs) run = ref _runs[RunAround(block.Node)];
                run = (run.Weight + prose, run.Paragraphs + 1);
            }
        }
    }

    /// <summary>The weight of the longest run of the page.</summary>
    public int Longest() => Longest(0, _runs.Length);

    /// <summary>The weight of the longest run in a range of nodes.</summary>
    public int Longest(int first, int end)
    {
        int longest = 0;
        foreach ((int weight, _) in _runs.AsSpan(first, end - first))
        {
            longest = Math.Max(longest, weight);
        }

        return longest;
    }

    /// <summary>The number of paragraphs that stand together in a node.</summary>
    public int ParagraphsIn(int node) => _runs[node].Paragraphs;

    /// <summary>The element around a paragraph, or the list around an item without links.</summary>
    private int RunAround(int node)
    {
        ReadOnlySpan<PageNode> nodes = _page.Nodes;
        while (node > 0 && (ElementKinds.IsInline(nodes[node].Kind) || nodes[node].Kind == ElementKind.Paragraph))
        {
            node = nodes[node].Parent;
        }

        int item = node;
        for (int i = 0; i < MostWrappers && item > 0 && nodes[item].Kind != ElementKind.ListItem; i++)
        {
            item = nodes[item].Parent;
        }

        bool isItem = item > 0 && nodes[item].Kind == ElementKind.ListItem && !HasLinks(item);
        return isItem ? nodes[item].Parent : node;
    }

    private bool HasLinks(int item)
    {
        if (!_items.TryGetValue(item, out bool hasLinks))
        {
            PageNode node = _page.Nodes[item];
            for (int i = node.FirstBlock; i < node.EndBlock && !hasLinks; i++)
            {
                hasLinks = _page.Blocks[i].LinkWeight > 0;
            }

            _items[item] = hasLinks;
        }

        return hasLinks;
    }
}

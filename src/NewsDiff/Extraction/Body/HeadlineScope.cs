using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Finds the surest place of the text: below its headline, in a stated body.</summary>
/// <remarks>
/// A short article has less prose than all the teasers around it. But its paragraphs stand together, and teasers do
/// not: the longest run of paragraphs in one element decides.
/// </remarks>
internal sealed class HeadlineScope
{
    /// <summary>The number of paragraphs that are a text; one may be a standfirst.</summary>
    private const int FewestParagraphs = 2;

    /// <summary>The maximum number of elements around the headline that are examined.</summary>
    private const int MostSteps = 40;

    private readonly Page _page;
    private readonly ProseRuns _runs;

    private HeadlineScope(Page page)
    {
        _page = page;
        _runs = new ProseRuns(page);
    }

    /// <summary>Finds the element in which the container is to be looked for.</summary>
    /// <param name="page">The page.</param>
    /// <param name="headline">The block of the headline, or -1.</param>
    /// <param name="container">The container that was found on the whole page.</param>
    /// <returns>An element; the page itself when the container is certain enough.</returns>
    public static int Find(Page page, int headline, int container)
    {
        ReadOnlySpan<PageNode> nodes = page.Nodes;
        int around = AboveText(page, headline);
        bool isBelowHeadline = around < 0 || Contains(nodes, around, container);
        int body = StatedIn(nodes, container);
        if (isBelowHeadline && body < 0)
        {
            return 0;
        }

        var scope = new HeadlineScope(page);
        int found = isBelowHeadline ? 0 : scope.AroundHeadline(around, container);
        int wide = found > 0 ? found : container;
        body = StatedIn(nodes, wide);
        return body >= 0 && scope.IsWholeText(body, wide, headline) ? body : found;
    }

    /// <summary>The innermost element with the headline and prose; -1 for none.</summary>
    private static int AboveText(Page page, int headline)
    {
        ReadOnlySpan<PageNode> nodes = page.Nodes;
        int heading = headline < 0 ? -1 : page.Blocks[headline].Node;
        if (heading < 0 || nodes[heading].Kind != ElementKind.Heading)
        {
            return -1;
        }

        // A long headline looks like prose itself.
        int around = nodes[heading].Parent;
        while (around >= 0 && nodes[around].Prose <= nodes[heading].Prose)
        {
            around = nodes[around].Parent;
        }

        return around;
    }

    /// <summary>The only stated body with prose in an element; -1 for none or several.</summary>
    private static int StatedIn(ReadOnlySpan<PageNode> nodes, int around)
    {
        int found = -1;
        for (int i = around + 1; i < nodes[around].EndNode; i++)
        {
            if (nodes[i].Own.HasAny(Roles.Body) && nodes[i].Prose > 0 && !nodes[i].Granted.HasAny(Roles.Denied))
            {
                if (found >= 0)
                {
                    return -1;
                }

                found = i;
                i = nodes[i].EndNode - 1;
            }
        }

        return found;
    }

    /// <summary>Whether a stated body has the longest run, and no text precedes or continues it.</summary>
    /// <remarks>Sections with headings of their own continue it; headings of teasers are links.</remarks>
    private bool IsWholeText(int body, int around, int headline)
    {
        ReadOnlySpan<PageNode> nodes = _page.Nodes;
        if (!HasLongestOf(body, around))
        {
            return false;
        }

        int outside = 0;
        int continued = 0;
        bool isSection = false;
        for (int i = nodes[around].FirstBlock; i < nodes[around].EndBlock; i++)
        {
            if (i == nodes[body].FirstBlock)
            {
                isSection = false;
                i = nodes[body].EndBlock - 1;
                continue;
            }

            TextBlock block = _page.Blocks[i];
            isSection = nodes[block.Node].Kind == ElementKind.Heading ? block.LinkWeight == 0 : isSection;
            int prose = nodes[block.Node].Granted.HasAny(Roles.Denied) ? 0 : ProseMeasure.ProseOf(block);
            if (prose > 0 && i > headline && i < nodes[body].FirstBlock)
            {
                return false;
            }

            outside += prose;
            continued += isSection ? prose : 0;
        }

        return continued * 2 <= outside;
    }

    /// <summary>The innermost element with headline and text; 0 when the container is in it.</summary>
    private int AroundHeadline(int around, int container)
    {
        ReadOnlySpan<PageNode> nodes = _page.Nodes;
        for (int step = 0; step < MostSteps && around > 0 && !Contains(nodes, around, container); step++)
        {
            if (HasLongestOf(around, 0) || IsArticleWithText(around))
            {
                return around;
            }

            around = nodes[around].Parent;
        }

        return 0;
    }

    /// <summary>Whether an element calls itself an article, and no paragraphs like its own stand outside.</summary>
    private bool IsArticleWithText(int node)
    {
        PageNode article = _page.Nodes[node];
        if (!article.Own.HasAny(Roles.Article | Roles.Body))
        {
            return false;
        }

        HashSet<ulong> makes = [];
        for (int i = node; i < article.EndNode; i++)
        {
            if (_runs.ParagraphsIn(i) >= FewestParagraphs)
            {
                makes.Add(_page.Makes[i]);
            }
        }

        return makes.Count > 0 && !HasAny(makes, 0, node) && !HasAny(makes, article.EndNode, _page.Nodes.Length);
    }

    /// <summary>Whether a range has paragraphs in an element of some makes: a text in chunks.</summary>
    private bool HasAny(HashSet<ulong> makes, int first, int end)
    {
        for (int i = first; i < end; i++)
        {
            if (_runs.ParagraphsIn(i) >= FewestParagraphs
                && _page.Makes[i] is not 0 and var make
                && makes.Contains(make))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Contains(ReadOnlySpan<PageNode> nodes, int outer, int inner) =>
        outer <= inner && inner < nodes[outer].EndNode;

    /// <summary>Whether no run outside of an element, within another, is longer than its longest.</summary>
    private bool HasLongestOf(int element, int around)
    {
        int end = _page.Nodes[element].EndNode;
        int own = _runs.Longest(element, end);
        return own >= _runs.Longest(around, element) && own >= _runs.Longest(end, _page.Nodes[around].EndNode);
    }
}

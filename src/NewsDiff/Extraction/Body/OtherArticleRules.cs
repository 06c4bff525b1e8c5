using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Drops the articles that a page appends below its own, for endless scrolling.</summary>
/// <remarks>
/// The page's own headline is within an article element; another such element below has a headline of at least the same
/// rank.
/// </remarks>
internal static class OtherArticleRules
{
    /// <summary>The number of first blocks of an article that are searched for its headline.</summary>
    private const int BlocksOfHead = 6;

    public static void Apply(BodyBlocks blocks, int headline)
    {
        ReadOnlySpan<PageNode> nodes = blocks.Page.Nodes;
        int own = ArticleAround(blocks.Page, headline);
        if (own <= blocks.Container || nodes[own].EndBlock > nodes[blocks.Container].EndBlock)
        {
            return;
        }

        for (int i = nodes[own].EndNode; i < nodes[blocks.Container].EndNode; i++)
        {
            if (IsOther(blocks.Page, i, headline))
            {
                blocks.Drop(nodes[i].FirstBlock - blocks.First, nodes[i].EndBlock - blocks.First);
                i = nodes[i].EndNode - 1;
            }
        }
    }

    /// <summary>Whether an element is an article of its own, beside the one with the page's headline.</summary>
    /// <param name="page">The page.</param>
    /// <param name="node">The element.</param>
    /// <param name="headline">The block of the page's headline, or -1.</param>
    public static bool IsOther(Page page, int node, int headline)
    {
        ReadOnlySpan<PageNode> nodes = page.Nodes;
        if (headline < 0 || !IsArticle(nodes[node]) || nodes[node].FirstBlock <= headline
            || nodes[page.Blocks[headline].Node] is not { Kind: ElementKind.Heading } own
            || ArticleAround(page, headline) is not (>= 0 and var article) || nodes[article].EndNode > node)
        {
            return false;
        }

        int end = Math.Min(nodes[node].EndBlock, nodes[node].FirstBlock + BlocksOfHead);
        for (int i = nodes[node].FirstBlock; i < end; i++)
        {
            if (nodes[page.Blocks[i].Node] is { Kind: ElementKind.Heading } heading)
            {
                return heading.Level <= own.Level;
            }
        }

        return false;
    }

    private static bool IsArticle(in PageNode node) => node.Kind == ElementKind.Article;

    /// <summary>The outermost article element around a block; -1 for none.</summary>
    private static int ArticleAround(Page page, int block)
    {
        int found = -1;
        for (int i = block < 0 ? -1 : page.Blocks[block].Node; i >= 0; i = page.Nodes[i].Parent)
        {
            found = IsArticle(page.Nodes[i]) ? i : found;
        }

        return found;
    }
}

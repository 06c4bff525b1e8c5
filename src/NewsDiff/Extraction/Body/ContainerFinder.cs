using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Finds the element that holds the article's body.</summary>
internal static class ContainerFinder
{
    private const int FarthestFromHeadline = 25;
    private const double HeadlineHint = 1.3;
    private const double BodyHint = 1.5;
    private const double ArticleHint = 1.2;

    /// <summary>A container replaces the previous capture's only if it scores this many times better.</summary>
    private const double ClearlyBetter = 1.2;

    /// <summary>The smallest gain in prose, in tenths, for which chunks of a body are united.</summary>
    /// <remarks>Chunks that call themselves the body are believed for any gain.</remarks>
    private const int LeastGain = 11;
    private const int AnyGain = 10;

    /// <summary>The smallest share of chunks in the prose of their common element, in tenths.</summary>
    private const int LeastChunks = 8;

    private const int Tenths = 10;

    /// <summary>The maximum number of elements examined for the previous container; more would be ambiguous.</summary>
    private const int MostSteps = 2_000_000;

    /// <summary>Finds the container: much prose and little else, the innermost of equal ones.</summary>
    /// <param name="page">The page.</param>
    /// <param name="headline">The block of the headline, or -1.</param>
    /// <param name="previous">
    /// The path of the previous capture's container, which stays unless another is clearly better; or null.
    /// </param>
    /// <returns>Its index among the nodes, or -1 when no element has prose.</returns>
    public static int Find(Page page, int headline, string? previous)
    {
        ReadOnlySpan<PageNode> nodes = page.Nodes;
        if (page.HasRuledBody)
        {
            return AroundRuled(nodes);
        }

        int best = Best(nodes, 0, nodes.Length, headline);
        if (best < 0)
        {
            return FindBrief(page);
        }

        int scope = HeadlineScope.Find(page, headline, best);
        if (scope > 0 && Best(nodes, scope, nodes[scope].EndNode, headline) is >= 0 and var inScope)
        {
            best = inScope;
        }

        int ignored = 0;
        return (previous is null ? null : Kept(page, headline, scope, ScoreOf(nodes[best], headline), previous))
            ?? Unite(page, best, headline, ref ignored);
    }

    /// <summary>The innermost element with the best score in a range of nodes; -1 when none has prose.</summary>
    private static int Best(ReadOnlySpan<PageNode> nodes, int first, int end, int headline)
    {
        int best = -1;
        double bestScore = 0;
        for (int i = first; i < end; i++)
        {
            double score = ScoreOf(nodes[i], headline);
            if (score > 0 && score >= bestScore)
            {
                best = i;
                bestScore = score;
            }
        }

        return best;
    }

    /// <summary>The previous container; null when another clearly beats it.</summary>
    private static int? Kept(Page page, int headline, int scope, double bestScore, string previous)
    {
        int? kept = null;
        double keptScore = bestScore / ClearlyBetter;
        ReadOnlySpan<PageNode> nodes = page.Nodes;
        int steps = 0;
        for (int i = scope; i < nodes[scope].EndNode && steps < MostSteps; i++)
        {
            double score = ScoreOf(nodes[i], headline);
            if (score < keptScore)
            {
                continue;
            }

            int container = Unite(page, i, headline, ref steps);
            if (ContainerPath.Of(page, container) == previous)
            {
                kept = container;
                keptScore = score;
            }
        }

        return kept;
    }

    /// <summary>The innermost element around the whole body that the site's rule selects.</summary>
    private static int AroundRuled(ReadOnlySpan<PageNode> nodes)
    {
        int around = -1;
        for (int i = 0; i < nodes.Length; i++)
        {
            if (nodes[i].Own.HasAny(Roles.Ruled))
            {
                // The elements between a text and the container show whether it is a paragraph or loose text.
                int own = nodes[i].Kind == ElementKind.Paragraph ? Math.Max(0, nodes[i].Parent) : i;
                around = around < 0 ? own : around;
                while (nodes[around].EndNode <= i)
                {
                    around = nodes[around].Parent;
                }
            }
        }

        return around;
    }

    /// <summary>The innermost element that calls itself an article and has a paragraph with a sentence.</summary>
    private static int FindBrief(Page page)
    {
        int best = -1;
        foreach (TextBlock block in page.Blocks)
        {
            PageNode node = page.Nodes[block.Node];
            if (node.Kind != ElementKind.Paragraph || block.Sentences == 0 || node.Granted.HasAny(Roles.Denied))
            {
                continue;
            }

            int around = node.Parent;
            while (around >= 0 && !page.Nodes[around].Own.HasAny(Roles.Article | Roles.Body))
            {
                around = page.Nodes[around].Parent;
            }

            best = Math.Max(best, around);
        }

        return best;
    }

    /// <summary>Finds the common element of a body that was cut into chunks of one class.</summary>
    private static int Unite(Page page, int container, int headline, ref int steps)
    {
        ReadOnlySpan<PageNode> nodes = page.Nodes;
        ulong make = page.Elements[container].Classes.IsEmpty ? 0 : page.Makes[container];
        int least = nodes[container].Own.HasAny(Roles.Body) ? AnyGain : LeastGain;
        int best = container;
        int inner = container;
        int chunks = 0;
        steps++;
        for (int around = nodes[container].Parent; around >= 0 && make != 0; around = nodes[around].Parent)
        {
            chunks = (page.Makes[inner] == make ? nodes[inner].Prose : chunks)
                + ChunksIn(page, around + 1, inner, make, headline)
                + ChunksIn(page, nodes[inner].EndNode, nodes[around].EndNode, make, headline);
            steps += nodes[around].EndNode - around - (nodes[inner].EndNode - inner);
            inner = around;
            bool isOnlyChunks = chunks * Tenths >= nodes[around].Prose * LeastChunks;
            best = chunks * Tenths > nodes[best].Prose * least && isOnlyChunks ? around : best;
            if (nodes[around].Kind is ElementKind.Article or ElementKind.Main or ElementKind.Body)
            {
                break;
            }
        }

        return best;
    }

    /// <summary>The prose of the outermost elements of one make in a range.</summary>
    private static int ChunksIn(Page page, int first, int end, ulong make, int headline)
    {
        ReadOnlySpan<PageNode> nodes = page.Nodes;
        int prose = 0;
        for (int i = first; i < end;)
        {
            bool isChunk = nodes[i].Prose > 0
                && page.Makes[i] == make && !OtherArticleRules.IsOther(page, i, headline);
            prose += isChunk ? nodes[i].Prose : 0;
            i = isChunk || nodes[i].Prose == 0 ? nodes[i].EndNode : i + 1;
        }

        return prose;
    }

    private static double ScoreOf(in PageNode node, int headline)
    {
        if (node.Prose == 0 || node.Kind is ElementKind.Paragraph || ElementKinds.IsInline(node.Kind))
        {
            return 0;
        }

        double purity = (double)node.Prose / (node.Prose + node.Noise);
        double hint = node.Own.HasAny(Roles.Body) ? BodyHint : node.Own.HasAny(Roles.Article) ? ArticleHint : 1;
        bool isBelowHeadline = headline >= 0
            && node.EndBlock > headline
            && node.FirstBlock <= headline + FarthestFromHeadline;
        return node.Prose * purity * hint * (isBelowHeadline ? HeadlineHint : 1);
    }
}

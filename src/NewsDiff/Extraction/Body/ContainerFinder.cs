using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Finds the element that holds the article's body.</summary>
internal static class ContainerFinder
{
    /// <summary>Finds the container: the most prose for the least of anything else, the innermost of equals.</summary>
    /// <returns>Its place among the nodes, or -1 when no element holds prose.</returns>
    public static int Find(ReadOnlySpan<PageNode> nodes)
    {
        int best = -1;
        double bestScore = 0;
        for (int i = 0; i < nodes.Length; i++)
        {
            double score = ScoreOf(nodes[i]);
            if (score > 0 && score >= bestScore)
            {
                best = i;
                bestScore = score;
            }
        }

        return best;
    }

    private static double ScoreOf(in PageNode node)
    {
        if (node.Prose == 0 || node.Kind is ElementKind.Paragraph || ElementKinds.IsInline(node.Kind))
        {
            return 0;
        }

        double purity = (double)node.Prose / (node.Prose + node.Noise);
        double hint = node.Own.HasAny(Roles.Body) ? 1.2 : node.Own.HasAny(Roles.Article) ? 1.05 : 1;
        return node.Prose * purity * hint;
    }
}

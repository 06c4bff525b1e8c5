namespace NewsDiff.Diffing.Alignment;

/// <summary>Chooses the pairs that keep the order of both articles and share the most words.</summary>
/// <remarks>The heaviest increasing subsequence, by a Fenwick tree of best chains (Jacobson and Vo 1992).</remarks>
internal static class HeaviestChain
{
    // Most paragraphs weigh about the same: if two blocks changed places, the one with fewer paragraphs moved. Only
    // paragraphs of a few words (headings, names, "Read more") weigh less.
    private const double FewWords = 3;
    private const double LeastWeight = 0.05;

    /// <summary>Finds the chain.</summary>
    /// <param name="pairs">The candidates in ascending order of old, then of new place.</param>
    /// <param name="newCount">The number of new paragraphs.</param>
    /// <returns>The chosen pairs, in order.</returns>
    internal static List<ParagraphPair> Find(List<ParagraphPair> pairs, int newCount)
    {
        var best = new int[newCount + 1];
        Array.Fill(best, -1);
        var scores = new double[pairs.Count];
        var before = new int[pairs.Count];
        for (int start = 0; start < pairs.Count;)
        {
            int end = start;
            while (end < pairs.Count && pairs[end].Old == pairs[start].Old)
            {
                end++;
            }

            // The last new place comes first, so that a chain never has two pairs of one old paragraph.
            for (int p = end - 1; p >= start; p--)
            {
                before[p] = Query(best, scores, pairs[p].New);
                scores[p] = Weight(pairs[p]) + (before[p] < 0 ? 0 : scores[before[p]]);
                Update(best, scores, pairs[p].New + 1, p);
            }

            start = end;
        }

        var chain = new List<ParagraphPair>();
        for (int p = Query(best, scores, newCount); p >= 0; p = before[p])
        {
            chain.Add(pairs[p]);
        }

        chain.Reverse();
        return chain;
    }

    // The similarity is squared, so that two vague pairs do not outweigh a good one that they cross.
    private static double Weight(ParagraphPair pair) =>
        (pair.Similarity * pair.Similarity * (pair.Words / (pair.Words + FewWords))) + LeastWeight;

    // The best chain that ends before a new place.
    private static int Query(int[] best, double[] scores, int place)
    {
        int winner = -1;
        for (int node = place; node > 0; node &= node - 1)
        {
            if (best[node] >= 0 && (winner < 0 || scores[best[node]] > scores[winner]))
            {
                winner = best[node];
            }
        }

        return winner;
    }

    private static void Update(int[] best, double[] scores, int node, int pair)
    {
        for (; node < best.Length; node += node & -node)
        {
            if (best[node] < 0 || scores[pair] > scores[best[node]])
            {
                best[node] = pair;
            }
        }
    }
}

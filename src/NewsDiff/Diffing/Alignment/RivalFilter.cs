namespace NewsDiff.Diffing.Alignment;

/// <summary>Drops vague pairs of which one paragraph clearly belongs to another: they would only stand in the way.</summary>
internal static class RivalFilter
{
    // A pair so similar is never dropped.
    private const double Similar = 0.6;

    // A rival holds at least this share of the paragraph, and the pair less than this part of what the rival holds.
    private const double LeastRivalShare = 0.6;
    private const double Lesser = 0.6;

    internal static List<ParagraphPair> Apply(List<ParagraphPair> pairs, int oldCount, int newCount)
    {
        var oldBest = new double[oldCount];
        var newBest = new double[newCount];
        foreach (ParagraphPair pair in pairs)
        {
            oldBest[pair.Old] = Math.Max(oldBest[pair.Old], pair.OldShare);
            newBest[pair.New] = Math.Max(newBest[pair.New], pair.NewShare);
        }

        return pairs.FindAll(pair => pair.Similarity >= Similar
            || !(Yields(pair.OldShare, oldBest[pair.Old]) || Yields(pair.NewShare, newBest[pair.New])));
    }

    private static bool Yields(double share, double best) => best >= LeastRivalShare && share < Lesser * best;
}

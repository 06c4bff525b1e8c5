using System.Collections.Immutable;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Decides which paragraphs of two articles belong together, and in which order they are shown.</summary>
/// <remarks>Similar pairs in order first, then their splits and merges, then moves among what is left.</remarks>
internal static class ParagraphAligner
{
    private const double LeastSimilarity = 0.3;
    private const double LeastMovedSimilarity = 0.5;

    /// <summary>Aligns paragraphs.</summary>
    /// <param name="old">The old paragraphs.</param>
    /// <param name="new">The new paragraphs.</param>
    /// <param name="options">How to compare.</param>
    /// <returns>One row per group, in the order of the new article; deleted ones where they were.</returns>
    internal static ImmutableArray<ParagraphChange> Align(
        ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, DiffOptions options)
    {
        var words = new ParagraphWords(old, @new, options);
        List<ParagraphPair> pairs = new PairFinder(words, old.Length, @new.Length).Find(LeastSimilarity);
        bool[] oldIsFree = [.. Enumerable.Repeat(element: true, old.Length)];
        bool[] newIsFree = [.. Enumerable.Repeat(element: true, @new.Length)];
        List<ParagraphGroup> groups = Take(HeaviestChain.Find(pairs, @new.Length), oldIsFree, newIsFree, isMoved: false);
        new SplitFinder(words).Extend(groups, oldIsFree, newIsFree);
        IEnumerable<ParagraphPair> moves = pairs
            .Where(pair => pair.Shared > 0 && pair.Similarity >= LeastMovedSimilarity)
            .OrderByDescending(pair => pair.Similarity * pair.Shared).ThenBy(pair => pair.Old).ThenBy(pair => pair.New);
        groups.AddRange(Take(moves, oldIsFree, newIsFree, isMoved: true));
        return new ParagraphRows(old, @new, options).Write(groups, oldIsFree);
    }

    private static List<ParagraphGroup> Take(
        IEnumerable<ParagraphPair> pairs, bool[] oldIsFree, bool[] newIsFree, bool isMoved)
    {
        var groups = new List<ParagraphGroup>();
        foreach (ParagraphPair pair in pairs)
        {
            if (oldIsFree[pair.Old] && newIsFree[pair.New])
            {
                oldIsFree[pair.Old] = false;
                newIsFree[pair.New] = false;
                groups.Add(new ParagraphGroup(pair.Old, pair.New, pair.ReadsAlike, isMoved));
            }
        }

        return groups;
    }
}

using System.Collections.Immutable;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Decides which paragraphs of two articles belong together, and in which order they are shown.</summary>
/// <remarks>
/// Similar pairs that keep the order first, then clear moves among what is left, then the other parts of what was split
/// or merged, and last what was moved and edited, or rewritten in its place.
/// </remarks>
internal static class ParagraphAligner
{
    /// <summary>Aligns paragraphs.</summary>
    /// <param name="old">The old paragraphs.</param>
    /// <param name="new">The new paragraphs.</param>
    /// <param name="options">How to compare.</param>
    /// <returns>One row per group, in the order of the new article; deleted ones where they were.</returns>
    internal static ImmutableArray<ParagraphChange> Align(
        ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, DiffOptions options)
    {
        var words = new ParagraphWords(old, @new, options);
        List<ParagraphPair> pairs = RivalFilter.Apply(
            new PairFinder(words, old.Length, @new.Length).Find(), old.Length, @new.Length);
        var groups = new GroupList(old.Length, @new.Length);
        groups.AddInPlace(HeaviestChain.Find(pairs, @new.Length));
        groups.AddMoved(pairs, GroupList.SurelyMoved);
        var texts = new ParagraphTexts(old, @new, options);
        var splits = new SplitFinder(words, texts);
        splits.Extend(groups);
        groups.DropFragments(words);
        groups.AddMoved(pairs, GroupList.LikelyMoved);
        splits.Extend(groups);
        splits.ExtendAnywhere(groups, pairs);
        new GapFiller(texts).Fill(groups);
        return new ParagraphRows(texts).Write(groups);
    }
}

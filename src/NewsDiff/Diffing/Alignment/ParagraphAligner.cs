using System.Collections.Immutable;

namespace NewsDiff.Diffing.Alignment;

/// <summary>Decides which paragraphs of two articles belong together, and their order.</summary>
/// <remarks>
/// First, similar pairs in the same order; then clear moves among the rest; then the other parts of splits and merges;
/// last, paragraphs that were moved and edited, or rewritten in place.
/// </remarks>
internal static class ParagraphAligner
{
    /// <summary>Aligns paragraphs.</summary>
    /// <param name="old">The old paragraphs.</param>
    /// <param name="new">The new paragraphs.</param>
    /// <param name="options">How to compare.</param>
    /// <returns>One row per group, in the order of the new article; deleted ones at their old place.</returns>
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

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
    /// <returns>
    /// A row for each group and for each other paragraph, in the order of the new article; deleted paragraphs are at
    /// their old place.
    /// </returns>
    internal static ImmutableArray<ParagraphChange> Align(
        ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, DiffOptions options)
    {
        ImmutableArray<ParagraphChange> rows = SureAlignment.TryAlign(old, @new, options);
        return rows.IsDefault ? AlignWhole(old, @new, options) : rows;
    }

    /// <summary>Aligns paragraphs by the words of all of them, even if their ends are equal.</summary>
    internal static ImmutableArray<ParagraphChange> AlignWhole(
        ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new, DiffOptions options)
    {
        // There is no finally: after an exception, the reader and the engine may be half used, so they are not kept.
        WordBagReader reader = WordBagReaderPool.Rent(options);
        DiffEngine engine = DiffEnginePool.Rent(options, longestText: 0);
        ImmutableArray<ParagraphChange> rows = AlignWords(
            new ParagraphWords(old, @new, reader),
            new ParagraphTexts(old, @new, engine, options),
            old,
            @new);
        WordBagReaderPool.Return(reader);
        DiffEnginePool.Return(engine);
        return rows;
    }

    private static ImmutableArray<ParagraphChange> AlignWords(
        ParagraphWords words, ParagraphTexts texts, ImmutableArray<Paragraph> old, ImmutableArray<Paragraph> @new)
    {
        List<ParagraphPair> pairs = new PairFinder(words, old.Length, @new.Length).Find();
        RivalFilter.Apply(pairs, old.Length, @new.Length);
        RowNames.Apply(pairs, words, old, @new);
        var groups = new GroupList(old.Length, @new.Length);
        groups.AddInPlace(HeaviestChain.Find(pairs, @new.Length));
        groups.AddMoved(pairs, GroupList.SurelyMoved);
        var splits = new SplitFinder(words, texts);
        splits.Extend(groups);
        groups.DropFragments(words);
        groups.AddMoved(pairs, GroupList.LikelyMoved);
        splits.Extend(groups);
        splits.ExtendAnywhere(groups, pairs);
        new GapFiller(texts).Fill(groups);
        return new ParagraphRows(words, texts).Write(groups);
    }
}

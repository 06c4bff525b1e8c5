using System.Collections.Immutable;

namespace NewsDiff.Evaluation.Moves;

/// <summary>Changed text of a paragraph, before or after what moved is taken out of it.</summary>
/// <param name="Paragraph">The paragraph; 0 in a comparison of texts.</param>
/// <param name="Text">The text of the paragraph.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal readonly record struct Stretch(int Paragraph, string Text, int Start, int End)
{
    internal ReadOnlyMemory<char> Shown => Text.AsMemory(Start..End);

    internal static List<Stretch> Deleted(TextDiff diff) => [.. Of(diff, EditKind.Delete).Select(
        edit => new Stretch(0, diff.OldText, edit.OldStart, edit.OldStart + edit.OldLength))];

    internal static List<Stretch> Inserted(TextDiff diff) => [.. Of(diff, EditKind.Insert).Select(
        edit => new Stretch(0, diff.NewText, edit.NewStart, edit.NewStart + edit.NewLength))];

    internal static List<Stretch> Deleted(ArticleDiff diff) => [.. diff.Paragraphs.SelectMany(change => In(
        diff.Before.Paragraphs,
        change.OldIndexes,
        change.Words is { } words ? Of(words, EditKind.Delete).Select(edit => edit.OldRange) : [Range.All]))];

    internal static List<Stretch> Inserted(ArticleDiff diff) => [.. diff.Paragraphs.SelectMany(change => In(
        diff.After.Paragraphs,
        change.NewIndexes,
        change.Words is { } words ? Of(words, EditKind.Insert).Select(edit => edit.NewRange) : [Range.All]))];

    /// <summary>What is left of stretches without what moved.</summary>
    internal static IEnumerable<Stretch> Without(
        IEnumerable<Stretch> stretches, IEnumerable<(int Paragraph, Range Range)> moves)
    {
        ILookup<int, Range> places = moves.OrderBy(move => move.Range.Start.Value)
            .ToLookup(move => move.Paragraph, move => move.Range);
        foreach (Stretch stretch in stretches)
        {
            int start = stretch.Start;
            foreach (Range move in places[stretch.Paragraph]
                .Where(move => move.Start.Value < stretch.End && move.End.Value > stretch.Start))
            {
                yield return stretch with { Start = start, End = Math.Max(start, move.Start.Value) };
                start = Math.Min(move.End.Value, stretch.End);
            }

            yield return stretch with { Start = start };
        }
    }

    private static IEnumerable<DiffEdit> Of(TextDiff diff, EditKind kind) =>
        diff.Edits.Where(edit => edit.Kind == kind);

    // The parts of ranges in each of several paragraphs, which blank lines join.
    private static List<Stretch> In(
        ImmutableArray<Paragraph> paragraphs, ImmutableArray<int> indexes, IEnumerable<Range> ranges)
    {
        int all = indexes.Sum(index => paragraphs[index].Text.Length + 2);
        var stretches = new List<Stretch>();
        foreach ((int from, int length) in ranges.Select(range => range.GetOffsetAndLength(all)))
        {
            int offset = 0;
            foreach (int index in indexes)
            {
                string text = paragraphs[index].Text;
                int start = Math.Clamp(from - offset, 0, text.Length);
                int end = Math.Clamp(from + length - offset, start, text.Length);
                stretches.Add(new Stretch(index, text, start, end));
                offset += text.Length + 2;
            }
        }

        return stretches;
    }
}

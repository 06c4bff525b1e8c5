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

    internal static List<Stretch> Deleted(TextDiff diff) =>
        [.. Of(diff, EditKind.Delete).Select(edit => new Stretch(0, diff.OldText, edit.OldStart, EndOf(edit.OldRange)))];

    internal static List<Stretch> Inserted(TextDiff diff) =>
        [.. Of(diff, EditKind.Insert).Select(edit => new Stretch(0, diff.NewText, edit.NewStart, EndOf(edit.NewRange)))];

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
        IEnumerable<Stretch> stretches, IEnumerable<(int Paragraph, int Start, int End)> moves)
    {
        ILookup<int, (int Paragraph, int Start, int End)> places = moves.OrderBy(move => move.Start)
            .ToLookup(move => move.Paragraph);
        foreach (Stretch stretch in stretches)
        {
            int start = stretch.Start;
            foreach ((_, int from, int to) in places[stretch.Paragraph]
                .Where(move => move.Start < stretch.End && move.End > stretch.Start))
            {
                yield return stretch with { Start = start, End = Math.Max(start, from) };
                start = Math.Min(to, stretch.End);
            }

            yield return stretch with { Start = start };
        }
    }

    private static IEnumerable<DiffEdit> Of(TextDiff diff, EditKind kind) => diff.Edits.Where(edit => edit.Kind == kind);

    private static int EndOf(Range range) => range.End.Value;

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

using System.Collections.Immutable;

namespace NewsDiff.Classification;

/// <summary>One changed place of a row, widened to whole words on both sides.</summary>
/// <param name="Row">The row, as in <see cref="ChangeLabel.Row"/>.</param>
/// <param name="OldText">The row's whole old text.</param>
/// <param name="NewText">The row's whole new text.</param>
/// <param name="OldRange">The place in the old text.</param>
/// <param name="NewRange">The place in the new text.</param>
internal readonly record struct Passage(int Row, string OldText, string NewText, Range OldRange, Range NewRange)
{
    /// <summary>The deleted paragraph that this one replaces; null for none.</summary>
    public string? Replaced { get; private init; }

    /// <summary>The words before.</summary>
    public string Old => Replaced ?? OldText[OldRange];

    /// <summary>The words after.</summary>
    public string New => NewText[NewRange];

    /// <summary>The changed places of a comparison, in reading order.</summary>
    public static IEnumerable<Passage> Of(ArticleDiff diff)
    {
        foreach (Passage passage in Of(ChangeLabel.HeadlineRow, diff.Title))
        {
            yield return passage;
        }

        for (int row = 0; row < diff.Paragraphs.Length; row++)
        {
            ParagraphChange change = diff.Paragraphs[row];
            IEnumerable<Passage> passages = change switch
            {
                { Words: { } words } => Of(row, words),
                { Kind: ParagraphChangeKind.Inserted } => [Whole(row, "", TextOf(diff, row)) with
                {
                    Replaced = Deleted(diff, row - 1) ?? Deleted(diff, row + 1),
                }],
                { Kind: ParagraphChangeKind.Deleted } => [Whole(row, TextOf(diff, row), "")],
                _ => [],
            };
            foreach (Passage passage in passages)
            {
                yield return passage;
            }
        }
    }

    private static string? Deleted(ArticleDiff diff, int row) =>
        row >= 0 && row < diff.Paragraphs.Length && diff.Paragraphs[row].Kind == ParagraphChangeKind.Deleted
            ? TextOf(diff, row)
            : null;

    private static string TextOf(ArticleDiff diff, int row) => diff.Paragraphs[row] switch
    {
        { Kind: ParagraphChangeKind.Inserted } change => diff.After.Paragraphs[change.NewIndexes[0]].Text,
        { } change => diff.Before.Paragraphs[change.OldIndexes[0]].Text,
    };

    private static Passage Whole(int row, string old, string @new) => new(row, old, @new, .., ..);

    private static IEnumerable<Passage> Of(int row, TextDiff words)
    {
        ImmutableArray<DiffEdit> edits = words.Edits;
        for (int i = 0; i < edits.Length; i++)
        {
            if (edits[i].Kind == EditKind.Equal)
            {
                continue;
            }

            DiffEdit first = edits[i];
            while (i + 1 < edits.Length && edits[i + 1].Kind != EditKind.Equal)
            {
                i++;
            }

            DiffEdit last = edits[i];
            yield return Widened(
                row, words, first.OldStart..(last.OldStart + last.OldLength),
                first.NewStart..(last.NewStart + last.NewLength));
        }
    }

    /// <summary>A place, extended to the whole words at its ends.</summary>
    /// <remarks>The added characters are the same on both sides.</remarks>
    private static Passage Widened(int row, TextDiff words, Range old, Range @new)
    {
        (string oldText, string newText) = (words.OldText, words.NewText);
        (int oldStart, int oldEnd) = (old.Start.Value, old.End.Value);
        (int newStart, int newEnd) = (@new.Start.Value, @new.End.Value);
        if (TouchesWord(oldText, oldStart, oldEnd, oldStart) || TouchesWord(newText, newStart, newEnd, newStart))
        {
            while (oldStart > 0 && newStart > 0 && IsSame(oldText[oldStart - 1], newText[newStart - 1]))
            {
                (oldStart, newStart) = (oldStart - 1, newStart - 1);
            }
        }

        if (TouchesWord(oldText, old.Start.Value, oldEnd, oldEnd - 1)
            || TouchesWord(newText, @new.Start.Value, newEnd, newEnd - 1))
        {
            while (oldEnd < oldText.Length && newEnd < newText.Length && IsSame(oldText[oldEnd], newText[newEnd]))
            {
                (oldEnd, newEnd) = (oldEnd + 1, newEnd + 1);
            }
        }

        return new Passage(row, oldText, newText, oldStart..oldEnd, newStart..newEnd);
    }

    private static bool TouchesWord(string text, int start, int end, int at) =>
        start < end && !char.IsWhiteSpace(text[at]);

    private static bool IsSame(char old, char @new) => old == @new && !char.IsWhiteSpace(old);
}

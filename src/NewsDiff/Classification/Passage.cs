using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Classification;

/// <summary>One changed place of a row, widened to whole words on both sides.</summary>
/// <param name="Row">The row, as in <see cref="ChangeLabel.Row"/>.</param>
/// <param name="OldText">The row's whole old text.</param>
/// <param name="NewText">The row's whole new text.</param>
/// <param name="OldRange">The place in the old text.</param>
/// <param name="NewRange">The place in the new text.</param>
internal readonly record struct Passage(int Row, string OldText, string NewText, Range OldRange, Range NewRange)
{
    /// <summary>Chinese, Japanese and Korean characters begin here.</summary>
    private const char FirstEastAsian = '\u2E80';

    private const int MostEastAsianLetters = 4;

    /// <summary>The deleted paragraph that this one replaces; null for none.</summary>
    public string? Replaced { get; private init; }

    /// <summary>What changed in the old text, without the rest of its words.</summary>
    public Range OldCore { get; private init; } = OldRange;

    /// <summary>What changed in the new text, without the rest of its words.</summary>
    public Range NewCore { get; private init; } = NewRange;

    /// <summary>The words before.</summary>
    public string Old => ReadableText.Compact(Replaced ?? OldText[OldRange]);

    /// <summary>The words after.</summary>
    public string New => ReadableText.Compact(NewText[NewRange]);

    /// <summary>The same place in texts without web addresses.</summary>
    public Passage WithoutAddresses() => this with
    {
        OldText = ReadableText.WithoutAddresses(OldText),
        NewText = ReadableText.WithoutAddresses(NewText),
        Replaced = Replaced is null ? null : ReadableText.WithoutAddresses(Replaced),
    };

    /// <summary>Whether a whole sentence or the label of a line was added or removed here.</summary>
    public bool IsSentence =>
        (Old.Length == 0 && IsSentenceIn(NewText, NewRange)) || (New.Length == 0 && IsSentenceIn(OldText, OldRange));

    /// <summary>Whether another place of the row is in the same sentence.</summary>
    public bool IsInSentenceOf(Passage other)
    {
        (int start, int otherStart) = (NewRange.Start.GetOffset(NewText.Length), other.NewRange.Start.GetOffset(NewText.Length));
        ReadOnlySpan<char> between = NewText.AsSpan()[Math.Min(start, otherStart)..Math.Max(start, otherStart)];
        return !between.ContainsAny('。', '！', '？')
            && !between.Contains(". ", StringComparison.Ordinal)
            && !between.Contains("! ", StringComparison.Ordinal)
            && !between.Contains("? ", StringComparison.Ordinal);
    }

    /// <summary>Whether words were only added here and only removed there in the same sentence, or the reverse.</summary>
    public bool IsOppositeOf(Passage other) =>
        ((IsEmpty(OldCore) && IsEmpty(other.NewCore)) || (IsEmpty(NewCore) && IsEmpty(other.OldCore)))
        && IsInSentenceOf(other);

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

    private static bool IsSentenceIn(string text, Range place)
    {
        (int start, int length) = place.GetOffsetAndLength(text.Length);
        return text.AsSpan(start, length).TrimEnd() is [.., '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '：']
            && (text.AsSpan(0, start).TrimEnd(" \u2060\"”»") is [] or [.., '.' or '!' or '?' or '…' or '。' or '！' or '？']
                || text.AsSpan(0, start).TrimEnd(' ') is [.., '\n']);
    }

    private static bool IsEmpty(Range range) => range.Start.Equals(range.End);

    private static string? Deleted(ArticleDiff diff, int row) =>
        row >= 0 && row < diff.Paragraphs.Length && diff.Paragraphs[row].Kind == ParagraphChangeKind.Deleted
            ? ReadableText.Decode(TextOf(diff, row))
            : null;

    private static string TextOf(ArticleDiff diff, int row) => diff.Paragraphs[row] switch
    {
        { Kind: ParagraphChangeKind.Inserted } change => diff.After.Paragraphs[change.NewIndexes[0]].Text,
        { } change => diff.Before.Paragraphs[change.OldIndexes[0]].Text,
    };

    private static Passage Whole(int row, string old, string @new) =>
        new(row, ReadableText.Decode(old), ReadableText.Decode(@new), .., ..);

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
        int before = 0;
        if (TouchesWord(oldText, oldStart, oldEnd, oldStart) || TouchesWord(newText, newStart, newEnd, newStart))
        {
            before = CommonLength(oldText.AsSpan(0, oldStart), newText.AsSpan(0, newStart), isBackward: true);
        }

        int after = 0;
        if (TouchesWord(oldText, oldStart, oldEnd, oldEnd - 1) || TouchesWord(newText, newStart, newEnd, newEnd - 1))
        {
            after = CommonLength(oldText.AsSpan(oldEnd), newText.AsSpan(newEnd), isBackward: false);
        }

        return new Passage(
            row, ReadableText.Decode(oldText), ReadableText.Decode(newText),
            (oldStart - before)..(oldEnd + after), (newStart - before)..(newEnd + after))
        {
            OldCore = old,
            NewCore = @new,
        };
    }

    private static bool TouchesWord(string text, int start, int end, int at) =>
        start < end && !char.IsWhiteSpace(text[at]);

    /// <summary>How far both sides go on with the same characters of the same word.</summary>
    private static int CommonLength(ReadOnlySpan<char> old, ReadOnlySpan<char> @new, bool isBackward)
    {
        int length = 0;
        int ideographs = 0;
        while (length < old.Length && length < @new.Length)
        {
            char character = isBackward ? old[^(length + 1)] : old[length];
            if (character != (isBackward ? @new[^(length + 1)] : @new[length]) || EndsWord(character, ref ideographs))
            {
                break;
            }

            length++;
        }

        return length;
    }

    /// <summary>
    /// Whether a word ends here; in scripts without spaces, at a mark or after as many letters as a word has.
    /// </summary>
    private static bool EndsWord(char character, ref int letters) =>
        char.IsWhiteSpace(character)
        || (character >= FirstEastAsian
            && (char.IsLetter(character) ? ++letters > MostEastAsianLetters : !char.IsDigit(character) && IsMark(character)));

    private static bool IsMark(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
        || character is '、' or '。' or '，' or '！' or '？';
}

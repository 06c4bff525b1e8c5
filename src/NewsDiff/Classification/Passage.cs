using System.Collections.Immutable;
using System.Globalization;

namespace NewsDiff.Classification;

/// <summary>One changed place of a row, widened to whole words on both sides.</summary>
internal sealed class Passage
{
    private const int MostEastAsianLetters = 4;

    /// <summary>Places farther apart than so many characters are not looked at together.</summary>
    private const int LongestSentence = 600;

    /// <summary>A place is widened by at most so many characters on each side.</summary>
    private const int LongestWord = 100;

    private readonly string? _replaced;
    private List<string>? _oldWords;
    private List<string>? _newWords;

    private Passage(int row, RowText oldRow, RowText newRow, Range old, Range @new, string? replaced = null)
    {
        (Row, OldRow, NewRow, OldRange, NewRange, _replaced) = (row, oldRow, newRow, old, @new, replaced);
        (OldCore, NewCore) = (old, @new);
        Old = ReadableText.Compact(replaced ?? OldText[old]);
        New = ReadableText.Compact(NewText[@new]);
        (OldOnly, NewOnly) = (Old.Trim(), New.Trim());
    }

    private Passage(
        int row, RowText oldRow, RowText newRow, Range old, Range @new, Range oldCore, Range newCore)
        : this(row, oldRow, newRow, old, @new)
    {
        (OldCore, NewCore) = (oldCore, newCore);
        OldOnly = ReadableText.Compact(OldText[oldCore]).Trim();
        NewOnly = ReadableText.Compact(NewText[newCore]).Trim();
    }

    /// <summary>The row, as in <see cref="ChangeLabel.Row"/>.</summary>
    public int Row { get; }

    /// <summary>The row's whole old text.</summary>
    public RowText OldRow { get; }

    /// <summary>The row's whole new text.</summary>
    public RowText NewRow { get; }

    public string OldText => OldRow.Text;

    public string NewText => NewRow.Text;

    /// <summary>The place in the old text.</summary>
    public Range OldRange { get; }

    /// <summary>The place in the new text.</summary>
    public Range NewRange { get; }

    /// <summary>What changed in the old text, without the rest of its words.</summary>
    public Range OldCore { get; }

    /// <summary>What changed in the new text, without the rest of its words.</summary>
    public Range NewCore { get; }

    /// <summary>The deleted paragraph that this one replaces; null for none.</summary>
    public string? Replaced => _replaced;

    /// <summary>The words before.</summary>
    public string Old { get; }

    /// <summary>The words after.</summary>
    public string New { get; }

    /// <summary><see cref="Old"/>, cut into words.</summary>
    public List<string> OldWords => _oldWords ??= WordList.Of(Old);

    /// <summary><see cref="New"/>, cut into words.</summary>
    public List<string> NewWords => _newWords ??= WordList.Of(New);

    /// <summary>The words before, without those that both sides share.</summary>
    public string OldOnly { get; }

    /// <summary>The words after, without those that both sides share.</summary>
    public string NewOnly { get; }

    /// <summary>The same place in texts without web addresses.</summary>
    public Passage WithoutAddresses()
    {
        (RowText old, RowText @new) = (OldRow.WithoutAddresses, NewRow.WithoutAddresses);
        return ReferenceEquals(old, OldRow) && ReferenceEquals(@new, NewRow) && _replaced is null ? this
            : _replaced is null ? new Passage(Row, old, @new, OldRange, NewRange, OldCore, NewCore)
            : new Passage(Row, old, @new, OldRange, NewRange, ReadableText.WithoutAddresses(_replaced));
    }

    /// <summary>Whether a whole sentence or the label of a line was added or removed here.</summary>
    public bool IsSentence =>
        (OldOnly.Length == 0 && IsSentenceIn(NewText, NewCore))
        || (NewOnly.Length == 0 && IsSentenceIn(OldText, OldCore));

    /// <summary>The places of the row that may be in the same sentence, in their order.</summary>
    public IEnumerable<Passage> Near(IReadOnlyList<Passage> row)
    {
        int start = CoreStart;
        (int first, int end) = (0, row.Count);
        while (first < end)
        {
            int middle = (first + end) / 2;
            (first, end) = row[middle].CoreStart < start - LongestSentence ? (middle + 1, end) : (first, middle);
        }

        for (; first < row.Count && row[first].CoreStart <= start + LongestSentence; first++)
        {
            yield return row[first];
        }
    }

    private int Start => NewRange.Start.GetOffset(NewText.Length);

    private int CoreStart => NewCore.Start.GetOffset(NewText.Length);

    /// <summary>Whether another place of the row is in the same sentence.</summary>
    public bool IsInSentenceOf(Passage other)
    {
        ReadOnlySpan<char> between = NewText.AsSpan()[Math.Min(Start, other.Start)..Math.Max(Start, other.Start)];
        return between.Length <= LongestSentence
            && !between.ContainsAny('。', '！', '？')
            && !between.Contains(". ", StringComparison.Ordinal)
            && !between.Contains("! ", StringComparison.Ordinal)
            && !between.Contains("? ", StringComparison.Ordinal);
    }

    /// <summary>Whether words were added here and removed there in one sentence, or the reverse.</summary>
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
                { Kind: ParagraphChangeKind.Inserted } =>
                    [Whole(row, "", TextOf(diff, row), Deleted(diff, row - 1) ?? Deleted(diff, row + 1))],
                { Kind: ParagraphChangeKind.Deleted } => [Whole(row, TextOf(diff, row), "", null)],
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
        ReadOnlySpan<char> before = text.AsSpan(0, start);
        return text.AsSpan(start, length).TrimEnd() is [.., var last] && (EndsSentence(last) || last is ':' or '：')
            && (before.TrimEnd(" \u2060\"”»") is [] || EndsSentence(before.TrimEnd(" \u2060\"”»")[^1])
                || before.TrimEnd(' ') is [.., '\n']);
    }

    private static bool EndsSentence(char mark) => mark is '.' or '!' or '?' or '…' or '。' or '！' or '？';

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

    private static Passage Whole(int row, string old, string @new, string? replaced) =>
        new(row, RowText.Of(old), RowText.Of(@new), .., .., replaced);

    private static IEnumerable<Passage> Of(int row, TextDiff words)
    {
        ImmutableArray<DiffEdit> edits = words.Edits;
        (RowText oldRow, RowText newRow) = (RowText.Of(words.OldText), RowText.Of(words.NewText));
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
                row, words, oldRow, newRow, first.OldStart..(last.OldStart + last.OldLength),
                first.NewStart..(last.NewStart + last.NewLength));
        }
    }

    /// <summary>A place, extended to the whole words at its ends.</summary>
    /// <remarks>The added characters are the same on both sides.</remarks>
    private static Passage Widened(
        int row, TextDiff words, RowText oldRow, RowText newRow, Range old, Range @new)
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
            row, oldRow, newRow,
            (oldStart - before)..(oldEnd + after), (newStart - before)..(newEnd + after), old, @new);
    }

    private static bool TouchesWord(string text, int start, int end, int at) =>
        start < end && !char.IsWhiteSpace(text[at]);

    /// <summary>How far both sides go on with the same characters of the same word.</summary>
    private static int CommonLength(ReadOnlySpan<char> old, ReadOnlySpan<char> @new, bool isBackward)
    {
        int length = 0;
        int ideographs = 0;
        while (length < Math.Min(Math.Min(old.Length, @new.Length), LongestWord))
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
        || (character >= EastAsian.First
            && (char.IsLetter(character) ? ++letters > MostEastAsianLetters : IsMark(character)));

    private static bool IsMark(char character) => char.GetUnicodeCategory(character) is
        UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
        || character is '、' or '。' or '，' or '！' or '？';
}

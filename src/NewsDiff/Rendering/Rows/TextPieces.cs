using System.Buffers;
using System.Collections.Immutable;

namespace NewsDiff.Rendering.Rows;

/// <summary>Cuts comparisons into pieces, at edits and at blank lines.</summary>
internal static class TextPieces
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    internal static ImmutableArray<TextPiece> OfOld(TextDiff diff) => OfOld(diff, .., []);

    /// <summary>The pieces of a part of the old text.</summary>
    internal static ImmutableArray<TextPiece> OfOld(TextDiff diff, Range part, ImmutableArray<MarkedRange> left)
    {
        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>(diff.Edits.Length);
        foreach (DiffEdit edit in diff.Edits)
        {
            (int Start, int End) range = Within(diff.OldText, edit.OldStart, edit.OldLength, part);
            Add(edit.Kind, diff.OldText, range, left, isCombined: false, pieces);
        }

        return pieces.ToImmutable();
    }

    internal static ImmutableArray<TextPiece> OfNew(TextDiff diff) => OfNew(diff, .., []);

    /// <summary>The pieces of a part of the new text.</summary>
    internal static ImmutableArray<TextPiece> OfNew(TextDiff diff, Range part, ImmutableArray<MarkedRange> moved)
    {
        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>(diff.Edits.Length);
        foreach (DiffEdit edit in diff.Edits)
        {
            (int Start, int End) range = Within(diff.NewText, edit.NewStart, edit.NewLength, part);
            Add(edit.Kind, diff.NewText, range, moved, isCombined: false, pieces);
        }

        return pieces.ToImmutable();
    }

    internal static ImmutableArray<TextPiece> OfBoth(TextDiff diff) => OfBoth(diff, [], []);

    /// <summary>The pieces of both texts in one; moved text is shown at its new place.</summary>
    internal static ImmutableArray<TextPiece> OfBoth(
        TextDiff diff, ImmutableArray<MarkedRange> left, ImmutableArray<MarkedRange> moved)
    {
        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>(diff.Edits.Length);
        foreach (DiffEdit edit in diff.Edits)
        {
            bool isOld = edit.Kind == EditKind.Delete;
            (int Start, int End) range = isOld
                ? (edit.OldStart, edit.OldStart + edit.OldLength)
                : (edit.NewStart, edit.NewStart + edit.NewLength);
            Add(edit.Kind, isOld ? diff.OldText : diff.NewText, range, isOld ? left : moved, isCombined: true, pieces);
        }

        return pieces.ToImmutable();
    }

    /// <summary>The pieces of paragraphs that are on one side only.</summary>
    internal static ImmutableArray<TextPiece> OfParagraphs(
        ImmutableArray<Paragraph> paragraphs,
        ImmutableArray<int> indexes,
        EditKind kind,
        ImmutableArray<MarkedRange> moves,
        bool isCombined)
    {
        string text = string.Join("\n\n", indexes.Select(index => paragraphs[index].Text));
        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>();
        int offset = 0;
        foreach (int index in indexes)
        {
            if (pieces.Count > 0)
            {
                pieces.Add(new TextPiece(EditKind.Equal, default, IsBreak: true));
            }

            int end = offset + paragraphs[index].Text.Length;
            if (moves.IsEmpty)
            {
                pieces.Add(new TextPiece(kind, text.AsMemory(offset..end), IsBreak: false));
            }
            else
            {
                MovedPieces.Add(kind, text, (offset, end), moves, isCombined, pieces);
            }

            offset = end + 2;
        }

        return pieces.ToImmutable();
    }

    /// <summary>An edit's text in a combined view: the new text, or the deleted one.</summary>
    internal static ReadOnlyMemory<char> Shown(TextDiff diff, DiffEdit edit) => edit.Kind == EditKind.Delete
        ? diff.OldText.AsMemory(edit.OldRange)
        : diff.NewText.AsMemory(edit.NewRange);

    /// <summary>Whether only a break was deleted there: the paragraphs around it are shown joined.</summary>
    internal static bool IsJoint(ImmutableArray<TextPiece> pieces, int index) =>
        pieces[index] is { Kind: EditKind.Delete, IsBreak: true }
        && index > 0 && !pieces[index - 1].IsChange
        && index < pieces.Length - 1 && !pieces[index + 1].IsChange;

    /// <summary>Adds a text, cut at white space with a blank line.</summary>
    internal static void Cut(EditKind kind, ReadOnlyMemory<char> text, ICollection<TextPiece> pieces)
    {
        int start = 0;
        while (FindBreak(text.Span[start..], out int breakStart, out int breakEnd))
        {
            if (breakStart > 0)
            {
                pieces.Add(new TextPiece(kind, text.Slice(start, breakStart), IsBreak: false));
            }

            pieces.Add(new TextPiece(kind, text[(start + breakStart)..(start + breakEnd)], IsBreak: true));
            start += breakEnd;
        }

        if (start < text.Length)
        {
            pieces.Add(new TextPiece(kind, text[start..], IsBreak: false));
        }
    }

    private static void Add(
        EditKind kind,
        string text,
        (int Start, int End) part,
        ImmutableArray<MarkedRange> moves,
        bool isCombined,
        ICollection<TextPiece> pieces)
    {
        if (kind == EditKind.Equal || moves.IsEmpty)
        {
            Cut(kind, text.AsMemory(part.Start..part.End), pieces);
        }
        else
        {
            MovedPieces.Add(kind, text, part, moves, isCombined, pieces);
        }
    }

    private static (int Start, int End) Within(string text, int start, int length, Range part)
    {
        (int partStart, int partLength) = part.GetOffsetAndLength(text.Length);
        int from = Math.Max(start, partStart);
        int to = Math.Min(start + length, partStart + partLength);
        return from < to ? (from, to) : (0, 0);
    }

    // A blank line as the tokenizer defines it: white space with two line ends or one paragraph separator.
    private static bool FindBreak(ReadOnlySpan<char> text, out int start, out int end)
    {
        for (int from = 0; text[from..].IndexOfAny(LineEnds) is var found and >= 0;)
        {
            start = end = from += found;
            int lines = 0;
            for (; from < text.Length && char.IsWhiteSpace(text[from]); from++)
            {
                if (LineEnds.Contains(text[from]))
                {
                    bool endsCrLf = text[from] == '\n' && from > start && text[from - 1] == '\r';
                    lines += endsCrLf ? 0 : text[from] == '\u2029' ? 2 : 1;
                    end = from + 1;
                }
            }

            if (lines > 1)
            {
                return true;
            }
        }

        start = end = 0;
        return false;
    }
}

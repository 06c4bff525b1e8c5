using System.Buffers;
using System.Collections.Immutable;

namespace NewsDiff.Rendering.Rows;

/// <summary>Cuts comparisons into pieces, at edits and at blank lines.</summary>
internal static class TextPieces
{
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\v\f\u0085\u2028\u2029");

    internal static ImmutableArray<TextPiece> OfOld(TextDiff diff) => OfOld(diff, ..);

    /// <summary>The pieces of a part of the old text.</summary>
    internal static ImmutableArray<TextPiece> OfOld(TextDiff diff, Range part) =>
        Collect(diff, edit => Within(diff.OldText, edit.OldStart, edit.OldLength, part));

    internal static ImmutableArray<TextPiece> OfNew(TextDiff diff) => OfNew(diff, ..);

    /// <summary>The pieces of a part of the new text.</summary>
    internal static ImmutableArray<TextPiece> OfNew(TextDiff diff, Range part) =>
        Collect(diff, edit => Within(diff.NewText, edit.NewStart, edit.NewLength, part));

    internal static ImmutableArray<TextPiece> OfBoth(TextDiff diff) => Collect(diff, edit => Shown(diff, edit));

    internal static ImmutableArray<TextPiece> OfParagraphs(
        ImmutableArray<Paragraph> paragraphs, ImmutableArray<int> indexes, EditKind kind)
    {
        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>();
        foreach (int index in indexes)
        {
            if (pieces.Count > 0)
            {
                pieces.Add(new TextPiece(EditKind.Equal, default, IsBreak: true));
            }

            pieces.Add(new TextPiece(kind, paragraphs[index].Text.AsMemory(), IsBreak: false));
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

    private static ImmutableArray<TextPiece> Collect(TextDiff diff, Func<DiffEdit, ReadOnlyMemory<char>> select)
    {
        ImmutableArray<TextPiece>.Builder pieces = ImmutableArray.CreateBuilder<TextPiece>(diff.Edits.Length);
        foreach (DiffEdit edit in diff.Edits)
        {
            Cut(edit.Kind, select(edit), pieces);
        }

        return pieces.ToImmutable();
    }

    private static ReadOnlyMemory<char> Within(string text, int start, int length, Range part)
    {
        (int partStart, int partLength) = part.GetOffsetAndLength(text.Length);
        int from = Math.Max(start, partStart);
        int to = Math.Min(start + length, partStart + partLength);
        return from < to ? text.AsMemory(from..to) : default;
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

using System.Collections.Immutable;

namespace NewsDiff.Rendering.Rows;

/// <summary>Cuts deleted and inserted text into pieces; moved text shows its own edits.</summary>
internal static class MovedPieces
{
    /// <summary>Adds the pieces of a deleted or inserted part of a text.</summary>
    /// <param name="kind">The kind of the edit.</param>
    /// <param name="text">The text.</param>
    /// <param name="part">The part of the text.</param>
    /// <param name="moves">The moves in this text, in order.</param>
    /// <param name="isCombined">Whether both sides are in one text, which shows a move once, at its new place.</param>
    /// <param name="pieces">Where to add them.</param>
    internal static void Add(
        EditKind kind,
        string text,
        (int Start, int End) part,
        ImmutableArray<MarkedRange> moves,
        bool isCombined,
        ICollection<TextPiece> pieces)
    {
        int position = part.Start;
        bool hasMove = false;
        for (int i = FirstFrom(moves, part.Start); i < moves.Length && moves[i].End <= part.End; i++)
        {
            AddRest(kind, text.AsMemory(position..moves[i].Start), hasMove: true, pieces);
            AddMove(kind, moves[i], isCombined, pieces);
            (position, hasMove) = (moves[i].End, true);
        }

        AddRest(kind, text.AsMemory(position..part.End), hasMove, pieces);
    }

    // White space between a move and the end of the edit is no change that anybody could see.
    private static void AddRest(
        EditKind kind, ReadOnlyMemory<char> text, bool hasMove, ICollection<TextPiece> pieces)
    {
        if (hasMove && text.Span.Trim().IsEmpty && text.Span.IndexOfAny('\n', '\u2029') < 0)
        {
            if (!text.IsEmpty)
            {
                pieces.Add(new TextPiece(EditKind.Equal, text, IsBreak: false, Beside: kind));
            }

            return;
        }

        TextPieces.Cut(kind, text, pieces);
    }

    private static void AddMove(EditKind kind, MarkedRange move, bool isCombined, ICollection<TextPiece> pieces)
    {
        if (isCombined && kind == EditKind.Delete)
        {
            pieces.Add(new TextPiece(EditKind.Equal, default, IsBreak: false, move.Mark));
            return;
        }

        foreach (DiffEdit edit in move.Words.Edits)
        {
            if (isCombined || edit.Kind == EditKind.Equal || edit.Kind == kind)
            {
                ReadOnlyMemory<char> text = kind == EditKind.Delete || edit.Kind == EditKind.Delete
                    ? move.Words.OldText.AsMemory(edit.OldRange)
                    : move.Words.NewText.AsMemory(edit.NewRange);
                pieces.Add(new TextPiece(edit.Kind, text, IsBreak: false, move.Mark));
            }
        }
    }

    private static int FirstFrom(ImmutableArray<MarkedRange> moves, int start)
    {
        int low = 0;
        int high = moves.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (moves[middle].Start < start)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}

using System.Collections.Immutable;

namespace NewsDiff.Rendering.Rows;

/// <summary>The rows of a text's comparison: each begins at a blank line in both texts.</summary>
internal sealed class TextRows
{
    private readonly ImmutableArray<DiffRow>.Builder _rows = ImmutableArray.CreateBuilder<DiffRow>();
    private readonly List<TextPiece> _old = [];
    private readonly List<TextPiece> _new = [];
    private readonly List<TextPiece> _both = [];

    internal static ImmutableArray<DiffRow> Of(TextDiff diff)
    {
        var rows = new TextRows();
        var moves = new RowMoves(diff.Moves);
        (ImmutableArray<MarkedRange> left, ImmutableArray<MarkedRange> moved) = (moves.Old(), moves.New());
        foreach (DiffEdit edit in diff.Edits)
        {
            if (edit.Kind == EditKind.Equal)
            {
                rows.AddEqual(diff.OldText.AsMemory(edit.OldRange), diff.NewText.AsMemory(edit.NewRange));
            }
            else if (edit.Kind == EditKind.Delete)
            {
                rows.AddChange(edit.Kind, diff.OldText, (edit.OldStart, edit.OldStart + edit.OldLength), left);
            }
            else
            {
                rows.AddChange(edit.Kind, diff.NewText, (edit.NewStart, edit.NewStart + edit.NewLength), moved);
            }
        }

        rows.EndRow();
        return rows._rows.ToImmutable();
    }

    private void AddEqual(ReadOnlyMemory<char> oldText, ReadOnlyMemory<char> newText)
    {
        var old = new List<TextPiece>();
        var @new = new List<TextPiece>();
        TextPieces.Cut(EditKind.Equal, oldText, old);
        TextPieces.Cut(EditKind.Equal, newText, @new);
        if (!old.Select(piece => piece.IsBreak).SequenceEqual(@new.Select(piece => piece.IsBreak)))
        {
            // Folding took a break for a space: both sides stay in one row.
            _old.AddRange(old);
            _new.AddRange(@new);
            _both.AddRange(@new);
            return;
        }

        for (int i = 0; i < old.Count; i++)
        {
            if (old[i].IsBreak)
            {
                EndRow();
                continue;
            }

            _old.Add(old[i]);
            _new.Add(@new[i]);
            _both.Add(@new[i]);
        }
    }

    private void AddChange(
        EditKind kind, string text, (int Start, int End) part, ImmutableArray<MarkedRange> moves)
    {
        var alone = new List<TextPiece>();
        var combined = new List<TextPiece>();
        MovedPieces.Add(kind, text, part, moves, isCombined: false, alone);
        MovedPieces.Add(kind, text, part, moves, isCombined: true, combined);

        // Both lists have the same breaks, because moved text has none.
        int next = 0;
        foreach (TextPiece piece in alone)
        {
            if (!piece.IsBreak)
            {
                (kind == EditKind.Delete ? _old : _new).Add(piece);
                continue;
            }

            next = AddUntilBreak(combined, next);
            if (_both.Count > 0 && _both.TrueForAll(other => other.Side == kind))
            {
                // A whole paragraph of one side has ended.
                EndRow();
            }
            else
            {
                (kind == EditKind.Delete ? _old : _new).Add(piece);
                _both.Add(piece);
            }
        }

        AddUntilBreak(combined, next);
    }

    // Returns the place after the break.
    private int AddUntilBreak(List<TextPiece> pieces, int next)
    {
        while (next < pieces.Count && !pieces[next].IsBreak)
        {
            _both.Add(pieces[next++]);
        }

        return next + 1;
    }

    private void EndRow()
    {
        if (_both.Count > 0)
        {
            _rows.Add(new DiffRow { Kind = KindOfRow(), Old = [.. _old], New = [.. _new], Both = [.. _both] });
        }

        _old.Clear();
        _new.Clear();
        _both.Clear();
    }

    private ParagraphChangeKind KindOfRow()
    {
        if (_both.TrueForAll(piece => piece.Side == EditKind.Equal))
        {
            return ParagraphChangeKind.Unchanged;
        }

        if (_both.TrueForAll(piece => piece.Side == EditKind.Insert))
        {
            return ParagraphChangeKind.Inserted;
        }

        return _both.TrueForAll(piece => piece.Side == EditKind.Delete)
            ? ParagraphChangeKind.Deleted
            : ParagraphChangeKind.Modified;
    }
}

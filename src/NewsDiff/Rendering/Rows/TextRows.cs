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
        foreach (DiffEdit edit in diff.Edits)
        {
            if (edit.Kind == EditKind.Equal)
            {
                rows.AddEqual(diff.OldText.AsMemory(edit.OldRange), diff.NewText.AsMemory(edit.NewRange));
            }
            else
            {
                rows.AddChange(edit.Kind, TextPieces.Shown(diff, edit));
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
            // A break that folding took for a space: both sides stay in one row.
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

    private void AddChange(EditKind kind, ReadOnlyMemory<char> text)
    {
        var pieces = new List<TextPiece>();
        TextPieces.Cut(kind, text, pieces);
        foreach (TextPiece piece in pieces)
        {
            if (piece.IsBreak && _both.Count > 0 && _both.TrueForAll(other => other.Kind == kind))
            {
                // A whole paragraph of one side has ended.
                EndRow();
                continue;
            }

            (kind == EditKind.Delete ? _old : _new).Add(piece);
            _both.Add(piece);
        }
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
        if (_both.TrueForAll(piece => piece.Kind == EditKind.Equal))
        {
            return ParagraphChangeKind.Unchanged;
        }

        if (_both.TrueForAll(piece => piece.Kind == EditKind.Insert))
        {
            return ParagraphChangeKind.Inserted;
        }

        return _both.TrueForAll(piece => piece.Kind == EditKind.Delete)
            ? ParagraphChangeKind.Deleted
            : ParagraphChangeKind.Modified;
    }
}

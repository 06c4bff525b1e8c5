using System.Collections.Immutable;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering.Html;

/// <summary>Writes pieces of text as blocks of HTML, the changed ones in <c>ins</c> and <c>del</c>.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="classPrefix">The beginning of class names.</param>
/// <param name="writeSign">Writes the sign of a move, with a link to its other place; null for no sign.</param>
internal sealed class HtmlPieceWriter(TextWriter writer, string classPrefix, Action<MoveMark>? writeSign = null)
{
    private MoveMark _open;

    /// <summary>The last character, if a mark ends with it; otherwise NUL.</summary>
    private char _markEnd;

    /// <summary>Writes each paragraph as one block.</summary>
    /// <param name="pieces">The pieces; nothing is written when there are none.</param>
    /// <param name="element">The element of a block.</param>
    /// <param name="joins">Whether to join paragraphs when only the break between them was deleted.</param>
    internal void WriteBlocks(ImmutableArray<TextPiece> pieces, string element, bool joins = false)
    {
        if (pieces.IsEmpty)
        {
            return;
        }

        _markEnd = '\0';

        // The browser finds the direction of each block by itself, so that a label before the block does not decide it.
        writer.Write($"<{element} dir=\"auto\">");
        for (int i = 0; i < pieces.Length; i++)
        {
            EnterMove(pieces[i].Move);
            if (!pieces[i].IsBreak)
            {
                WriteText(pieces[i]);
                continue;
            }

            WriteBreakMark(pieces[i]);
            if (joins && TextPieces.IsJoint(pieces, i))
            {
                writer.Write(' ');
            }
            else if (i < pieces.Length - 1)
            {
                writer.Write($"</{element}><{element} dir=\"auto\">");
            }
        }

        EnterMove(default);
        writer.Write($"</{element}>");
    }

    /// <summary>Writes pieces without blocks; breaks become spaces.</summary>
    internal void WriteRun(ImmutableArray<TextPiece> pieces)
    {
        _markEnd = '\0';
        foreach (TextPiece piece in pieces)
        {
            EnterMove(piece.Move);
            if (!piece.IsBreak)
            {
                WriteText(piece);
                continue;
            }

            WriteBreakMark(piece);
            writer.Write(' ');
        }

        EnterMove(default);
    }

    private void EnterMove(MoveMark move)
    {
        if (move == _open)
        {
            return;
        }

        writer.Write(_open.IsMove ? "</span>" : "");
        if (move.IsMove)
        {
            writer.Write($"<span class=\"{classPrefix}move\">");
            writeSign?.Invoke(move);
        }

        _open = move;
    }

    private void WriteBreakMark(TextPiece piece)
    {
        _markEnd = '\0';
        if (piece.IsChange)
        {
            WriteMark(piece.Kind, $" class=\"{classPrefix}break\"", "¶");
        }
    }

    private void WriteText(TextPiece piece)
    {
        if (!piece.IsChange)
        {
            HtmlText.Write(writer, piece.Text.Span);
            _markEnd = '\0';
            return;
        }

        HtmlText.Write(writer, piece.Lead);
        if (piece is { Lead.IsEmpty: true, Core: [var start, ..] } && JoinedLetters.AreNear(_markEnd, start))
        {
            writer.Write(JoinedLetters.Separator);
        }

        WriteMark(piece.Kind, "", piece.Core);
        HtmlText.Write(writer, piece.Trail);
        _markEnd = piece is { Trail.IsEmpty: true, Core: [.., var end] } ? end : '\0';
    }

    private void WriteMark(EditKind kind, string attributes, ReadOnlySpan<char> text)
    {
        string element = kind == EditKind.Insert ? "ins" : "del";
        writer.Write($"<{element}{attributes}>");
        HtmlText.Write(writer, text);
        writer.Write($"</{element}>");
    }
}

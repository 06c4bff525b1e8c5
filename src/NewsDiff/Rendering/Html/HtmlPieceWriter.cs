using System.Collections.Immutable;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering.Html;

/// <summary>Writes pieces of text as blocks of HTML, the changed ones in <c>ins</c> and <c>del</c>.</summary>
internal sealed class HtmlPieceWriter(TextWriter writer, string classPrefix)
{
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

        // The direction is found for each block by itself: a label before it must not decide.
        writer.Write($"<{element} dir=\"auto\">");
        for (int i = 0; i < pieces.Length; i++)
        {
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

        writer.Write($"</{element}>");
    }

    /// <summary>Writes pieces without blocks; breaks become spaces.</summary>
    internal void WriteRun(ImmutableArray<TextPiece> pieces)
    {
        foreach (TextPiece piece in pieces)
        {
            if (!piece.IsBreak)
            {
                WriteText(piece);
                continue;
            }

            WriteBreakMark(piece);
            writer.Write(' ');
        }
    }

    private void WriteBreakMark(TextPiece piece)
    {
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
            return;
        }

        HtmlText.Write(writer, piece.Lead);
        WriteMark(piece.Kind, "", piece.Core);
        HtmlText.Write(writer, piece.Trail);
    }

    private void WriteMark(EditKind kind, string attributes, ReadOnlySpan<char> text)
    {
        string element = kind == EditKind.Insert ? "ins" : "del";
        writer.Write($"<{element}{attributes}>");
        HtmlText.Write(writer, text);
        writer.Write($"</{element}>");
    }
}

using System.Collections.Immutable;
using System.Text;
using NewsDiff.Rendering.Rows;
using NewsDiff.Rendering.Terminal;

namespace NewsDiff.Rendering.Markdown;

/// <summary>Writes pieces of text as Markdown that shows exactly that text.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="breakText">The break between paragraphs.</param>
internal sealed class MarkdownParagraph(TextWriter writer, string breakText)
{
    // Whether a block is still empty, and whether it has only what may be the number of a list item.
    private bool _isEmpty = true;
    private bool _atStart = true;
    private EditKind? _lastMark;
    private bool _spaceDue;
    private Rune _last = new(' ');
    private MoveMark _open;

    internal void Write(ImmutableArray<TextPiece> pieces)
    {
        for (int i = 0; i < pieces.Length; i++)
        {
            TextPiece piece = pieces[i];
            EnterMove(piece.Move);
            if (!piece.IsBreak)
            {
                WriteText(piece, Following(pieces, i));
                continue;
            }

            if (piece.IsChange)
            {
                WriteMarked(piece.Kind, "¶", new Rune(' '));
            }

            if (TextPieces.IsJoint(pieces, i))
            {
                _spaceDue = true;
            }
            else if (i < pieces.Length - 1)
            {
                writer.Write(breakText);
                (_isEmpty, _atStart, _spaceDue, _last, _lastMark) = (true, true, false, new Rune(' '), null);
            }
        }

        EnterMove(default);
    }

    private void EnterMove(MoveMark move)
    {
        if (move == _open)
        {
            return;
        }

        if (_open.IsMove)
        {
            WriteSign("\\]", ']');
        }

        if (move.IsMove)
        {
            WriteDueSpace();
            WriteSign($"\\[{RowWords.SignOf(move)}", '\u2195');
            _spaceDue = !move.IsOld;
        }

        _open = move;
    }

    // A sign is escaped, so that no text after it turns it into a link.
    private void WriteSign(string sign, char last)
    {
        writer.Write(sign);
        (_isEmpty, _atStart, _last, _lastMark) = (false, false, new Rune(last), null);
    }

    private void WriteText(TextPiece piece, Rune following)
    {
        if (!piece.IsChange)
        {
            WriteEscaped(piece.Text.Span);
            return;
        }

        if (piece.Text.Span.Trim().IsEmpty)
        {
            // White space cannot be marked in Markdown.
            _spaceDue = true;
            return;
        }

        _spaceDue |= piece.Lead.Length > 0;
        WriteMarked(piece.Kind, piece.Core, piece.Trail.Length > 0 ? new Rune(' ') : following);
        _spaceDue |= piece.Trail.Length > 0;
    }

    private void WriteMarked(EditKind kind, ReadOnlySpan<char> text, Rune following)
    {
        WriteDueSpace();
        string mark = kind == EditKind.Insert ? "**" : "~~";
        Rune.DecodeFromUtf16(text, out Rune first, out _);
        Rune.DecodeLastFromUtf16(text, out Rune last, out _);

        // A mark between a letter and a punctuation character does not open or close (CommonMark 0.31, "flanking")
        // unless an empty comment stands between them. Without one, two marks of the same kind would be read as one.
        writer.Write(
            _lastMark == kind || (MayBeLetter(_last) && MayBePunctuation(first)) ? MarkdownEscape.Parting : "");
        writer.Write(mark);
        (_isEmpty, _atStart) = (false, false);
        WriteEscaped(text);
        _spaceDue = false;
        writer.Write(mark);
        writer.Write(MayBeLetter(following) && MayBePunctuation(last) ? MarkdownEscape.Parting : "");
        (_last, _lastMark) = (new Rune('*'), kind);
    }

    private void WriteEscaped(ReadOnlySpan<char> text)
    {
        int start = text.Length - text.TrimStart().Length;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                _spaceDue |= !_atStart || i > start;
                _atStart &= i <= start;
                continue;
            }

            WriteDueSpace();
            Rune.DecodeFromUtf16(text[i..], out Rune rune, out int length);
            string? escaped = char.IsAscii(c)
                ? MarkdownEscape.Of(text, i, _atStart ? text[start..i] : [], _atStart)
                : null;
            (_isEmpty, _lastMark) = (false, null);
            writer.Write(escaped ?? TerminalText.Harmless(rune).ToString());
            i += length - 1;
            _last = rune;
            _atStart &= char.IsAsciiLetterOrDigit(c);
        }
    }

    private void WriteDueSpace()
    {
        if (_spaceDue && !_isEmpty)
        {
            writer.Write(' ');
            (_last, _lastMark) = (new Rune(' '), null);
        }

        _spaceDue = false;
    }

    // Dialects differ in what counts as punctuation, so symbols count as both.
    private static bool MayBeLetter(Rune rune) => !Rune.IsWhiteSpace(rune) && !Rune.IsPunctuation(rune);

    private static bool MayBePunctuation(Rune rune) =>
        TerminalText.Harmless(rune) is var shown && (Rune.IsPunctuation(shown) || Rune.IsSymbol(shown));

    private static Rune Following(ImmutableArray<TextPiece> pieces, int index)
    {
        if (index + 1 >= pieces.Length || pieces[index + 1].IsBreak || pieces[index + 1].IsChange)
        {
            return new Rune(' ');
        }

        Rune.DecodeFromUtf16(pieces[index + 1].Text.Span, out Rune rune, out _);
        return rune;
    }
}

using System.Collections.Immutable;
using System.Text;

namespace NewsDiff.Rendering;

/// <summary>Writes pieces of text as Markdown that reads as exactly that text.</summary>
/// <param name="writer">Where to write.</param>
/// <param name="breakText">What stands for a break between paragraphs.</param>
internal sealed class MarkdownParagraph(TextWriter writer, string breakText)
{
    private bool _atStart = true;
    private bool _spaceDue;
    private Rune _last = new(' ');

    internal void Write(ImmutableArray<TextPiece> pieces)
    {
        for (int i = 0; i < pieces.Length; i++)
        {
            TextPiece piece = pieces[i];
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
                (_atStart, _spaceDue, _last) = (true, false, new Rune(' '));
            }
        }
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

        // A mark between a letter and a punctuation character does not open or close (CommonMark 0.31, "flanking"); an empty
        // comment makes it.
        writer.Write(IsWord(_last) && !IsWord(first) ? "<!-- -->" : "");
        writer.Write(mark);
        _atStart = false;
        WriteEscaped(text);
        _spaceDue = false;
        writer.Write(mark);
        writer.Write(IsWord(following) && !IsWord(last) ? "<!-- -->" : "");
        _last = new Rune('*');
    }

    private void WriteEscaped(ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                _spaceDue = !_atStart;
                continue;
            }

            WriteDueSpace();
            if (NeedsEscape(text, i))
            {
                writer.Write('\\');
            }

            Rune.DecodeFromUtf16(text[i..], out Rune rune, out int length);
            writer.Write(TerminalText.Harmless(rune).ToString());
            i += length - 1;
            _last = rune;
            _atStart &= char.IsAsciiDigit(c);
        }
    }

    private void WriteDueSpace()
    {
        if (_spaceDue)
        {
            writer.Write(' ');
            _last = new Rune(' ');
        }

        _spaceDue = false;
    }

    /// <summary>Whether a character could begin markup or an automatic link where it stands.</summary>
    private bool NeedsEscape(ReadOnlySpan<char> text, int index) => text[index] switch
    {
        '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '&' or '~' or '|' or '@' or '$' => true,
        '#' => _atStart || index + 1 == text.Length || char.IsAsciiDigit(text[index + 1]),
        '-' or '+' or '=' or ')' => _atStart,
        ':' => text[(index + 1)..].StartsWith("/", StringComparison.Ordinal),
        '.' => _atStart || text[..index].EndsWith("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    private static bool IsWord(Rune rune) =>
        !Rune.IsWhiteSpace(rune) && !Rune.IsPunctuation(rune) && !Rune.IsSymbol(rune);

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

using System.Buffers;
using System.Globalization;
using System.Text;

using NewsDiff.Text;

namespace NewsDiff.Diffing.Tokens;

/// <summary>
/// Cuts a text into words, numbers, characters of scripts without spaces, symbols and paragraph breaks.
/// </summary>
/// <remarks>
/// Words are nearly those of Unicode (UAX #29), but numbers are kept whole. White space is not a token: if the spaces
/// of a replaced phrase matched, it would fall apart into single words. A blank line is a token: without it, a split
/// paragraph would be no change.
/// </remarks>
internal static class Tokenizer
{
    internal static void Tokenize(ReadOnlySpan<char> text, TokenList tokens, bool skipInvisible = false)
    {
        tokens.Clear();
        for (int position = 0; position < text.Length;)
        {
            position = Read(text, position, skipInvisible, out TokenKind kind, out int start);

            // White space before the first paragraph is not a break, even if invisible characters before it were
            // skipped.
            if (start < position && (kind != TokenKind.Break || tokens.Count > 0))
            {
                tokens.Add(start, position - start, kind);
            }
        }
    }

    /// <summary>Reads a token, or the space between tokens, at a place of a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The place.</param>
    /// <param name="skipInvisible">Whether to skip characters without width.</param>
    /// <param name="kind">The kind of the token.</param>
    /// <param name="start">Where the token begins: at the place, or at the end when there is none.</param>
    /// <returns>Where the token or the space ends.</returns>
    internal static int Read(
        ReadOnlySpan<char> text,
        int position,
        bool skipInvisible,
        out TokenKind kind,
        out int start)
    {
        char c = text[position];
        start = position;
        switch (CharClasses.Of(c))
        {
            case CharClass.Space or CharClass.LineBreak or CharClass.ParagraphBreak:
                kind = TokenKind.Break;
                return ReadSpace(text, position, ref start);
            case CharClass.Letter or CharClass.Digit or CharClass.Mark:
                kind = TokenKind.Word;
                return WordEnd(text, position);
            case CharClass.Invisible when skipInvisible:
                kind = TokenKind.Symbol;
                return start = position + 1;
            case CharClass.Ideograph:
                kind = TokenKind.Character;
                return MarksEnd(text, position + 1);
            case CharClass.Cluster:
                kind = TokenKind.Character;
                return ClusterEnd(text, position);
            case CharClass.Surrogate:
                return ReadSurrogate(text, position, out kind);
            default:
                kind = TokenKind.Symbol;
                return IsPunctuation(c) ? MarksEnd(text, position + 1) : ClusterEnd(text, position);
        }
    }

    /// <summary>Whether a symbol is ASCII, Latin-1 or general punctuation.</summary>
    /// <remarks>Only combining marks can belong to such a symbol.</remarks>
    internal static bool IsPunctuation(char c) =>
        c is < '\u0300' or (>= '\u2010' and <= '\u205E' and not '\u203C' and not '\u2049');

    /// <summary>Whether a character joins two letters.</summary>
    internal static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\uFF07';

    /// <summary>Whether a character joins two digits.</summary>
    internal static bool IsSeparator(char c) =>
        c is '.' or ',' or ':' or '/' or '-' or '\u2010' or '\u2011' or '\u2013' or '\u066B' or '\u066C';

    private static int ReadSpace(ReadOnlySpan<char> text, int position, ref int start)
    {
        int lineBreaks = 0;
        for (; position < text.Length; position++)
        {
            CharClass next = CharClasses.Of(text[position]);
            if (next == CharClass.LineBreak)
            {
                bool endsCrLf = text[position] == '\n' && position > start && text[position - 1] == '\r';
                lineBreaks += endsCrLf ? 0 : 1;
            }
            else if (next == CharClass.ParagraphBreak)
            {
                lineBreaks += 2;
            }
            else if (next != CharClass.Space)
            {
                break;
            }
        }

        // Before the first and after the last paragraph there is nothing to break.
        bool isBreak = lineBreaks >= 2 && start > 0 && position < text.Length;
        start = isBreak ? start : position;
        return position;
    }

    private static int WordEnd(ReadOnlySpan<char> text, int position)
    {
        CharClass last = CharClasses.Of(text[position]);
        position++;
        while (position < text.Length)
        {
            char c = text[position];
            CharClass next = CharClasses.Of(c);
            if (next is CharClass.Letter or CharClass.Digit)
            {
                last = next;
            }
            else if (next is CharClass.Surrogate)
            {
                if (!IsLetterPair(text, position))
                {
                    break;
                }

                last = CharClass.Letter;
                position++;
            }
            else if (next is not (CharClass.Mark or CharClass.Invisible) && !Joins(text, position, last))
            {
                break;
            }

            position++;
        }

        return position;
    }

    // An apostrophe between letters and a separator between digits belong to the word: don't, 1,200, 3.5, 2019-20,
    // 10:30.
    private static bool Joins(ReadOnlySpan<char> text, int position, CharClass last)
    {
        if (position + 1 >= text.Length)
        {
            return false;
        }

        CharClass next = CharClasses.Of(text[position + 1]);
        return last == CharClass.Letter && next == CharClass.Letter
            ? IsApostrophe(text[position])
            : last == CharClass.Digit && next == CharClass.Digit && IsSeparator(text[position]);
    }

    private static bool IsLetterPair(ReadOnlySpan<char> text, int position) =>
        Rune.DecodeFromUtf16(text[position..], out Rune rune, out _) == OperationStatus.Done
        && CharClasses.Of(rune) is CharClass.Letter or CharClass.Digit or CharClass.Mark;

    private static int ReadSurrogate(ReadOnlySpan<char> text, int position, out TokenKind kind)
    {
        _ = Rune.DecodeFromUtf16(text[position..], out Rune rune, out int length);
        switch (CharClasses.Of(rune))
        {
            case CharClass.Letter or CharClass.Digit or CharClass.Mark when length == 2:
                kind = TokenKind.Word;
                return WordEnd(text, position + 1);
            case CharClass.Ideograph:
                kind = TokenKind.Character;
                return MarksEnd(text, position + length);
            default:
                kind = TokenKind.Symbol;
                return ClusterEnd(text, position);
        }
    }

    private static int MarksEnd(ReadOnlySpan<char> text, int position)
    {
        while (position < text.Length && CharClasses.Of(text[position]) == CharClass.Mark)
        {
            position++;
        }

        return position;
    }

    // Grapheme clusters of UAX #29: emoji with skin tones and joiners, Thai letters with their vowels and tones.
    private static int ClusterEnd(ReadOnlySpan<char> text, int position) =>
        position + StringInfo.GetNextTextElementLength(text[position..]);
}

using System.Buffers;
using System.Globalization;
using System.Text;

using NewsDiff.Text;

namespace NewsDiff.Diffing;

/// <summary>Cuts a text into words, numbers, characters of scripts without spaces, symbols and paragraph breaks.</summary>
/// <remarks>
/// Close to the word boundaries of Unicode (UAX #29), with numbers kept whole. White space is no token: replaced phrases would fall
/// apart into single words where their spaces match. A blank line is one, or a split paragraph would be no change.
/// </remarks>
internal static class Tokenizer
{
    internal static void Tokenize(ReadOnlySpan<char> text, TokenList tokens, bool skipInvisible = false)
    {
        tokens.Clear();
        Append(text, 0, text.Length, tokens, skipInvisible);
    }

    /// <summary>Appends the tokens of a part of a text; a token must not reach over the part's ends.</summary>
    internal static void Append(ReadOnlySpan<char> text, int position, int end, TokenList tokens, bool skipInvisible)
    {
        while (position < end)
        {
            char c = text[position];
            if (char.IsAsciiLetterOrDigit(c))
            {
                position = ReadAsciiWord(text, position, tokens);
                continue;
            }

            if (c == ' ' && position + 1 < end && char.IsAsciiLetterOrDigit(text[position + 1]))
            {
                position++;
                continue;
            }

            CharClass first = CharClasses.Of(c);
            switch (first)
            {
                case CharClass.Space or CharClass.LineBreak or CharClass.ParagraphBreak:
                    position = ReadSpace(text, position, tokens);
                    break;
                case CharClass.Letter or CharClass.Digit or CharClass.Mark:
                    position = Add(tokens, position, WordEnd(text, position), TokenKind.Word);
                    break;
                case CharClass.Invisible when skipInvisible:
                    position++;
                    break;
                case CharClass.Ideograph:
                    position = Add(tokens, position, MarksEnd(text, position + 1), TokenKind.Character);
                    break;
                case CharClass.Cluster:
                    position = Add(tokens, position, ClusterEnd(text, position), TokenKind.Character);
                    break;
                case CharClass.Surrogate:
                    position = ReadSurrogate(text, position, tokens);
                    break;
                default:
                    int next = char.IsAscii(c) ? MarksEnd(text, position + 1) : ClusterEnd(text, position);
                    position = Add(tokens, position, next, TokenKind.Symbol);
                    break;
            }
        }
    }

    // Most words of most texts: letters and digits of ASCII, ended by a space or a mark that can join nothing.
    private static int ReadAsciiWord(ReadOnlySpan<char> text, int start, TokenList tokens)
    {
        int position = start + 1;
        while (position < text.Length && char.IsAsciiLetterOrDigit(text[position]))
        {
            position++;
        }

        if (position < text.Length && text[position] is not (' ' or '\n' or '"' or ')' or ';' or '!' or '?'))
        {
            int end = WordEnd(text, position - 1);
            bool isAscii = Ascii.IsValid(text[position..end]);
            tokens.Add(start, end, TokenKind.Word, isAscii);
            return end;
        }

        tokens.Add(start, position, TokenKind.Word, isAscii: true);
        return position;
    }

    private static int Add(TokenList tokens, int start, int end, TokenKind kind)
    {
        tokens.Add(start, end, kind);
        return end;
    }

    private static int ReadSpace(ReadOnlySpan<char> text, int start, TokenList tokens)
    {
        int lineBreaks = 0;
        int position = start;
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
        if (lineBreaks >= 2 && start > 0 && position < text.Length)
        {
            tokens.Add(start, position, TokenKind.Break);
        }

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

    // An apostrophe between letters and a separator between digits belong to the word: don't, 1,200, 3.5, 2019-20, 10:30.
    private static bool Joins(ReadOnlySpan<char> text, int position, CharClass last)
    {
        if (position + 1 >= text.Length)
        {
            return false;
        }

        CharClass next = CharClasses.Of(text[position + 1]);
        return text[position] switch
        {
            '\'' or '\u2019' or '\uFF07' => last == CharClass.Letter && next == CharClass.Letter,
            '.' or ',' or ':' or '/' or '-' or '\u2010' or '\u2011' or '\u2013' or '\u066B' or '\u066C' =>
                last == CharClass.Digit && next == CharClass.Digit,
            _ => false,
        };
    }

    private static bool IsLetterPair(ReadOnlySpan<char> text, int position) =>
        Rune.DecodeFromUtf16(text[position..], out Rune rune, out _) == OperationStatus.Done
        && CharClasses.Of(rune) is CharClass.Letter or CharClass.Digit or CharClass.Mark;

    private static int ReadSurrogate(ReadOnlySpan<char> text, int position, TokenList tokens)
    {
        _ = Rune.DecodeFromUtf16(text[position..], out Rune rune, out int length);
        return CharClasses.Of(rune) switch
        {
            CharClass.Letter or CharClass.Digit or CharClass.Mark when length == 2 =>
                Add(tokens, position, WordEnd(text, position + 1), TokenKind.Word),
            CharClass.Ideograph => Add(tokens, position, MarksEnd(text, position + length), TokenKind.Character),
            _ => Add(tokens, position, ClusterEnd(text, position), TokenKind.Symbol),
        };
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

using System.Globalization;
using System.Text;
using NewsDiff.Text;

namespace NewsDiff.Search;

/// <summary>Cuts a text into search terms, the same for all stores.</summary>
/// <remarks>
/// A word is a run of letters and digits; all else separates words, so <c>don't</c> is two. Chinese, Japanese, Korean,
/// Thai, Lao, Khmer and Burmese do not separate words by spaces, or join others to them: in a run of their characters,
/// each pair of neighbours is a term, and so is the last character.
/// </remarks>
internal static class SearchTokenizer
{
    private enum Part
    {
        Other,
        Word,
        Unit,
        Inside,
    }

    /// <summary>Reads a text.</summary>
    public static List<SearchToken> Read(string text)
    {
        List<SearchToken> tokens = [];
        for (int i = 0; i < text.Length;)
        {
            Part part = PartAt(text, i, out int length);
            i = part switch
            {
                Part.Word => ReadWord(text, i, tokens),
                Part.Unit => ReadRun(text, i, tokens),
                _ => i + length,
            };
        }

        return tokens;
    }

    private static int ReadWord(string text, int start, List<SearchToken> tokens)
    {
        int end = start;
        for (; end < text.Length && PartAt(text, end, out int length) is Part.Word or Part.Inside; end += length)
        {
        }

        string term = TermFolding.Fold(text.AsSpan(start, end - start));
        if (term.Length > 0)
        {
            tokens.Add(new SearchToken(term, start, end));
        }

        return end;
    }

    private static int ReadRun(string text, int start, List<SearchToken> tokens)
    {
        int position = start;
        (string Term, int Start) last = ("", start);
        while (position < text.Length && PartAt(text, position, out _) == Part.Unit)
        {
            int end = UnitEnd(text, position);
            string unit = TermFolding.Fold(text.AsSpan(position, end - position));
            if (unit.Length > 0)
            {
                if (last.Term.Length > 0)
                {
                    tokens.Add(new SearchToken(last.Term + unit, last.Start, end));
                }

                last = (unit, position);
            }

            position = end;
        }

        if (last.Term.Length > 0)
        {
            tokens.Add(new SearchToken(last.Term, last.Start, position, IsLastUnit: true));
        }

        return position;
    }

    /// <summary>The end of a character with its marks; in decomposed Korean, of a syllable.</summary>
    private static int UnitEnd(string text, int position)
    {
        PartAt(text, position, out int length);
        position += length;
        while (position < text.Length
            && (IsLaterJamo(text[position]) || CharClasses.Of(text[position]) is CharClass.Mark or CharClass.Invisible))
        {
            position++;
        }

        return position;
    }

    private static Part PartAt(string text, int position, out int length)
    {
        if (!Rune.TryGetRuneAt(text, position, out Rune rune))
        {
            length = 1;
            return Part.Other;
        }

        length = rune.Utf16SequenceLength;
        return CharClasses.Of(rune) switch
        {
            CharClass.Letter when IsHangul(rune.Value) => Part.Unit,
            CharClass.Letter when Rune.GetUnicodeCategory(rune) != UnicodeCategory.ConnectorPunctuation => Part.Word,
            CharClass.Digit or CharClass.Mark => Part.Word,
            CharClass.Ideograph or CharClass.Cluster => Part.Unit,
            CharClass.Invisible => Part.Inside,
            _ => Part.Other,
        };
    }

    private static bool IsLaterJamo(char c) => c is >= '\u1160' and <= '\u11FF';

    private static bool IsHangul(int rune) =>
        rune is (>= 0x1100 and <= 0x11FF) or (>= 0x3130 and <= 0x318F) or (>= 0xA960 and <= 0xA97F)
            or (>= 0xAC00 and <= 0xD7FF);
}

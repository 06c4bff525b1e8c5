using System.Globalization;
using System.Text;

namespace NewsDiff.Diffing.Moves;

/// <summary>Finds where sentences and clauses begin and end, by the marks beside a word.</summary>
/// <remarks>It looks only at a few characters beside the word, so that no answer takes long.</remarks>
internal static class MoveBorders
{
    // No border has more characters: quotes, brackets, a mark, and the spaces around a dash.
    private const int Reach = 8;

    // Up to this many letters before a full stop are more often an abbreviation or an initial than a word.
    private const int LongestAbbreviation = 2;

    /// <summary>Whether a sentence or a clause begins with a word.</summary>
    internal static MoveBorder Before(string text, int start)
    {
        bool hasSpace = false;
        bool hasMark = false;
        int least = Math.Max(0, start - Reach);
        for (int i = start - 1; i >= least; i--)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (c is '\n' or '\r' or '\t')
                {
                    return MoveBorder.Sentence;
                }

                hasSpace = true;
            }
            else if (IsQuoteOrBracket(c))
            {
                hasMark = true;
            }
            else
            {
                return EndsSentence(text, i, hasSpace) ? MoveBorder.Sentence
                    : hasMark || SeparatesClauses(c, hasSpace) ? MoveBorder.Clause
                    : MoveBorder.None;
            }
        }

        return least == 0 ? MoveBorder.Sentence : MoveBorder.Clause;
    }

    /// <summary>Whether a sentence or a clause ends with a word.</summary>
    internal static MoveBorder After(string text, int end)
    {
        bool hasSpace = false;
        bool hasMark = false;
        int most = Math.Min(text.Length, end + Reach);
        for (int i = end; i < most; i++)
        {
            char c = text[i];
            if (char.IsWhiteSpace(c))
            {
                if (c is '\n' or '\r' or '\t')
                {
                    return MoveBorder.Sentence;
                }

                hasSpace = true;
            }
            else if (IsQuoteOrBracket(c))
            {
                hasMark = true;
            }
            else if (!hasSpace && IsSentenceEnd(c))
            {
                return EndsSentence(text, i, IsFollowedBySpace(text, i)) ? MoveBorder.Sentence : MoveBorder.None;
            }
            else
            {
                return hasMark || SeparatesClauses(c, hasSpace) ? MoveBorder.Clause : MoveBorder.None;
            }
        }

        return most == text.Length ? MoveBorder.Sentence : MoveBorder.Clause;
    }

    /// <summary>Where the opening quotes and brackets before a word begin.</summary>
    internal static int OpeningStart(string text, int start, int least)
    {
        int found = start;
        least = Math.Max(least, start - Reach);
        while (found > least && Opens(text, found - 1, least))
        {
            found--;
        }

        return found;
    }

    /// <summary>The end of the marks that follow a word without a space.</summary>
    internal static int ClosingEnd(string text, int end, int most)
    {
        most = Math.Min(most, end + Reach);
        while (end < most && Closes(text[end]) && !(IsStraightQuote(text[end]) && IsLetterAt(text, end + 1)))
        {
            end++;
        }

        return end;
    }

    private static bool Opens(string text, int place, int least) =>
        text[place] is '¿' or '¡'
        || CharUnicodeInfo.GetUnicodeCategory(text, place)
            is UnicodeCategory.OpenPunctuation or UnicodeCategory.InitialQuotePunctuation
        || (IsStraightQuote(text[place])
            && (place == least || char.IsWhiteSpace(text[place - 1]) || Opens(text, place - 1, least)));

    private static bool Closes(char c) => IsStraightQuote(c) || c is '…' or '%' || CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.ClosePunctuation or UnicodeCategory.FinalQuotePunctuation
        || IsSentenceEnd(c) || c is ',' or ';' or ':' or '，' or '、' or '；' or '：' or '،' or '؛' or '\u201C';

    private static bool IsQuoteOrBracket(char c) => IsStraightQuote(c) || CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
        or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation;

    private static bool IsStraightQuote(char c) => c is '"' or '\'';

    private static bool IsSentenceEnd(char c) => c
        is '.' or '!' or '?' or '…' or '。' or '！' or '？' or '．' or '｡' or '؟' or '۔' or '।' or '॥' or '։' or '።';

    private static bool SeparatesClauses(char c, bool hasSpace) => c
        is ',' or ';' or ':' or '，' or '、' or '；' or '：' or '،' or '؛' or '—' or '–' or '―' or '·' or '•' or '|'
        || (hasSpace && c == '-') || IsSentenceEnd(c);

    private static bool EndsSentence(string text, int mark, bool hasSpace)
    {
        if (!IsSentenceEnd(text[mark]))
        {
            return false;
        }

        // Scripts without spaces have none after their full stops.
        if (text[mark] != '.')
        {
            return hasSpace || text[mark] > '\u3000' || text[mark] == '…';
        }

        return hasSpace && !FollowsAbbreviation(text, mark);
    }

    // After an initial, a title or a part of "U.S.", the sentence goes on.
    private static bool FollowsAbbreviation(string text, int mark)
    {
        int letters = 0;
        int i = mark - 1;
        while (i >= 0 && letters <= LongestAbbreviation && char.IsLetter(text[i]))
        {
            letters++;
            i--;
        }

        return letters is > 0 and <= LongestAbbreviation && char.IsUpper(text[i + 1]);
    }

    private static bool IsFollowedBySpace(string text, int place)
    {
        int most = Math.Min(text.Length, place + Reach);
        while (place + 1 < most && (IsQuoteOrBracket(text[place + 1]) || IsSentenceEnd(text[place + 1])))
        {
            place++;
        }

        return place + 1 >= text.Length || char.IsWhiteSpace(text[place + 1]);
    }

    private static bool IsLetterAt(string text, int place) =>
        place < text.Length && Rune.TryGetRuneAt(text, place, out Rune rune) && Rune.IsLetterOrDigit(rune);
}

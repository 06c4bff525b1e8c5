namespace NewsDiff.Classification;

/// <summary>Finds the words of a place that are written like names.</summary>
internal static class CapitalNames
{
    private const string SentenceEnds = ".!?…:;•|([]";

    private const string Quotes = "\"“”„«»";

    /// <summary>The words with a capital inside a sentence, and those with several capitals anywhere.</summary>
    public static List<string> Of(string text, Range place)
    {
        List<string> names = [];
        foreach ((int start, int end) in WordsOf(text, place))
        {
            if (char.IsUpper(text[start]) && end - start > 1
                && (IsInsideSentence(text, start) || HasInnerCapital(text.AsSpan(start + 1, end - start - 1))))
            {
                names.Add(WithoutPossessive(ReadableText.Compact(text[start..end])));
            }
        }

        return names;
    }

    /// <summary>The words with a capital and small letters among characters without case.</summary>
    /// <remarks>Words in capitals alone are mostly abbreviations of things.</remarks>
    public static List<string> OfForeign(string text, Range place)
    {
        List<string> names = [];
        foreach ((int start, int end) in WordsOf(text, place))
        {
            ReadOnlySpan<char> word = text.AsSpan(start, end - start);
            if (char.IsUpper(word[0]) && word[^Math.Min(2, word.Length)..].IndexOfAnyExceptInRange('a', 'z') < 0)
            {
                names.Add(text[start..end]);
            }
        }

        return names;
    }

    /// <summary>Whether most words begin with a capital: then capitals mark no names.</summary>
    public static bool AreMostCapital(string text)
    {
        int words = 0;
        int capital = 0;
        foreach (Range range in text.AsSpan().Split(' '))
        {
            ReadOnlySpan<char> word = text.AsSpan()[range];
            if (word.Length > 3 && char.IsLetter(word[0]))
            {
                words++;
                capital += char.IsUpper(word[0]) ? 1 : 0;
            }
        }

        return capital * 5 > words * 4;
    }

    /// <summary>A name without the "'s" of its owner's form.</summary>
    public static string WithoutPossessive(string word)
    {
        string name = word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal)
            ? word[..^2]
            : word;
        return name.TrimEnd('\'', '’', '-');
    }

    private static IEnumerable<(int Start, int End)> WordsOf(string text, Range place)
    {
        (int start, int length) = place.GetOffsetAndLength(text.Length);
        int at = start;
        while (at < start + length)
        {
            if (!IsCased(text[at]) && !char.IsDigit(text[at]))
            {
                at++;
                continue;
            }

            int end = at;
            while (end < start + length && (IsCased(text[end]) || char.IsDigit(text[end]) || IsInner(text[end])))
            {
                end++;
            }

            // Letters after digits are units or parts of codes.
            if (IsCased(text[at]))
            {
                yield return (at, end);
            }

            at = end;
        }
    }

    private static bool IsCased(char character) => char.IsLetter(character) && character < EastAsian.First;

    private static bool IsInner(char character) => character is '\'' or '’' or '-' or '\u2060';

    private static bool HasInnerCapital(ReadOnlySpan<char> rest)
    {
        foreach (char character in rest)
        {
            if (char.IsUpper(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInsideSentence(string text, int at)
    {
        int before = at - 1;
        bool isQuoted = false;
        for (; before >= 0; before--)
        {
            bool isQuote = Quotes.Contains(text[before], StringComparison.Ordinal);
            if (!isQuote && !char.IsWhiteSpace(text[before]))
            {
                break;
            }

            isQuoted |= isQuote;
        }

        // A quotation after a mark may be a sentence of its own.
        return before >= 0 && (isQuoted
            ? char.IsLetterOrDigit(text[before])
            : !SentenceEnds.Contains(text[before], StringComparison.Ordinal));
    }
}

namespace NewsDiff.Classification;

/// <summary>Finds the words of a place that are written with a capital inside a sentence.</summary>
internal static class CapitalNames
{
    private const string SentenceEnds = ".!?…:;•|\"“”„«»([";

    /// <summary>The names in a place of a text.</summary>
    public static List<string> Of(string text, Range place)
    {
        (int start, int length) = place.GetOffsetAndLength(text.Length);
        List<string> names = [];
        int at = start;
        while (at < start + length)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            int end = at;
            while (end < start + length && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’' or '-'))
            {
                end++;
            }

            if (char.IsUpper(text[at]) && end - at > 1 && IsInsideSentence(text, at))
            {
                names.Add(text[at..end].TrimEnd('\'', '’', '-'));
            }

            at = end;
        }

        return names;
    }

    /// <summary>Whether most words begin with a capital: then capitals mark no names.</summary>
    public static bool AreMostCapital(string text)
    {
        string[] words = [.. text.Split(' ').Where(word => word.Length > 3 && char.IsLetter(word[0]))];
        return words.Length > 0 && words.Count(word => char.IsUpper(word[0])) * 3 > words.Length * 2;
    }

    private static bool IsInsideSentence(string text, int at)
    {
        int before = at - 1;
        while (before >= 0 && char.IsWhiteSpace(text[before]))
        {
            before--;
        }

        return before >= 0 && !SentenceEnds.Contains(text[before], StringComparison.Ordinal);
    }
}

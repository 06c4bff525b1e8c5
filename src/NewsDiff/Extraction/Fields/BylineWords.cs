using System.Collections.Frozen;
using NewsDiff.Dates;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Fields;

/// <summary>The words before names in bylines, such as "By" and "Reviewed by".</summary>
internal static class BylineWords
{
    /// <summary>Marks between an opening and the names, and before names without a case.</summary>
    private const string Colons = ":：/／=＝・՝";

    private static readonly char[] LabelEnds = [':', '：'];

    private static readonly char[] Gaps = [' ', '\n', '|', '\u3000'];

    /// <summary>The shortest opening in ideographs that a name may follow without a space.</summary>
    private const int ShortestGlued = 2;

    /// <summary>Openings that begin names or other lines, too, and so need a colon.</summary>
    private static readonly string[] NeedColon = ["oleh", "bài"];

    // The longest first, so that "written by" is not read as "written".
    private static readonly string[] Openings =
        [.. KnownLanguages.Phrases(static language => language.BylineOpenings).OrderByDescending(text => text.Length)];

    private static readonly FrozenDictionary<char, string[]> OpeningsByInitial = Openings
        .GroupBy(opening => char.ToUpperInvariant(opening[0]))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly string[] Reviews = KnownLanguages.Phrases(static language => language.ReviewOpenings);

    /// <summary>Whether a text is only the word before a name, such as "By".</summary>
    public static bool IsBareOpening(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> word = text.TrimEnd(": ");
        foreach (string opening in OpeningsOf(word))
        {
            if (word.Equals(opening, StringComparison.OrdinalIgnoreCase))
            {
                return opening is not "de";
            }
        }

        return false;
    }

    /// <summary>Whether a text begins with an opening of several words, such as "Written by".</summary>
    public static bool StartsCredit(ReadOnlySpan<char> text)
    {
        foreach (string opening in OpeningsOf(text))
        {
            // Comments are posted too.
            if (opening.Contains(' ', StringComparison.Ordinal) && opening is not "posted by"
                && text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
                && (text.Length == opening.Length || !char.IsLetter(text[opening.Length])))
            {
                return !StartsReview(text);
            }
        }

        return false;
    }

    /// <summary>Whether a text begins with words such as "Reviewed by".</summary>
    public static bool StartsReview(ReadOnlySpan<char> text)
    {
        foreach (string review in Reviews)
        {
            if (text.StartsWith(review, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text ends with such words.</summary>
    public static bool EndsWithReview(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> words = text.TrimEnd(": ");
        foreach (string review in Reviews)
        {
            if (words.EndsWith(review, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a label says that an author's name follows, as "Written by" does.</summary>
    public static bool IsOpening(string label) =>
        Openings.Contains(label.Trim(' ', ':'), StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a short line is a byline: a word such as "By", and names.</summary>
    public static bool StartsByline(ReadOnlySpan<char> line)
    {
        foreach (string opening in OpeningsOf(line))
        {
            if (line.Length <= opening.Length + 1 || !line.StartsWith(opening, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            ReadOnlySpan<char> rest = line[opening.Length..];
            if (rest.TrimStart(' ') is [var mark, ..] && Colons.Contains(mark, StringComparison.Ordinal))
            {
                return true;
            }

            // "de" begins too many other lines.
            if (rest[0] == ' ' && opening is not ("de" or "text") && !NeedColon.Contains(opening))
            {
                return IsCased(rest)
                    ? char.IsUpper(rest[1])
                    : opening.Length > 1 && rest.Count(' ') < PersonNames.MostWords;
            }
        }

        return false;
    }

    /// <summary>The byline behind a date, as in "Posted on 3 May by Jane Doe"; otherwise the whole text.</summary>
    public static string AfterDate(string text)
    {
        if (StartsByline(text))
        {
            return text;
        }

        string rest = text[(DateDigits.LastIn(text) + 1)..].TrimStart(' ', ',', '.', '|', '·', '-', '–', '—', '/', ')');
        return rest.Length > 0 && StartsByline(rest) ? PersonNames.WithoutEnd(rest) : FromLabel(text);
    }

    /// <summary>The byline behind another statement, as in "Source: Tide Press Author: Jane Doe".</summary>
    private static string FromLabel(string text)
    {
        for (int colon = text.IndexOfAny(LabelEnds); colon > 0; colon = text.IndexOfAny(LabelEnds, colon + 1))
        {
            int word = text.LastIndexOfAny(Gaps, colon - 1) + 1;
            if (word > 0 && IsOpening(text[word..colon]))
            {
                return text[word..];
            }
        }

        return text;
    }

    /// <summary>A byline without the words that open it.</summary>
    public static string Opened(string text)
    {
        foreach (string opening in OpeningsOf(text))
        {
            if (text.Length > opening.Length
                && text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
                && (Colons.Contains(text[opening.Length], StringComparison.Ordinal)
                    || (!NeedColon.Contains(opening) && char.IsWhiteSpace(text[opening.Length]))
                    || (opening.Length >= ShortestGlued && IsIdeograph(opening[^1]))))
            {
                return Opened(text[opening.Length..].TrimStart([' ', '\u00A0', '\n', .. Colons]));
            }
        }

        return text;
    }

    /// <summary>Whether the first letter is of a script with capitals.</summary>
    public static bool IsCased(ReadOnlySpan<char> text)
    {
        foreach (char c in text)
        {
            if (char.IsLetter(c))
            {
                return char.IsLower(c) || char.IsUpper(c);
            }
        }

        return false;
    }

    /// <summary>The openings with the initial of a text, the longest first.</summary>
    private static string[] OpeningsOf(ReadOnlySpan<char> text) =>
        text.IsEmpty ? [] : OpeningsByInitial.GetValueOrDefault(char.ToUpperInvariant(text[0]), []);

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';
}

using System.Collections.Frozen;
using System.Net;
using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Fields;

/// <summary>Extracts the names of people from a byline.</summary>
internal static class PersonNames
{
    private const int LongestName = 60;
    private const int MostWords = 6;

    /// <summary>Marks between an opening and the names, and before names without a case.</summary>
    private const string Colons = ":：/／=＝";

    /// <summary>The shortest opening in ideographs that a name may follow without a space.</summary>
    private const int ShortestGlued = 2;

    // The longest first, so that "written by" is not read as "written".
    private static readonly string[] Openings =
        [.. KnownLanguages.Phrases(static language => language.BylineOpenings).OrderByDescending(text => text.Length)];

    private static readonly FrozenDictionary<char, string[]> OpeningsByInitial = Openings
        .GroupBy(opening => char.ToUpperInvariant(opening[0]))
        .ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly string[] Reviews = KnownLanguages.Phrases(static language => language.ReviewOpenings);

    private static readonly string[] Ends = KnownLanguages.Phrases(static language => language.BylineEnds);

    private static readonly string[] Joints =
        [.. KnownLanguages.Phrases(static language => language.NameJoints).Where(joint => !IsComma(joint))];

    private static readonly FrozenSet<string> NoNames =
        KnownLanguages.Phrases(static language => language.NotNames).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] NotNameStarts =
        KnownLanguages.Phrases(static language => language.NotNameStarts);

    private static readonly FrozenSet<string> Occupations =
        KnownLanguages.Phrases(static language => language.Occupations).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] TitlesAfterNames =
        [.. KnownLanguages.Phrases(static language => language.TitlesAfterNames)
            .OrderByDescending(text => text.Length)];

    /// <summary>The names in a byline, in order; empty when there are none.</summary>
    /// <param name="byline">The byline.</param>
    /// <param name="isStated">Whether the page states it as the author's name; a user name then counts too.</param>
    public static List<string> Split(ReadOnlySpan<char> byline, bool isStated = false)
    {
        if (byline.Contains("://", StringComparison.Ordinal))
        {
            return [];
        }

        // Some systems escape what is escaped already.
        string written = PlainText.Cut(byline.Trim().ToString(), PageLimits.BylineLength);
        written = written.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(written) : written;
        string text = Opened(Cut(written, isStated));
        var names = new List<string>();
        foreach (string group in text.Split(Joints, StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (string part in group.Split([',', '،', '，'], StringSplitOptions.RemoveEmptyEntries))
            {
                string name = PlainText.Collapse(Opened(part.Trim(' ', '.', ':', '"', '“', '”', '(', ')', '【', '】')));
                name = WithoutTitle(name);
                if (names.Count > 0 && IsOccupation(name))
                {
                    // The employer follows the occupation.
                    break;
                }

                if ((IsName(name) || (isStated && IsUserName(name)))
                    && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
                {
                    names.Add(name);
                }
            }
        }

        // Topics are in small letters too; a lone name may be written so on purpose.
        return isStated || names.Count < 2
            ? names
            : names.FindAll(static name => !IsCased(name) || name.Any(char.IsUpper));
    }

    /// <summary>Whether a stated author without a person's name may be shown as it is written.</summary>
    public static bool MayBeWritten(string author) =>
        author.Length is > 1 and <= LongestName
        && author.Any(char.IsLetter)
        && !author.AsSpan().ContainsAny(":@<>")
        && !NoNames.Contains(author);

    /// <summary>Whether a text is only the word before a name, such as "By" or "Written by".</summary>
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

    private static bool IsComma(string joint) => joint is "," or "،" or "，";

    /// <summary>Ends the byline before a handle, an address, a bracket or a date.</summary>
    private static string Cut(string text, bool isStated)
    {
        int at = text.IndexOf('@', StringComparison.Ordinal);
        at = at > 0 ? Math.Max(text.LastIndexOfAny([' ', '\n'], at), 0) : at;
        text = at > 0 ? text[..at] : text;
        int end = text.IndexOfAny(['(', '[', '<', '{']);
        bool isWithin = isStated && text.LastIndexOf(')') is var close && close > end && close < text.Length - 1;
        text = end > 0 && !isWithin ? text[..end] : text;
        foreach (string stop in Ends)
        {
            int found = text.IndexOf(stop, StringComparison.Ordinal);
            text = found > 0 ? text[..found] : text;
        }

        int digit = IndexOfDigit(text, isStated);
        if (digit > 0)
        {
            text = WithoutDateWord(text[..digit]);
        }

        return text;
    }

    /// <summary>A text before a day in figures without the month or weekday at its end.</summary>
    private static string WithoutDateWord(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimEnd(" .,");
        int last = rest.LastIndexOf(' ');
        DateWord word = DateWords.Find(rest[(last + 1)..]);
        return word.Month > 0 || word.Weekday > 0 ? text[..Math.Max(last, 0)] : text;
    }

    /// <summary>The first digit; in a stated name, one that is not part of a word.</summary>
    private static int IndexOfDigit(string text, bool isStated)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]) && !(isStated && i > 0 && char.IsLetterOrDigit(text[i - 1])))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a short line is a byline: a word such as "By" in one of many languages, and names.</summary>
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
            if (rest[0] == ' ' && opening is not ("de" or "text"))
            {
                return IsCased(rest) ? char.IsUpper(rest[1]) : opening.Length > 1 && rest.Count(' ') < MostWords;
            }
        }

        return false;
    }

    /// <summary>Whether each word begins with a capital, except the small words within names.</summary>
    private static bool AreCapitals(ReadOnlySpan<char> text)
    {
        foreach (Range range in text.Split(' '))
        {
            ReadOnlySpan<char> word = text[range].TrimStart("\"'“‘(");
            if (!word.IsEmpty && char.IsLower(word[0]) && !IsSmall(word))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a word without a capital may be part of a name, as in "Piet van der Dam".</summary>
    private static bool IsSmall(ReadOnlySpan<char> word) =>
        word.Length <= 3 || word is "della" or "delle" or "dello" or "dalla" or "degli" or "dell" or "binti" or "vande";

    private static bool IsCased(ReadOnlySpan<char> text)
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

    private static string Opened(string text)
    {
        foreach (string opening in OpeningsOf(text))
        {
            if (text.Length > opening.Length
                && text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
                && (Colons.Contains(text[opening.Length], StringComparison.Ordinal)
                    || char.IsWhiteSpace(text[opening.Length])
                    || (opening.Length >= ShortestGlued && IsIdeograph(opening[^1]))))
            {
                return Opened(text[opening.Length..].TrimStart([' ', '\u00A0', '\n', .. Colons]));
            }
        }

        return text;
    }

    /// <summary>The name without the title that follows it in Korean and Chinese bylines.</summary>
    private static string WithoutTitle(string name)
    {
        foreach (string title in TitlesAfterNames)
        {
            if (name.Length >= title.Length + 2 && name.EndsWith(title, StringComparison.Ordinal))
            {
                return name[..^title.Length].TrimEnd(' ', '·');
            }
        }

        return name;
    }

    private static bool IsIdeograph(char c) => c is >= '\u4E00' and <= '\u9FFF';

    private static bool IsName(string text)
    {
        // A label that is left names something else: "Photo: Ann Lee".
        if (text.Length is < 2 or > LongestName
            || NoNames.Contains(text)
            || text.AsSpan().ContainsAny(':', '：')
            || text.Contains("http", StringComparison.OrdinalIgnoreCase)
            || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        bool startsLikeName = char.IsUpper(text[0])
            || (char.IsLetter(text[0]) && !char.IsLower(text[0]))
            || text.Contains(' ', StringComparison.Ordinal);
        return startsLikeName
            && (AreCapitals(text) || (!text.Any(char.IsUpper) && text.Count(c => c == ' ') < 2))
            && !text.Contains('#', StringComparison.Ordinal)
            && !IsOccupation(text)
            && !IsCredential(text)
            && !IsDateWord(text)
            && text.Count(c => c == ' ') < MostWords;
    }

    private static bool IsUserName(string text) =>
        text.Length is > 2 and < 30
        && !text.Contains(' ', StringComparison.Ordinal)
        && !text.Contains('/', StringComparison.Ordinal)
        && !text.Contains('.', StringComparison.Ordinal)
        && !text.AsSpan().ContainsAnyInRange('0', '9')
        && !NoNames.Contains(text)
        && !IsOccupation(text)
        && !IsDateWord(text)
        && char.IsLetter(text[0]);

    private static bool IsOccupation(string text) => text.Split(' ').Any(Occupations.Contains);

    /// <summary>Whether it is like MD, RDN or PhD: a few letters, mostly capitals.</summary>
    private static bool IsCredential(string text) =>
        text.Length <= 6
            && text.Count(char.IsUpper) >= 2
            && !text.Contains(' ', StringComparison.Ordinal)
            && text.All(c => c < 0x80);

    private static bool IsDateWord(string text) =>
        DateWords.Find(text).Month > 0
        || Array.Exists(NotNameStarts, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}

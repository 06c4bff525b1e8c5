using System.Collections.Frozen;
using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Fields;

/// <summary>Extracts the names of people from a byline.</summary>
internal static class PersonNames
{
    private const int LongestName = 60;
    private const int MostWords = 6;

    private static readonly string[] Openings =
        KnownLanguages.Phrases(static language => language.BylineOpenings);

    private static readonly string[] Ends = KnownLanguages.Phrases(static language => language.BylineEnds);

    private static readonly string[] Joints = KnownLanguages.Phrases(static language => language.NameJoints);

    private static readonly FrozenSet<string> NoNames =
        KnownLanguages.Phrases(static language => language.NotNames).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] NotNameStarts =
        KnownLanguages.Phrases(static language => language.NotNameStarts);

    private static readonly FrozenSet<string> Occupations =
        KnownLanguages.Phrases(static language => language.Occupations).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names in a byline, in order; empty when there are none.</summary>
    /// <param name="byline">The byline.</param>
    /// <param name="isStated">Whether the page states it as the author's name; a user name then counts too.</param>
    public static List<string> Split(ReadOnlySpan<char> byline, bool isStated = false)
    {
        if (byline.Contains("://", StringComparison.Ordinal))
        {
            return [];
        }

        string text = Opened(Cut(PlainText.Cut(byline.Trim().ToString(), PageLimits.BylineLength)));
        var names = new List<string>();
        foreach (string part in text.Split(
            Joints, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string name = PlainText.Collapse(Opened(part.Trim(' ', '.', ',', ':', '"', '“', '”', '(', ')')));
            if ((IsName(name) || (isStated && IsUserName(name)))
                && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                names.Add(name);
            }
        }

        return names;
    }

    /// <summary>Ends the byline before a handle, an address, a bracket or a date.</summary>
    private static string Cut(string text)
    {
        int end = text.IndexOfAny(['@', '(', '[', '<', '{']);
        text = end > 0 ? text[..end] : text;
        foreach (string stop in Ends)
        {
            int found = text.IndexOf(stop, StringComparison.Ordinal);
            text = found > 0 ? text[..found] : text;
        }

        int digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit > 0)
        {
            // A date often begins with its month or weekday, which ends with the line or word before it.
            text = text[..digit];
            int last = text.TrimEnd().LastIndexOf(' ');
            if (last > 0 && DateWords.Find(text.AsSpan(last + 1).Trim().TrimEnd('.')).Month > 0)
            {
                text = text[..last];
            }
        }

        return text;
    }

    /// <summary>Whether a line begins with a word such as "By" in one of many languages.</summary>
    public static bool StartsByline(ReadOnlySpan<char> line)
    {
        foreach (string opening in Openings)
        {
            // "de" and "text" begin too many other lines.
            if (opening.Length is 2 or > 8 && opening is not ("de" or "di") && line.Length > opening.Length + 3
                && line.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && line[opening.Length] is ' ' or ':')
            {
                return char.IsUpper(line[0]) || char.IsUpper(line[opening.Length + 1]);
            }
        }

        return false;
    }

    private static string Opened(string text)
    {
        foreach (string opening in Openings)
        {
            if (text.Length > opening.Length && text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)
                && (text[opening.Length] is ':' || char.IsWhiteSpace(text[opening.Length])))
            {
                return Opened(text[(opening.Length + 1)..].TrimStart(' ', ':', '\u00A0', '\n'));
            }
        }

        return text;
    }

    private static bool IsName(string text)
    {
        // What is still labelled is labelled as something else: "Photo: Ann Lee".
        if (text.Length is < 2 or > LongestName
            || NoNames.Contains(text)
            || text.Contains(':', StringComparison.Ordinal)
            || text.Contains("http", StringComparison.OrdinalIgnoreCase)
            || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        bool startsLikeName = char.IsUpper(text[0])
            || (char.IsLetter(text[0]) && !char.IsLower(text[0]))
            || text.Contains(' ', StringComparison.Ordinal);
        return startsLikeName
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

using System.Collections.Frozen;

namespace NewsDiff.Extraction.Fields;

/// <summary>Takes the names of people out of a byline.</summary>
internal static class PersonNames
{
    private const int LongestName = 60;
    private const int MostWords = 6;

    private static readonly string[] Openings =
    [
        "written by", "posted by", "reported by", "published by", "story by", "words by", "article by", "reviewed by", "author",
        "authors", "autor", "autora", "auteur", "reporter", "by", "von", "par", "por", "door", "af", "av", "di", "de", "od", "przez",
        "автор", "автори", "от", "text", "texte", "texto", "문",
    ];

    private static readonly string[] Joints =
        [" and ", " & ", " und ", " et ", " y ", " e ", " och ", " og ", " en ", " with ", " i ", " и ", " ve ", "、", "،", ";", "|", "/", "•", "·", "\n", " – ", " — ", " - ", ","];

    private static readonly FrozenSet<string> NoNames = new[]
    {
        "admin", "administrator", "staff", "staff writer", "editor", "editorial", "editors", "redaktion", "redaction", "redacción",
        "redacao", "redazione", "guest", "guest author", "contributor", "correspondent", "reporter", "author", "writer", "unknown",
        "anonymous", "none", "null", "follow", "view all posts", "see all posts", "more posts", "senior editor", "managing editor",
        "news editor", "senior reporter", "senior writer", "chief correspondent", "read more", "bio", "biography", "updated", "published",
        "posted", "share", "phd", "md", "m.d.", "ph.d.", "rd", "jr", "user", "root", "webmaster", "team", "editorial team",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names in a byline, in order; empty when there are none.</summary>
    public static List<string> Split(ReadOnlySpan<char> byline)
    {
        string text = Opened(Cut(byline.Trim().ToString()));
        var names = new List<string>();
        foreach (string part in text.Split(Joints, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            string name = Opened(part.Trim(' ', '.', ',', ':', '"', '“', '”', '(', ')'));
            if (IsName(name) && !names.Contains(name, StringComparer.OrdinalIgnoreCase))
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
        int digit = text.AsSpan().IndexOfAnyInRange('0', '9');
        if (digit > 0)
        {
            // A date often begins with its month or weekday, which ends with the line or word before it.
            text = text[..digit];
            int last = text.TrimEnd().LastIndexOf(' ');
            if (last > 0 && MonthNames.Find(text.AsSpan(last + 1).Trim().TrimEnd('.')) > 0)
            {
                text = text[..last];
            }
        }

        return text;
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
        if (text.Length is < 2 or > LongestName || NoNames.Contains(text) || text.Contains("http", StringComparison.OrdinalIgnoreCase)
            || text.Contains("www.", StringComparison.OrdinalIgnoreCase) || text.AsSpan().ContainsAnyInRange('0', '9'))
        {
            return false;
        }

        bool startsLikeName = char.IsUpper(text[0]) || (char.IsLetter(text[0]) && !char.IsLower(text[0])) || text.Contains(' ', StringComparison.Ordinal);
        return startsLikeName && text.Count(c => c == ' ') < MostWords;
    }
}

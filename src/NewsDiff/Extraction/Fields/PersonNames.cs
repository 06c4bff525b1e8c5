using System.Collections.Frozen;
using System.Net;
using NewsDiff.Dates;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Fields;

/// <summary>Extracts the names of people from a byline.</summary>
internal static class PersonNames
{
    public const int MostWords = 6;

    private const int LongestName = 60;
    private const int MostWordsOfHouse = 4;

    private static readonly char[] Commas = [',', '،', '，'];

    private static readonly char[] Edges = [' ', '.', ':', '"', '“', '”', '(', ')', '（', '）', '【', '】'];

    private static readonly string[] Generations = [" Jr", " Sr"];

    private static readonly string[] Ends = KnownLanguages.Phrases(static language => language.BylineEnds);

    private static readonly string[] Joints =
        [.. KnownLanguages.Phrases(static language => language.NameJoints).Where(joint => !IsComma(joint))];

    private static readonly FrozenSet<string> NoNames =
        KnownLanguages.Phrases(static language => language.NotNames)
            .Concat(KnownLanguages.Phrases(static language => language.Labels))
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Suffixes =
        KnownLanguages.Words(static language => language.NameSuffixes).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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
        string text = WithoutLabel(BylineWords.Opened(Cut(written, isStated)));
        var names = new List<string>();
        int end = 0;
        bool isJobOpen = false;
        foreach (string group in text.Split(Joints, StringSplitOptions.RemoveEmptyEntries))
        {
            int start = text.IndexOf(group, end, StringComparison.Ordinal);
            if (names.Count > 0 && BylineWords.StartsReview(group.AsSpan().Trim()))
            {
                end = start + group.Length;
                isJobOpen = true;
                continue;
            }

            bool isOfJob = isJobOpen && IsJoined(text, end, start) && !group.Split(Commas).Any(IsOccupation);
            end = start + group.Length;
            isJobOpen = isOfJob || AddTo(names, group, isStated);
        }

        // Topics are in small letters too; a lone name may be written so on purpose. A word behind a name is a place.
        bool isWhole = names.Count == 2 && names[0].Contains(' ', StringComparison.Ordinal);
        return isStated || names.Count < 2
            ? names
            : names.FindAll(name => !BylineWords.IsCased(name)
                || (name.Any(char.IsUpper) && (!isWhole || name.Contains(' ', StringComparison.Ordinal))));
    }

    /// <summary>Names without the label behind them and what it is for: "Jane Doe Photos: John Roe".</summary>
    private static string WithoutLabel(string text)
    {
        int colon = text.IndexOfAny([':', '：']);
        int word = colon < 1 ? -1 : text.LastIndexOfAny([' ', '\n', '\u3000'], colon - 1);
        return word > 0 && text.IndexOf(' ', StringComparison.Ordinal) < word ? text[..word] : text;
    }

    /// <summary>A byline without a word such as "In" at its end, whose section is a picture or missing.</summary>
    public static string WithoutEnd(string byline)
    {
        foreach (string end in Ends)
        {
            if (byline.EndsWith(end.TrimEnd(), StringComparison.OrdinalIgnoreCase))
            {
                return byline[..^end.TrimEnd().Length];
            }
        }

        return byline;
    }

    /// <summary>A newsroom or a user behind "By"; behind a link, a single word.</summary>
    public static string? AsWritten(string text, bool isLink)
    {
        string name = BylineWords.Opened(text);
        bool isWord = !name.Contains(' ', StringComparison.Ordinal);
        bool isOpened = name.Length < text.Length && (isWord || BylineWords.StartsByline(text));
        return (isOpened || (isLink && isWord))
            && !name.Contains('\n', StringComparison.Ordinal)
            && MayBeWritten(name)
            && name.Count(c => c == ' ') < MostWordsOfHouse
            && !IsDateWord(name)
            ? name
            : null;
    }

    /// <summary>Whether a name has a word that is nobody's name, such as "team".</summary>
    public static bool HasNoPerson(string name) => name.Split(' ').Any(NoNames.Contains);

    /// <summary>Adds the names of a group between joints.</summary>
    /// <returns>Whether a job is last whose words may go on: "Head of Gardens", "Director, Parks".</returns>
    private static bool AddTo(List<string> names, string group, bool isStated)
    {
        string[] parts = group.Split(Commas, StringSplitOptions.RemoveEmptyEntries);
        bool isPerson = false;
        bool hasSuffix = false;
        for (int i = 0; i < parts.Length; i++)
        {
            string name = PlainText.Collapse(BylineWords.Opened(parts[i].Trim(Edges)));
            name = WithoutTitle(name);
            bool isJunior = Generations.Any(word => name.EndsWith(word, StringComparison.Ordinal)
                && parts[i].Contains(word + ".", StringComparison.Ordinal));
            name = isJunior ? name + "." : name;
            if (names.Count > 0 && (IsOccupation(name) || StartsNoName(name)))
            {
                // The employer follows the occupation.
                return i < parts.Length - 1 || StartsNoName(name);
            }

            string letters = name.Replace(".", "", StringComparison.Ordinal);
            if (isPerson && IsCredential(letters, isAlone: false) && (hasSuffix || Suffixes.Contains(letters)))
            {
                names[^1] += ", " + parts[i].Trim();
                hasSuffix = true;
                continue;
            }

            isPerson = !names.Contains(name, StringComparer.OrdinalIgnoreCase)
                && ((IsName(name) && !IsCredential(name, isAlone: true)) || (isStated && IsUserName(name)));
            if (isPerson)
            {
                names.Add(name);
                isPerson = name.Contains(' ', StringComparison.Ordinal);
            }
        }

        return false;
    }

    /// <summary>Whether a word such as "and" is between two groups, and no comma before it.</summary>
    private static bool IsJoined(string text, int end, int start) =>
        end > 0 && text[end - 1] != ',' && text[end..start].Any(c => char.IsLetter(c) || c == '&');

    /// <summary>Whether a stated author without a person's name may be shown as it is written.</summary>
    public static bool MayBeWritten(string author) =>
        author.Length is > 1 and <= LongestName
        && author.Any(char.IsLetter)
        && !author.AsSpan().ContainsAny(":@<>")
        && !NoNames.Contains(author);

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
            text = WithoutDateLabel(WithoutDateWord(text[..digit]));
        }

        return WithoutCredits(text);
    }

    /// <summary>A text before a day in figures without the month or weekday at its end.</summary>
    private static string WithoutDateWord(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimEnd(" .,");
        int last = rest.LastIndexOf(' ');
        DateWord word = DateWords.Find(rest[(last + 1)..]);
        return word.Month > 0 || word.Weekday > 0 ? text[..Math.Max(last, 0)] : text;
    }

    /// <summary>A text before a date without its label at the end: "Jane Doe Updated:".</summary>
    private static string WithoutDateLabel(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().TrimEnd(" .,:");
        int last = rest.LastIndexOf(' ');
        bool isLabel = last > 0 && rest[..last].Contains(' ')
            && (UpdateWords.IndexIn(rest[(last + 1)..]) == 0 || PublishWords.AreIn(rest[(last + 1)..]));
        return isLabel ? text[..last] : text;
    }

    /// <summary>A byline without later sentences about others: "By Jane Doe. Photographs by John Roe."</summary>
    private static string WithoutCredits(string text)
    {
        for (int stop = text.IndexOf(". ", StringComparison.Ordinal); stop > 0;
            stop = text.IndexOf(". ", stop + 1, StringComparison.Ordinal))
        {
            ReadOnlySpan<char> rest = text.AsSpan(stop + 2).TrimStart();
            int word = rest.IndexOf(' ') + 1;
            if (BylineWords.StartsReview(rest) || (word > 0 && BylineWords.StartsByline(rest[word..])))
            {
                return text[..stop];
            }
        }

        return text;
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

    /// <summary>Whether it is like MD or PhD: few letters, several capitals; alone, mostly capitals.</summary>
    private static bool IsCredential(string text, bool isAlone) =>
        text.Length <= 6
            && text.Count(char.IsUpper) is >= 2 and var capitals
            && (!isAlone || capitals * 2 > text.Length)
            && !text.Contains(' ', StringComparison.Ordinal)
            && text.All(c => c < 0x80 || c is '®');

    private static bool IsDateWord(string text) => DateWords.Find(text).Month > 0 || StartsNoName(text);

    private static bool StartsNoName(string text) =>
        Array.Exists(NotNameStarts, start => text.StartsWith(start, StringComparison.OrdinalIgnoreCase));
}

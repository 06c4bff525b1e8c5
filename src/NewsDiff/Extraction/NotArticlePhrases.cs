using NewsDiff.Languages;

namespace NewsDiff.Extraction;

/// <summary>The phrases of error pages and walls, in the languages of many newspapers.</summary>
internal static class NotArticlePhrases
{
    private static readonly string[] Errors = KnownLanguages.Phrases(static language => language.ErrorTitles);
    private static readonly string[] Signs = KnownLanguages.Phrases(static language => language.ErrorSigns);
    private static readonly string[] Walls = KnownLanguages.Phrases(static language => language.WallPhrases);
    private static readonly string[] CommentWords =
        [.. KnownLanguages.Words(static language => language.CommentWords)];

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " » ", " :: "];

    /// <summary>Finds the phrase of an error page in the title, or as a whole part of it.</summary>
    /// <remarks>“Police fine 404 drivers” and “Captain still not found” are headlines.</remarks>
    public static string? FindError(string title) =>
        Array.Find(Errors, phrase => HasAtWordBorders(title, phrase))
        ?? title.Split(Separators, StringSplitOptions.TrimEntries)
            .Select(FindOnlySign).FirstOrDefault(sign => sign is not null);

    /// <summary>Finds the phrase of a wall, unless it only asks readers to log in before they comment.</summary>
    public static string? FindWall(ReadOnlySpan<char> text)
    {
        foreach (string phrase in Walls)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return SpeaksOfComments(text) ? null : phrase;
            }
        }

        return null;
    }

    private static bool SpeaksOfComments(ReadOnlySpan<char> text)
    {
        foreach (string word in CommentWords)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Finds a sign that is all of a title's part; a status code may have one word beside it.</summary>
    private static string? FindOnlySign(string part) => Array.Find(
        Signs,
        sign => HasAtWordBorders(part, sign)
            && CountWords(part) <= CountWords(sign) + (char.IsAsciiDigit(sign[0]) ? 1 : 0));

    private static int CountWords(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Count(word => word.Any(char.IsLetterOrDigit));

    /// <summary>Whether a text has a phrase that does not begin or end inside a word or number.</summary>
    /// <remarks>A phrase may end with a stem, so only numbers must end where it does.</remarks>
    private static bool HasAtWordBorders(string text, string phrase)
    {
        for (int at = 0; (at = text.IndexOf(phrase, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            int end = at + phrase.Length;
            bool beginsInside = at > 0 && char.IsAscii(phrase[0]) && char.IsLetterOrDigit(text[at - 1]);
            bool endsInside = end < text.Length && char.IsDigit(phrase[^1]) && char.IsLetterOrDigit(text[end]);
            if (!beginsInside && !endsInside)
            {
                return true;
            }
        }

        return false;
    }
}

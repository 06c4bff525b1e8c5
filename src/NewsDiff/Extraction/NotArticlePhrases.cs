using NewsDiff.Languages;

namespace NewsDiff.Extraction;

/// <summary>The phrases of error pages and walls, in the languages of many newspapers.</summary>
internal static class NotArticlePhrases
{
    private static readonly string[] Errors = KnownLanguages.Phrases(static language => language.ErrorTitles);
    private static readonly string[] Walls = KnownLanguages.Phrases(static language => language.WallPhrases);

    public static string? FindError(ReadOnlySpan<char> title) => Find(Errors, title);

    public static string? FindWall(ReadOnlySpan<char> text) => Find(Walls, text);

    private static string? Find(string[] phrases, ReadOnlySpan<char> text)
    {
        foreach (string phrase in phrases)
        {
            if (text.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return phrase;
            }
        }

        return null;
    }
}

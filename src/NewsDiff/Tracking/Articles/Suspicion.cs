using System.Globalization;

namespace NewsDiff.Tracking.Articles;

/// <summary>Decides whether a new text looks like a reading error, not an edit.</summary>
internal static class Suspicion
{
    private const double LeastShareKept = 0.4;
    private const double LeastShareOfSameLength = 0.8;
    private const int LeastLength = 200;

    /// <summary>Why a new text is doubtful: its title, body place or most text is gone.</summary>
    /// <remarks>Most text is more than 60 % of a body of 200 characters or more.</remarks>
    /// <returns>The reason, in a sentence for people; null when it is not doubtful.</returns>
    public static string? Of(ArticleVersion latest, FetchResult fetched)
    {
        Article before = latest.Article;
        Article after = fetched.Article!;
        if (string.IsNullOrWhiteSpace(after.Title) && !string.IsNullOrWhiteSpace(before.Title))
        {
            return "The title is missing; it counts as a change when the next visit finds the same text.";
        }

        if (latest.Container is not null && fetched.Container is not null && latest.Container != fetched.Container)
        {
            return "The text is elsewhere on the page; it counts as a change when the next visit finds it there again.";
        }

        int oldLength = LengthOf(before);
        int newLength = LengthOf(after);
        return oldLength >= LeastLength && newLength < LeastShareKept * oldLength
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"The text shrank from {oldLength} to {newLength} characters; it counts as a change when the next "
                + $"visit finds the same text.")
            : null;
    }

    /// <summary>Whether one text is shorter than the other by more than a fifth.</summary>
    public static bool AreOfOtherLength(Article left, Article right)
    {
        (int shorter, int longer) = (Math.Min(
            LengthOf(left), LengthOf(right)), Math.Max(LengthOf(left), LengthOf(right)));
        return shorter < LeastShareOfSameLength * longer;
    }

    private static int LengthOf(Article article) =>
        article.Paragraphs.Sum(paragraph => paragraph.Text.Count(character => !char.IsWhiteSpace(character)));
}

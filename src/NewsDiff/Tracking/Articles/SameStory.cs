using NewsDiff.Feeds;

namespace NewsDiff.Tracking.Articles;

/// <summary>Decides whether two texts belong to one article, at two times or in two forms.</summary>
internal static class SameStory
{
    /// <summary>The smallest share of common words between two states of one story.</summary>
    /// <remarks>Different articles share a fifth of their words at most.</remarks>
    private const double LeastShared = 0.6;

    /// <summary>The smallest share of common words between two readings of one page within hours.</summary>
    private const double LeastUnchanged = 0.95;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>Whether two pages have the same text, or nearly.</summary>
    public static bool Is(Article left, Article right) =>
        left.HasSameContentAs(right) || IsSimilar(TextOf(left), TextOf(right));

    /// <summary>Whether two pages say the same, but for a counter or a small correction.</summary>
    public static bool IsUnchanged(Article left, Article right) =>
        left.HasSameContentAs(right)
        || (left.Title == right.Title && TextDiff.Compute(TextOf(left), TextOf(right)).Similarity >= LeastUnchanged);

    /// <summary>Whether two pages have the same title, or nearly.</summary>
    public static bool HaveOneTitle(Article left, Article right) => IsSimilar(left.Title, right.Title);

    /// <summary>Whether a feed entry has the title of a page, or nearly.</summary>
    public static bool HaveOneTitle(FeedEntry entry, Article article) => IsSimilar(entry.Title, article.Title);

    /// <summary>Whether two pages were published in the same minute.</summary>
    public static bool IsOfOneMinute(Article left, Article right) =>
        left.PublishedAt is { Precision: >= DatePrecision.Minute } first
        && right.PublishedAt is { Precision: >= DatePrecision.Minute } second
        && (first.ToDateTimeOffset() - second.ToDateTimeOffset()).Duration() < Minute;

    /// <summary>Whether a feed entry with a known id still announces the article of that id.</summary>
    /// <remarks>
    /// A guid may be reused: it counts only with the same time of publication, or with nearly the same title and the
    /// same day.
    /// </remarks>
    public static bool Announces(FeedEntry entry, Article article)
    {
        TimeSpan? apart = entry.PublishedAt is { } announced
            && article.PublishedAt is { Precision: >= DatePrecision.Minute } published
            ? (announced.ToDateTimeOffset() - published.ToDateTimeOffset()).Duration()
            : null;
        return apart <= Minute || (apart is null || apart <= Day) && IsSimilar(entry.Title, article.Title);
    }

    private static bool IsSimilar(string left, string right) =>
        TextDiff.Compute(left, right) is { } diff && diff.Similarity >= LeastShared;

    private static string TextOf(Article article) =>
        article.Title + "\n\n" + string.Join("\n\n", article.Paragraphs.Select(paragraph => paragraph.Text));
}

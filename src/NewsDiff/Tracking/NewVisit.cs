namespace NewsDiff.Tracking;

/// <summary>The state of what was never visited: due at once.</summary>
internal static class NewVisit
{
    public static Visit To(TrackedArticle article, DateTimeOffset now) => new()
    {
        Kind = VisitKind.Article,
        Target = article.Id,
        Url = article.Url,
        DueAt = now,
        LastChangedAt = now,
    };

    public static Visit ToFeed(Uri url, DateTimeOffset now) => new()
    {
        Kind = VisitKind.Feed,
        Target = url.AbsoluteUri,
        Url = url,
        DueAt = now,
    };
}

namespace NewsDiff.Tracking.Visits;

/// <summary>The state of a new target, which is due at once.</summary>
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

    /// <summary>Restarts ended visits; the time without change starts now.</summary>
    public static Visit Again(Visit visit, DateTimeOffset now) => visit with
    {
        State = VisitState.Active,
        DueAt = now,
        LastChangedAt = now,
        Interval = TimeSpan.Zero,
    };
}

namespace NewsDiff.Testing.Contracts;

/// <summary>Small drafts for the tests of stores.</summary>
public static class Drafts
{
    public static DateTimeOffset Noon { get; } = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    public static VersionDraft Of(
        string articleId,
        string text,
        int? expectedHead = null,
        DateTimeOffset? seenAt = null,
        string url = "https://news.example/1") => new()
        {
            ArticleId = articleId,
            Article = new Article { Url = new Uri(url), Title = "Title", Paragraphs = [text] },
            SeenAt = seenAt ?? Noon,
            ExpectedHead = expectedHead,
        };
}

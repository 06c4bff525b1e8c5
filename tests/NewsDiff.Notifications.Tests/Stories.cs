using NewsDiff.Events;
using NewsDiff.Notifications.Messages;

namespace NewsDiff.Notifications.Tests;

/// <summary>Versions of small stories, and what is told of them.</summary>
internal static class Stories
{
    private static readonly Uri Url = new("https://news.example/ferry");

    public static Article Ferry { get; } = Of(
        "Ferry returns to the islands",
        "The ferry sailed again on Monday after eleven weeks in dock.",
        "The operator has 14 days to answer, and the board was told of it.");

    /// <summary>A story.</summary>
    public static Article Of(string title, params string[] paragraphs) => new()
    {
        Url = Url,
        Title = title,
        Language = "en",
        Paragraphs = [.. paragraphs.Select(text => (Paragraph)text)],
    };

    /// <summary>The change from one story to another.</summary>
    public static ArticleChange Change(Article before, Article after) => new(Version(before, 1), Version(after, 2));

    /// <summary>The notice of a change.</summary>
    public static ArticleNotice Notice(Article before, Article after)
    {
        ArticleChange change = Change(before, after);
        return new ArticleNotice { Event = Event(ArticleEventKind.Changed), Change = change, Version = change.After };
    }

    /// <summary>The notice of anything else.</summary>
    public static ArticleNotice Notice(ArticleEventKind kind) =>
        new() { Event = Event(kind), Version = Version(Ferry, 1) };

    /// <summary>What is told of a change.</summary>
    public static Notification Tell(Article before, Article after) => Tell(Notice(before, after));

    /// <summary>What is told of a notice.</summary>
    public static Notification Tell(ArticleNotice notice) => new NotificationComposer(
        "https://diffs.example/articles/{article}/diff/{before}/{after}").Compose(notice);

    /// <summary>A draft of a version whose number of days tells it from the others.</summary>
    public static VersionDraft Draft(string articleId, int number, DateTimeOffset seenAt) => new()
    {
        ArticleId = articleId,
        Article = Of(
            "Ferry returns to the islands",
            "The ferry sailed again on Monday after eleven weeks in dock.",
            $"The operator has {number + 10} days to answer, and the board was told of it.") with
        {
            Url = new Uri($"https://news.example/{articleId}"),
        },
        SeenAt = seenAt,
        ExpectedHead = number - 1,
    };

    private static ArticleEvent Event(ArticleEventKind kind) => new()
    {
        Id = new Guid("6f2d1c0a-94ad-4a8e-8e30-6a3b8a2f0001"),
        Cursor = default,
        Kind = kind,
        ArticleId = "ferry",
        At = Drafts.Noon,
        Number = kind == ArticleEventKind.Changed ? 2 : 1,
        Host = "news.example",
    };

    private static ArticleVersion Version(Article article, int number) => new()
    {
        ArticleId = "ferry",
        Number = number,
        Article = article,
        ContentHash = ContentHash.Compute(article),
        SeenAt = Drafts.Noon.AddHours(number),
    };
}

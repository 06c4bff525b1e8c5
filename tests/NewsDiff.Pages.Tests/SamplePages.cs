using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Search;
using NewsDiff.Tests.Rendering;

namespace NewsDiff.Pages.Tests;

/// <summary>One page of every kind, full of what pages can show.</summary>
internal static class SamplePages
{
    internal static readonly string[] Names =
    [
        "changes", "articles", "feeds", "sources", "source", "article", "comparison", "inline", "right to left",
        "version", "search",
        "origins", "not found",
        "manage", "manage: fault", "manage: feed found", "manage: article found", "manage: nothing found",
        "manage: feed", "manage: article", "manage: takedown", "manage: failing", "manage: expired",
    ];

    private static ArticleFacts Facts => new()
    {
        ArticleId = "ab12",
        Url = new Uri("https://example.org/harbour"),
        FirstSeenAt = Stories.Seen,
        VersionCount = 4,
        Source = "example",
        NextCheckAt = Stories.Seen.AddHours(5),
        Trouble = "The server answered 404.",
    };

    private static ArticleHistory History => new(
    [
        Stories.Version(1, Stories.HarbourBefore),
        Stories.Version(2, Stories.HarbourAfter with { Authors = ["Ola Berg"] }, TimeSpan.FromHours(3))
            with { Doubt = "It shrank." },
        Stories.Version(3, Stories.HarbourBefore, TimeSpan.FromDays(1)),
        Stories.Version(4, Stories.Article("", ""), TimeSpan.FromDays(2)) with { IsHidden = true },
    ]);

    private static ArticleEvent Vanished => new()
    {
        Id = Guid.Empty,
        Cursor = default,
        Kind = ArticleEventKind.Vanished,
        ArticleId = "ab12",
        Host = "example.org",
        At = Stories.Seen,
        Reason = "It answered 410.",
    };

    private static SearchHit Hit => new()
    {
        Version = History.Versions[0],
        FirstVersion = 1,
        LastVersion = 1,
        Snippet = "The harbour board approved the plan.",
        Matches = [4..11],
        Cursor = "2",
    };

    internal static Page Named(string name) => name switch
    {
        "changes" => new ChangesPage
        {
            Entries =
            [
                new ChangeEntry(Stories.HarbourChange()),
                new ChangeEntry(new ArticleNotice { Event = Vanished, Version = History.First }),
            ],
            Older = "1-1",
        },
        "articles" => new ArticlesPage
        {
            Entries = [new ArticleEntry { Latest = History.Versions[2], FirstSeenAt = Stories.Seen }],
        },
        "feeds" => new FeedsPage
        {
            Feeds =
            [
                new FollowedFeed
                {
                    Url = new Uri("https://example.org/rss"),
                    AddedAt = Stories.Seen,
                    Failures = 3,
                    Reason = "no answer in time",
                },
            ],
        },
        "sources" => new SourcesPage { Events = Events },
        "source" => new SourcePage
        {
            Host = "example.org",
            Changes = [.. Enumerable.Range(1, 12).Select(i => Published(TimeSpan.FromMinutes(i * i * i * 20)))],
            HasOlder = true,
        },
        "article" => new ArticlePage { Facts = Facts, History = History, Events = [Vanished] },
        "comparison" => new ComparisonPage { Facts = Facts, Change = History.Changes[0] },
        "inline" => new ComparisonPage { Facts = Facts, Change = History.Changes[0], IsInline = true },
        "right to left" => Long("قال مجلس الميناء إن السكان انتظروا طويلا هذا القرار في الفقرة", "ar"),
        "search" => new SearchPage { Query = "kind:removed \"harbour\"", Hits = [Hit], After = "1", Older = "2" },
        "origins" => new OriginsPage { Facts = Facts, History = History, Number = 2 },
        "version" => new VersionPage { Facts = Facts, Version = History.Versions[1] },
        ['m', 'a', 'n', ..] => ManageSamples.Named(name),
        _ => new NotFoundPage(),
    };

    /// <summary>Events of two sites over three weeks.</summary>
    private static ImmutableArray<ArticleEvent> Events =>
    [
        .. Enumerable.Range(0, 40).Select(i => Vanished with
        {
            Kind = i % 7 == 0 ? ArticleEventKind.Vanished
                : i % 3 == 0 ? ArticleEventKind.FirstSeen
                : ArticleEventKind.Changed,
            Host = i % 4 == 0 ? "news.example" : "example.org",
            At = Stories.Seen.AddHours(13 * i),
        }),
    ];

    /// <summary>A change of an article that says when it was published.</summary>
    internal static ArticleChange Published(TimeSpan after)
    {
        ArticleChange change = Stories.HarbourChange();
        ArticleDate published = ArticleDate.FromDateTimeOffset(change.Before.SeenAt);
        Article dated = change.Before.Article with { PublishedAt = published };
        return new ArticleChange(
            change.Before with { Article = dated }, change.After with { SeenAt = change.Before.SeenAt + after });
    }

    /// <summary>A comparison of many paragraphs whose one change is far down.</summary>
    internal static ComparisonPage Long(string words, string language)
    {
        string[] before = [.. Enumerable.Range(1, 25).Select(i => $"{words} {i}. {words} {i * 7}. {words} {i * 13}.")];
        string[] after = [.. before];
        after[19] = after[19].Replace("260.", "261.", StringComparison.Ordinal);
        return new ComparisonPage
        {
            Facts = Facts with { VersionCount = 2 },
            Change = new ArticleChange(
                Stories.Version(1, Stories.Article(words, before) with { Language = language }),
                Stories.Version(2, Stories.Article(words, after) with { Language = language })),
        };
    }
}

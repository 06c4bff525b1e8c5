using System.Collections.Immutable;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Pages.Managing;
using NewsDiff.Tests.Rendering;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Tests;

/// <summary>The pages for managing, full of what they can show.</summary>
internal static class ManageSamples
{
    private static readonly Uri Feed = new("https://example.org/rss");
    private static readonly KeyValuePair<string, string> Token = new("token", "t0k3n");

    private static Look Unread => new(new Uri("https://example.org/"), FetchStatus.NotAnArticle)
    {
        Reason = "The page has no text that reads like an article.",
        Others = [new FoundFeed { Url = Feed, Place = FeedPlace.Page }],
        Hops =
        [
            new FetchHop
            {
                Url = new Uri("https://example.org/"),
                HttpStatusCode = 200,
                Robots = new RobotsReport
                {
                    RobotsUrl = new Uri("https://example.org/robots.txt"),
                    Agent = "NewsDiff",
                    IsAllowed = true,
                    Reason = "No rule names it.",
                },
            },
        ],
    };

    private static ManagedArticlePage ManagedArticle => new("articles/ab12", Token)
    {
        Tracked = new TrackedArticle
        {
            Id = "ab12",
            Url = new Uri("https://example.org/harbour"),
            Keys = ["https://example.org/harbour"],
            FirstSeenAt = Stories.Seen,
        },
        Latest = Stories.Version(4, Stories.HarbourAfter),
        State = VisitState.Paused,
        Trouble = ("The server answered 404.", FetchStatus.NotFound),
        Done = "Paused. It is not visited until you resume it.",
    };

    internal static Page Named(string name) => name switch
    {
        "manage" => new OverviewPage(Place: null, Token)
        {
            Feeds =
            [
                (new FollowedFeed { Url = Feed, AddedAt = Stories.Seen, Failures = 3 }, VisitState.Active),
                (new FollowedFeed { Url = Feed, AddedAt = Stories.Seen, Title = "Paused" }, VisitState.Paused),
            ],
            Done = "Removed. What was read stays.",
        },
        "manage: fault" => Added(new AddDraft
        {
            Address = "javascript:alert(1)",
            Rule = "{",
            Fault = new FieldFault("rule", "There is no rule for {0} in it.") { Values = ["example.org"] },
        }),
        "manage: feed found" => Added(new AddDraft { Look = FoundFeed }),
        "manage: article found" => Added(new AddDraft { Look = FoundArticle }),
        "manage: nothing found" => Added(new AddDraft { Look = Unread }),
        "manage: feed" => new FeedPage("feeds/1", Token)
        {
            Feed = new Subscription { Url = Feed, AddedAt = Stories.Seen },
            IsOfSettings = true,
        },
        "manage: article" => ManagedArticle,
        "manage: takedown" => ManagedArticle with
        {
            Draft = new HideDraft { ArticleId = "ab12", Reason = "A court ordered it.", Range = (2, 3) },
        },
        "manage: failing" => new FailingPage("failing", Token)
        {
            Failing = [.. Enum.GetValues<FetchStatus>().Select(Failed)],
            Count = 1234,
        },
        _ => new ExpiredPage("expired", Token),
    };

    private static Look FoundFeed => new(Feed, FetchStatus.Fetched)
    {
        IsFeed = true,
        FeedTitle = "Harbour news",
        Entries =
        [
            new FeedEntry { Title = "The harbour", Link = new Uri("https://example.org/harbour") },
            new FeedEntry { PublishedAt = ArticleDate.FromDateTimeOffset(Stories.Seen) },
        ],
        EntryCount = 2,
    };

    private static Look FoundArticle => new(new Uri("https://example.org/harbour"), FetchStatus.Fetched)
    {
        Page = new FetchResult
        {
            Status = FetchStatus.Fetched,
            Url = new Uri("https://example.org/harbour"),
            Article = Stories.HarbourAfter,
        },
        Matches = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("body", ["One", new string('x', 900)]),
        IsFollowed = true,
    };

    private static AddPage Added(AddDraft draft) => new("add/1", Token) { Draft = draft, Key = "1" };

    private static (Visit Visit, string Name) Failed(FetchStatus status) => (
        new Visit
        {
            Kind = status == FetchStatus.NotAFeed ? VisitKind.Feed : VisitKind.Article,
            Target = status == FetchStatus.NotAFeed ? Feed.AbsoluteUri : "ab12",
            Url = Feed,
            Failures = (int)status,
            LastStatus = status,
            LastReason = "It failed.",
            DueAt = Stories.Seen,
        },
        "Harbour & news");
}

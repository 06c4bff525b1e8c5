using NewsDiff.Feeds;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

/// <summary>When two addresses turn out to be one article, and when they do not.</summary>
public sealed class IdentityTests
{
    private const string Body =
        "The river rose for the third time this week, and the town below the dam was cut off from the road for many hours.";

    private static readonly Uri Second = new("https://news.example/story?edition=2");
    private static readonly Uri OtherFeed = new("https://news.example/other-feed");

    private static CancellationToken Stop => Newsroom.Stop;

    [Fact]
    public async Task Two_addresses_with_one_canonical_address_and_one_text_become_one_article()
    {
        var room = new Newsroom();
        room.Site.Announce(Newsroom.Feed, new Uri("https://news.example/story?edition=1"), Second);
        Publish(room, new Uri("https://news.example/story?edition=1"), "Flood", canonical: Newsroom.Story);
        Publish(room, Second, "Flood", canonical: Newsroom.Story);

        CheckOutcome[] outcomes = await room.CheckFeedAsync();

        Assert.Equal([CheckKind.FirstSeen, CheckKind.Merged], outcomes.Select(outcome => outcome.Kind));
        Assert.Single(outcomes.Select(outcome => outcome.ArticleId).Distinct());
        TrackedArticle only = await ArticlesAsync(room).SingleAsync(Stop);
        Assert.Contains("url:https://news.example/story?edition=2", only.Keys);
        Assert.Single(await room.VersionsAsync());
        Assert.Empty(await room.CheckFeedAsync());
    }

    [Fact]
    public async Task An_address_that_another_article_called_canonical_is_that_article_when_it_says_the_same()
    {
        var room = new Newsroom();
        room.Site.Announce(Newsroom.Feed, Second);
        Publish(room, Second, "Flood", canonical: Newsroom.Story);
        await room.CheckFeedAsync();
        room.Site.Announce(OtherFeed, Newsroom.Story);
        Publish(room, Newsroom.Story, "Flood", canonical: Newsroom.Story);

        CheckOutcome outcome = Assert.Single(await room.CheckFeedAsync(OtherFeed));

        Assert.Equal(CheckKind.Merged, outcome.Kind);
        Assert.Equal([Newsroom.Feed, OtherFeed], (await ArticlesAsync(room).SingleAsync(Stop)).FeedUrls);
    }

    [Fact]
    public async Task One_canonical_address_on_all_pages_of_a_site_merges_none_of_them()
    {
        var room = new Newsroom();
        Uri[] stories = [.. Enumerable.Range(1, 3).Select(n => new Uri($"https://news.example/story?id={n}"))];
        room.Site.Announce(Newsroom.Feed, stories);
        foreach ((int n, Uri url) in stories.Index())
        {
            room.Site.Answer(url, With(Scripts.Says(url, $"Story {n}", Different(n)), Newsroom.Story));
        }

        CheckOutcome[] outcomes = await room.CheckFeedAsync();

        Assert.All(outcomes, outcome => Assert.Equal(CheckKind.FirstSeen, outcome.Kind));
        Assert.Equal(3, await ArticlesAsync(room).CountAsync(Stop));
    }

    [Fact]
    public async Task Of_two_histories_the_older_stands_and_both_stay_readable()
    {
        var room = new Newsroom();
        room.Site.Announce(Newsroom.Feed, Newsroom.Story, Second);
        Publish(room, Newsroom.Story, "Flood", canonical: null);
        Publish(room, Second, "Flood", canonical: null);
        CheckOutcome[] first = await room.CheckFeedAsync();
        room.Clock.Advance(TimeSpan.FromHours(1));
        Publish(room, Second, "Flood", canonical: Newsroom.Story);

        CheckOutcome[] second = await room.CheckFeedAsync();

        TrackedArticle only = await ArticlesAsync(room).SingleAsync(Stop);
        Assert.Contains(second, outcome => outcome.Kind == CheckKind.Merged || outcome.ArticleId == only.Id);
        Assert.Equal(2, first.Select(outcome => outcome.ArticleId).Distinct().Count());
        Assert.Equal(2, (await room.VersionsAsync()).Count);
        Visit ended = (await room.Store.ReadVisitsAsync(Stop).ToListAsync(Stop)).Single(
            visit => visit.State == VisitState.Merged);
        Assert.Null(ended.DueAt);
        Assert.NotEqual(only.Id, ended.Target);
    }

    [Fact]
    public async Task A_text_that_is_not_the_articles_own_merges_nothing()
    {
        // A lost article's address leads to another one for good: the server's word alone must not join their
        // histories.
        var room = new Newsroom();
        room.Site.Announce(Newsroom.Feed, Newsroom.Story, Second);
        room.Site.Publish(Newsroom.Story, "Flood", Different(1));
        room.Site.Publish(Second, "Fire", Different(2));
        await room.CheckFeedAsync();
        room.Clock.Advance(TimeSpan.FromHours(1));
        room.Site.Answer(
            Second, Scripts.Says(Newsroom.Story, "Flood", Different(1)) with { MovedTo = Newsroom.Story });

        await room.CheckFeedAsync();

        Assert.Equal(2, await ArticlesAsync(room).CountAsync(Stop));
    }

    [Fact]
    public async Task A_reused_id_does_not_make_a_new_article_an_old_one()
    {
        var room = new Newsroom();
        AnnounceEntry(room, Newsroom.Story, "Flood");
        room.Site.Publish(Newsroom.Story, "Flood", Different(1));
        await room.CheckFeedAsync();
        Uri next = new("https://news.example/fire");
        AnnounceEntry(room, next, "Fire in the harbour");
        room.Site.Publish(next, "Fire in the harbour", Different(2));

        CheckOutcome outcome = Assert.Single(await room.CheckFeedAsync());

        Assert.Equal((CheckKind.FirstSeen, next), (outcome.Kind, outcome.Url));
        Assert.Equal(2, await ArticlesAsync(room).CountAsync(Stop));
    }

    [Fact]
    public async Task An_id_whose_title_and_address_changed_is_settled_by_the_text()
    {
        var room = new Newsroom();
        AnnounceEntry(room, Newsroom.Story, "Flood");
        room.Site.Publish(Newsroom.Story, "Flood", Different(1), Body);
        await room.CheckFeedAsync();
        Uri next = new("https://news.example/thousands-flee");
        AnnounceEntry(room, next, "Thousands flee from the rising water");
        room.Site.Publish(next, "Thousands flee from the rising water", Different(1), Body);

        CheckOutcome outcome = Assert.Single(await room.CheckFeedAsync());

        Assert.Equal(CheckKind.Merged, outcome.Kind);
        Assert.Contains("url:https://news.example/thousands-flee", (await ArticlesAsync(room).SingleAsync(Stop)).Keys);
    }

    [Fact]
    public async Task An_article_that_was_never_read_is_looked_for_where_its_feed_announces_it_now()
    {
        var room = new Newsroom();
        AnnounceEntry(room, Newsroom.Story, "Flood");
        await room.CheckFeedAsync();
        Uri next = new("https://news.example/flood");
        AnnounceEntry(room, next, "Flood");
        room.Site.Publish(next, "Flood", Body);

        CheckOutcome outcome = Assert.Single(await room.CheckFeedAsync());

        Assert.Equal((CheckKind.FirstSeen, next), (outcome.Kind, outcome.Url));
        await ArticlesAsync(room).SingleAsync(Stop);
    }

    [Fact]
    public async Task Entries_that_the_filter_does_not_want_are_not_followed()
    {
        var room = new Newsroom();
        Uri sport = new("https://news.example/sport/race");
        room.Site.Announce(Newsroom.Feed, Newsroom.Story, sport);
        room.Site.Publish(Newsroom.Story, "Flood", Body);
        var filter = new EntryFilter(exclude: ["url:/sport/"]);
        await room.Store.AddSubscriptionAsync(
            new Subscription { Url = Newsroom.Feed, AddedAt = room.Clock.Now, Filter = filter }, Stop);

        await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop);

        Assert.Equal(Newsroom.Story, (await ArticlesAsync(room).SingleAsync(Stop)).Url);
        Assert.DoesNotContain(sport, room.Site.Requests.Select(asked => asked.Url));
    }

    private static IAsyncEnumerable<TrackedArticle> ArticlesAsync(Newsroom room) =>
        room.Store.ReadArticlesAsync(new ArticleQuery(), Stop);

    private static void Publish(Newsroom room, Uri url, string title, Uri? canonical) =>
        room.Site.Answer(url, With(Scripts.Says(url, title, Body), canonical));

    private static FetchResult With(FetchResult page, Uri? canonical) =>
        page with { Article = page.Article! with { CanonicalUrl = canonical } };

    private static string Different(int n) =>
        string.Join(' ', Enumerable.Range(n * 100, 40).Select(word => $"word{word}"));

    private static void AnnounceEntry(Newsroom room, Uri link, string title) =>
        room.Site.AnswerFeed(Newsroom.Feed, () => new FeedResult
        {
            Status = FetchStatus.Fetched,
            Url = Newsroom.Feed,
            Feed = new Feed { Entries = [new FeedEntry { Link = link, Id = "7", Title = title }] },
        });
}

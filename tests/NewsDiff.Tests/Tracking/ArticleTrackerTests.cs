using NewsDiff.Feeds;
using NewsDiff.TestSupport.Poison;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

public sealed class ArticleTrackerTests
{
    private static CancellationToken Stop => Newsroom.Stop;

    [Fact]
    public async Task An_article_is_first_seen_then_unchanged_then_changed_with_the_right_words()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Publish(Newsroom.Story, "Flood in the valley", "Three people are missing.");

        CheckOutcome first = Assert.Single(await room.CheckFeedAsync());
        CheckOutcome second = await room.CheckStoryWhenDueAsync();
        room.Site.Publish(Newsroom.Story, "Flood in the valley", "Four people are missing.");
        CheckOutcome third = await room.CheckStoryWhenDueAsync();

        Assert.Equal(
            [CheckKind.FirstSeen, CheckKind.Unchanged, CheckKind.Changed], [first.Kind, second.Kind, third.Kind]);
        Assert.Null(first.Change);
        Assert.Null(second.Change);
        TextDiff words = Assert.Single(third.Change!.Diff.Paragraphs).Words!;
        Assert.Equal(
            ["Three"], words.Edits.Where(e => e.Kind == EditKind.Delete).Select(e => words.OldText[e.OldRange].Trim()));
        Assert.Equal(
            ["Four"], words.Edits.Where(e => e.Kind == EditKind.Insert).Select(e => words.NewText[e.NewRange].Trim()));
        Assert.Equal([1, 2], (await room.VersionsAsync()).Select(version => version.Number));
        Assert.Equal(third.Version, third.Change.After);
    }

    [Fact]
    public async Task Two_feeds_that_announce_one_article_make_one_article()
    {
        var second = new Uri("https://news.example/world/feed");
        var room = new Newsroom();
        room.Site.Announce(second, Newsroom.Story);
        room.Site.Publish(Newsroom.Story, "One", "Text.");

        Assert.Equal(CheckKind.FirstSeen, Assert.Single(await room.CheckFeedAsync()).Kind);
        Assert.Empty(await room.CheckFeedAsync(second));

        TrackedArticle article = await room.Store.ReadArticlesAsync(new ArticleQuery(), Stop).SingleAsync(Stop);
        Assert.Equal([Newsroom.Feed, second], article.FeedUrls);
        Assert.Single(await room.VersionsAsync());
    }

    [Fact]
    public async Task An_id_that_a_feed_gives_to_two_articles_makes_them_no_one_article()
    {
        var room = new Newsroom();
        Uri[] links =
        [
            Newsroom.Story, new("https://news.example/second"), new("https://news.example/story?utm_source=feed"),
        ];
        var feed = new Feed { Entries = [.. links.Select(link => new FeedEntry { Link = link, Id = "0" })] };
        room.Site.AnswerFeed(
            Newsroom.Feed, () => new FeedResult { Status = FetchStatus.Fetched, Url = Newsroom.Feed, Feed = feed });
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        room.Site.Publish(links[1], "Two", "Text.");

        CheckOutcome[] outcomes = await room.CheckFeedAsync();

        Assert.Equal(links[..2], outcomes.Select(outcome => outcome.Url).OrderByDescending(url => url.AbsoluteUri));
        Assert.All(outcomes, outcome => Assert.Equal(CheckKind.FirstSeen, outcome.Kind));
        Assert.Null(await room.Store.FindByKeyAsync("guid:news.example|0", Stop));
    }

    [Fact]
    public async Task An_article_that_moves_is_known_again_by_the_id_that_its_feed_gives_it()
    {
        var moved = new Uri("https://news.example/moved");
        var room = new Newsroom();
        Uri link = Newsroom.Story;
        room.Site.AnswerFeed(Newsroom.Feed, () => new FeedResult
        {
            Status = FetchStatus.Fetched,
            Url = Newsroom.Feed,
            Feed = new Feed
            {
                Entries = [.. Enumerable.Repeat(new FeedEntry { Link = link, Id = "7", Title = "One" }, 2)],
            },
        });
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        await room.CheckFeedAsync();
        link = moved;
        await room.CheckFeedAsync();

        TrackedArticle article = await room.Store.ReadArticlesAsync(new ArticleQuery(), Stop).SingleAsync(Stop);
        Assert.Contains("url:https://news.example/moved", article.Keys);
    }

    [Fact]
    public async Task A_known_article_that_is_not_due_is_not_fetched()
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        await room.CheckFeedAsync();

        room.Clock.Advance(TimeSpan.FromMinutes(13));
        Assert.Empty(await room.CheckFeedAsync());
        Assert.Equal(1, room.Site.Requests.Count(asked => asked.Url == Newsroom.Story));

        room.Clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Equal(CheckKind.Unchanged, Assert.Single(await room.CheckFeedAsync()).Kind);
    }

    [Fact]
    public async Task A_feed_that_did_not_change_still_brings_its_due_articles()
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        await room.CheckFeedAsync();
        room.Site.AnswerFeed(
            Newsroom.Feed, () => new FeedResult { Status = FetchStatus.NotModified, Url = Newsroom.Feed });
        room.Site.Publish(Newsroom.Story, "Two", "Text.");
        room.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(CheckKind.Changed, Assert.Single(await room.CheckFeedAsync()).Kind);
    }

    [Fact]
    public async Task White_space_and_composition_alone_make_no_version()
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "Café opens", "It opened  today.", "More soon.");
        await room.CheckStoryAsync();
        room.Site.Publish(Newsroom.Story, "Cafe\u0301 opens ", "It opened\u00A0today.", "More\nsoon.");

        Assert.Equal(CheckKind.Unchanged, (await room.CheckStoryAsync()).Kind);
        Assert.Equal("Café opens", Assert.Single(await room.VersionsAsync()).Article.Title);
    }

    [Fact]
    public async Task A_page_with_half_a_character_is_tracked_too()
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "Broken \uD83D page", "Text.");

        Assert.Equal(CheckKind.FirstSeen, (await room.CheckStoryAsync()).Kind);
        room.Site.Publish(Newsroom.Story, "Broken \uD83D page", "Texts.");
        Assert.Equal(CheckKind.Changed, (await room.CheckStoryAsync()).Kind);
    }

    [Theory]
    [InlineData(FetchStatus.NotAnArticle)]
    [InlineData(FetchStatus.OnHold)]
    [InlineData(FetchStatus.TimedOut)]
    [InlineData(FetchStatus.DisallowedByRobots)]
    public async Task What_is_no_article_never_becomes_a_version(FetchStatus status)
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        await room.CheckStoryAsync();
        room.Site.Answer(Newsroom.Story, status);

        CheckOutcome outcome = await room.CheckStoryAsync();

        Assert.Equal(
            (CheckKind.Failed, status, $"The script answers {status}."),
            (outcome.Kind, outcome.Status, outcome.Reason));
        Assert.Equal("One", outcome.Version!.Article.Title);
        Assert.Single(await room.VersionsAsync());
    }

    [Fact]
    public async Task A_text_that_swings_makes_no_more_versions_until_it_stays_for_a_day()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Publish(Newsroom.Story, "A", "Text.");
        await room.CheckFeedAsync();
        List<CheckKind> kinds = [];
        foreach (string title in (string[])["B", "A", "B", "A", "B", "B"])
        {
            room.Site.Publish(Newsroom.Story, title, "Text.");
            kinds.Add((await room.CheckStoryWhenDueAsync()).Kind);
        }

        Assert.Equal(
            [
                CheckKind.Changed, CheckKind.Changed, CheckKind.Oscillating, CheckKind.Oscillating,
                CheckKind.Oscillating, CheckKind.Unchanged,
            ], kinds);
        Assert.Equal(["A", "B", "A"], (await room.VersionsAsync()).Select(version => version.Article.Title));

        room.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(CheckKind.Changed, (await room.CheckStoryAsync()).Kind);
        Assert.Equal(["A", "B", "A", "B"], (await room.VersionsAsync()).Select(version => version.Article.Title));
    }

    [Fact]
    public async Task A_text_that_swings_is_known_by_versions_that_a_former_release_hashed_otherwise()
    {
        var memory = new InMemoryVersionStore();
        var room = new Newsroom(store: new PoisonedStore(memory)
        {
            Reads = version => version.Number < 4 ? version with { ContentHash = $"former {version.Number}" } : version,
        });
        List<CheckKind> kinds = [];
        foreach (string title in (string[])["A", "B", "A", "B"])
        {
            room.Site.Publish(Newsroom.Story, title, "Text.");
            kinds.Add((await room.CheckStoryAsync()).Kind);
        }

        Assert.Equal([CheckKind.FirstSeen, CheckKind.Changed, CheckKind.Changed, CheckKind.Oscillating], kinds);
    }

    [Fact]
    public async Task A_page_that_shows_its_text_in_full_and_in_half_makes_two_versions()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        string[] full =
        [
            "The river rose for the third time this week.", "The town below the dam was cut off from the road.",
        ];
        room.Site.Publish(Newsroom.Story, "A", full);
        await room.CheckFeedAsync();
        for (int visit = 0; visit < 10; visit++)
        {
            room.Site.Publish(Newsroom.Story, "A", visit % 2 == 0 ? full[..1] : full);
            await room.CheckStoryWhenDueAsync();
        }

        Assert.Equal(2, (await room.VersionsAsync()).Count);
    }

    [Fact]
    public async Task A_text_that_returns_after_days_is_a_change_at_once_but_does_not_bring_the_tracker_back_sooner()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Publish(Newsroom.Story, "A", "Text.");
        await room.CheckFeedAsync();
        room.Site.Publish(Newsroom.Story, "B", "Text.");
        await room.CheckStoryWhenDueAsync();
        room.Clock.Advance(TimeSpan.FromDays(3));
        room.Site.Publish(Newsroom.Story, "A", "Text.");

        CheckOutcome back = await room.CheckStoryWhenDueAsync();

        Assert.Equal(CheckKind.Changed, back.Kind);
        Assert.True(back.NextCheckAt - back.CheckedAt > TimeSpan.FromHours(12));
    }

    [Fact]
    public async Task What_a_newer_extractor_reads_otherwise_is_no_change_but_a_later_edit_is()
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        await room.CheckStoryAsync();
        FetchResult better =
            Scripts.Says(Newsroom.Story, "One", "Text.", "Caption.") with { ExtractorVersion = 2 };
        room.Site.Answer(Newsroom.Story, better);

        Assert.Equal(CheckKind.Unchanged, (await room.CheckStoryAsync()).Kind);
        Assert.Equal(CheckKind.Unchanged, (await room.CheckStoryAsync()).Kind);

        room.Site.Answer(
            Newsroom.Story,
            Scripts.Says(Newsroom.Story, "One", "Text, edited.", "Caption.") with { ExtractorVersion = 2 });
        Assert.Equal(CheckKind.Changed, (await room.CheckStoryAsync()).Kind);
        Assert.Equal([1, 2], (await room.VersionsAsync()).Select(version => version.ExtractorVersion));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public async Task What_two_newer_extractors_read_otherwise_is_no_change_whatever_the_former_release_held(
        string? held)
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        string id = (await room.CheckStoryAsync()).ArticleId!;
        for (int version = 2; version <= 3; version++)
        {
            Visit visit = (await room.Store.FindVisitAsync(VisitKind.Article, id, Newsroom.Stop))!;
            await room.Store.SaveVisitAsync(visit with { HeldHash = held ?? visit.HeldHash }, Newsroom.Stop);
            room.Site.Answer(
                Newsroom.Story,
                Scripts.Says(Newsroom.Story, "One", "Text.", $"Caption {version}.") with
                {
                    ExtractorVersion = version,
                });
            Assert.Equal(CheckKind.Unchanged, (await room.CheckStoryAsync()).Kind);
        }

        room.Site.Answer(
            Newsroom.Story,
            Scripts.Says(Newsroom.Story, "One", "Text, edited.", "Caption 3.") with { ExtractorVersion = 3 });
        Assert.Equal(CheckKind.Changed, (await room.CheckStoryAsync()).Kind);
    }

    [Fact]
    public async Task A_version_that_another_tracker_stored_meanwhile_is_the_one_compared_with()
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        string id = (await room.CheckStoryAsync()).ArticleId!;
        room.Site.Answer(Newsroom.Story, async (_, stop) =>
        {
            Article other = Scripts.Says(Newsroom.Story, "Two", "Text.").Article!;
            var draft = new VersionDraft
            {
                ArticleId = id,
                Article = other,
                SeenAt = room.Clock.Now,
                ExtractorVersion = 1,
            };
            await room.Store.AppendAsync(draft, stop);
            return Scripts.Says(Newsroom.Story, "Three", "Text.");
        });

        CheckOutcome outcome = await room.CheckStoryAsync();

        Assert.Equal(("Two", "Three"), (outcome.Change!.Before.Article.Title, outcome.Change.After.Article.Title));
        Assert.Equal([1, 2, 3], (await room.VersionsAsync()).Select(version => version.Number));
    }

    [Theory]
    [InlineData(4, CheckKind.Changed)]
    [InlineData(5, CheckKind.Failed)]
    public async Task A_version_that_other_trackers_forestall_is_judged_anew_five_times(
        int forestalled, CheckKind expected)
    {
        var memory = new InMemoryVersionStore();
        int attempts = 0;
        var store = new PoisonedStore(memory);
        var room = new Newsroom(store: store);
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        await room.CheckFeedAsync();
        store.Throws = (call, id) =>
        {
            if (call == nameof(IVersionStore.AppendAsync) && ++attempts <= forestalled)
            {
                var draft = new VersionDraft
                {
                    ArticleId = id,
                    Article = Scripts.Says(Newsroom.Story, $"Other {attempts}", "Text.").Article!,
                    SeenAt = room.Clock.Now,
                    ExtractorVersion = 1,
                };
                Assert.True(memory.AppendAsync(draft).AsTask().IsCompletedSuccessfully);
            }

            return false;
        };
        room.Site.Publish(Newsroom.Story, "Two", "Text.");
        room.Clock.Advance(TimeSpan.FromHours(1));

        CheckOutcome outcome = Assert.Single(await room.CheckFeedAsync());

        Assert.Equal((expected, 5), (outcome.Kind, attempts));
    }

    [Fact]
    public async Task The_next_request_is_conditional_only_when_a_version_stands()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        var validators = new FetchValidators { ETag = "\"v1\"" };
        room.Site.Answer(
            Newsroom.Story, Scripts.Says(Newsroom.Story, "One", "Text.") with { Validators = validators });
        await room.CheckStoryAsync();
        Assert.Null(room.Site.Requests[^1].Validators);

        room.Site.Answer(Newsroom.Story, FetchStatus.NotModified);
        CheckOutcome outcome = await room.CheckStoryWhenDueAsync();

        Assert.Equal(validators, room.Site.Requests[^1].Validators);
        Assert.Equal((CheckKind.Unchanged, "One"), (outcome.Kind, outcome.Version!.Article.Title));
    }

    [Fact]
    public async Task What_a_server_gives_with_not_modified_is_sent_next_time()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        var renewed = new FetchValidators { ETag = "\"v2\"" };
        room.Site.Answer(
            Newsroom.Story,
            Scripts.Says(Newsroom.Story, "One", "Text.") with
            {
                Validators = new FetchValidators { ETag = "\"v1\"" },
            });
        await room.CheckStoryAsync();
        room.Site.Answer(
            Newsroom.Story,
            new FetchResult { Status = FetchStatus.NotModified, Url = Newsroom.Story, Validators = renewed });
        await room.CheckStoryWhenDueAsync();
        await room.CheckStoryWhenDueAsync();

        Assert.Equal(renewed, room.Site.Requests[^1].Validators);
    }

    [Fact]
    public async Task All_checks_what_is_not_due_but_nothing_that_was_removed()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Announce(Newsroom.Feed, Newsroom.Story, Newsroom.Other);
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        room.Site.Publish(Newsroom.Other, "Other", "Text.");
        CheckOutcome[] first = await room.CheckFeedAsync();
        string removed = first.Single(outcome => outcome.Url == Newsroom.Other).ArticleId!;
        Visit visit = (await room.Store.FindVisitAsync(VisitKind.Article, removed, Stop))!;
        await room.Store.SaveVisitAsync(visit with { State = VisitState.Removed, DueAt = null }, Stop);

        List<CheckOutcome> outcomes = await room.Tracker.CheckAllAsync(Stop).ToListAsync(Stop);

        Assert.Equal(
            [(CheckKind.FeedRead, Newsroom.Feed), (CheckKind.Unchanged, Newsroom.Story)],
            outcomes.Select(o => (o.Kind, o.Url)));
        Assert.Empty(await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task A_host_that_cannot_be_is_an_outcome()
    {
        var room = new Newsroom();
        var url = new Uri("http://xn--m\u00FCnchen.example/");

        CheckOutcome outcome = await room.Tracker.CheckArticleAsync(url, Stop);

        Assert.Equal((CheckKind.Failed, url), (outcome.Kind, outcome.Url));
    }

    [Fact]
    public async Task Addresses_must_be_absolute()
    {
        var room = new Newsroom();

        Assert.Throws<ArgumentException>(() => room.Tracker.CheckFeedAsync(new Uri("/feed", UriKind.Relative), Stop));
        await Assert.ThrowsAsync<ArgumentException>(
            () => room.Tracker.CheckArticleAsync(new Uri("/story", UriKind.Relative), Stop));
    }
}

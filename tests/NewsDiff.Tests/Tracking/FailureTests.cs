using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Fetching.Sites;
using NewsDiff.TestSupport.Poison;
using NewsDiff.Tracking;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tests.Tracking;

public sealed class FailureTests
{
    private static CancellationToken Stop => Newsroom.Stop;

    [Fact]
    public async Task Failures_double_the_wait_from_five_minutes_to_a_day_with_a_little_spread()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Answer(Newsroom.Story, FetchStatus.TimedOut);
        CheckOutcome outcome = Assert.Single(await room.CheckFeedAsync());
        foreach (int minutes in (int[])[5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440])
        {
            double waited = (outcome.NextCheckAt - outcome.CheckedAt)!.Value.TotalMinutes;
            Assert.InRange(waited / minutes, 0.9, 1.1);
            outcome = await room.CheckStoryWhenDueAsync();
        }

        Assert.Equal(CheckKind.Failed, outcome.Kind);
    }

    [Fact]
    public void The_spread_is_the_same_for_the_same_seed_and_differs_between_targets()
    {
        TimeSpan day = TimeSpan.FromDays(1);

        Assert.Equal(Backoff.After(3, Backoff.First, day, "a", 7), Backoff.After(3, Backoff.First, day, "a", 7));
        Assert.NotEqual(Backoff.After(3, Backoff.First, day, "a", 7), Backoff.After(3, Backoff.First, day, "b", 7));
        Assert.NotEqual(Backoff.After(3, Backoff.First, day, "a", 7), Backoff.After(3, Backoff.First, day, "a", 8));
        Assert.InRange(Backoff.After(int.MaxValue, Backoff.First, day, "a", 7), day * 0.9, day * 1.1);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(24 * 365, 24 * 7)]
    public async Task A_server_that_says_when_to_come_back_is_heeded_within_a_week(int asked, int waited)
    {
        var room = new Newsroom();
        room.Site.Answer(Newsroom.Story, FetchStatus.OnHold, TimeSpan.FromHours(asked));

        CheckOutcome outcome = await room.CheckStoryAsync();

        Assert.Equal(TimeSpan.FromHours(waited), outcome.NextCheckAt - outcome.CheckedAt);
    }

    [Fact]
    public async Task A_host_that_asks_for_patience_gets_no_further_request_and_other_hosts_do()
    {
        Uri second = new("https://news.example/second");
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Announce(Newsroom.Feed, Newsroom.Story, second, Newsroom.Other);
        Uri[] busy = [Newsroom.Story, second];
        room.Site.Answer(Newsroom.Story, FetchStatus.OnHold, TimeSpan.FromHours(2));
        room.Site.Answer(second, FetchStatus.OnHold, TimeSpan.FromHours(2));
        room.Site.Publish(Newsroom.Other, "Other", "Text.");

        List<CheckOutcome> outcomes = await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop);

        Assert.Single(room.Site.Requests, asked => busy.Contains(asked.Url));
        Assert.Contains(outcomes, outcome => outcome.Url == Newsroom.Other && outcome.Kind == CheckKind.FirstSeen);

        room.Clock.Advance(TimeSpan.FromHours(1));
        Assert.DoesNotContain(
            await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop), outcome => busy.Contains(outcome.Url));
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        room.Site.Publish(second, "Two", "Text.");
        room.Clock.Advance(TimeSpan.FromHours(1));
        outcomes = await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop);
        Assert.Equal(2, outcomes.Count(outcome => busy.Contains(outcome.Url) && outcome.Kind == CheckKind.FirstSeen));
    }

    [Theory]
    [InlineData(null, 10, true)]
    [InlineData(null, 20, false)]
    [InlineData(12, 20, true)]
    public async Task After_a_restart_a_host_is_left_alone_as_long_as_it_asked_and_not_as_long_as_its_failing_page(
        int? askedHours, int minutesLater, bool isLeftAlone)
    {
        var room = new Newsroom();
        room.Site.Answer(
            Newsroom.Story, FetchStatus.OnHold, askedHours is { } hours ? TimeSpan.FromHours(hours) : null);
        for (int failure = 0; failure < 6; failure++)
        {
            await room.CheckStoryAsync();
        }

        room.Clock.Advance(TimeSpan.FromMinutes(minutesLater));
        var politeness = new SitePoliteness(room.Clock);
        var restarted = new ArticleTracker(
            room.Site, room.Site, room.Store, new TrackerOptions { Politeness = politeness }, room.Clock);
        await restarted.CheckDueAsync(Stop).ToListAsync(Stop);

        await using LaneTurn turn = await politeness.TakeTurnAsync(Newsroom.Story, TimeSpan.Zero, default, Stop);
        Assert.Equal(isLeftAlone, turn.HeldFor is not null);
    }

    [Fact]
    public async Task What_is_spared_is_visited_no_sooner_than_it_was_due()
    {
        Uri second = new("https://news.example/second");
        var room = new Newsroom(new TrackerOptions { ArticlePolicy = new FixedRevisitPolicy(TimeSpan.FromDays(10)) });
        await room.FollowAsync();
        room.Site.Announce(Newsroom.Feed, Newsroom.Story, second);
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        room.Site.Publish(second, "Two", "Text.");
        CheckOutcome[] first = await room.CheckFeedAsync();
        room.Site.AnswerFeed(
            Newsroom.Feed,
            () => new FeedResult
            {
                Status = FetchStatus.OnHold,
                Url = Newsroom.Feed,
                RetryAfter = TimeSpan.FromMinutes(5),
            });

        await room.Tracker.CheckAllAsync(Stop).ToListAsync(Stop);

        foreach (CheckOutcome outcome in first)
        {
            Visit visit = (await room.Store.FindVisitAsync(VisitKind.Article, outcome.ArticleId!, Stop))!;
            Assert.Equal(outcome.NextCheckAt, visit.DueAt);
        }
    }

    [Fact]
    public async Task A_feed_whose_host_asks_for_patience_spares_its_articles_too()
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        await room.CheckFeedAsync();
        room.Site.AnswerFeed(
            Newsroom.Feed, () => new FeedResult { Status = FetchStatus.OnHold, Url = Newsroom.Feed });
        room.Clock.Advance(TimeSpan.FromHours(1));

        CheckOutcome only = await room.Tracker.CheckFeedAsync(Newsroom.Feed, Stop).SingleAsync(Stop);

        Assert.Equal((Newsroom.Feed, FetchStatus.OnHold), (only.Url, only.Status));
        Assert.Equal(1, room.Site.Requests.Count(asked => asked.Url == Newsroom.Story));
    }

    [Fact]
    public async Task A_fetcher_that_throws_fails_its_article_only()
    {
        var room = new Newsroom();
        room.Site.Announce(Newsroom.Feed, Newsroom.Story, Newsroom.Other);
        room.Site.Answer(Newsroom.Story, (_, _) => throw new InvalidOperationException("A defect."));
        room.Site.Publish(Newsroom.Other, "Other", "Text.");

        CheckOutcome[] outcomes = await room.CheckFeedAsync();

        CheckOutcome failed = Assert.Single(outcomes, outcome => outcome.Url == Newsroom.Story);
        Assert.Equal((CheckKind.Failed, FetchStatus.Failed, "A defect."), (failed.Kind, failed.Status, failed.Reason));
        Assert.Equal(CheckKind.FirstSeen, Assert.Single(outcomes, outcome => outcome.Url == Newsroom.Other).Kind);
    }

    [Fact]
    public async Task A_fetcher_that_gives_up_by_itself_is_no_cancellation()
    {
        var room = new Newsroom();
        room.Site.Answer(Newsroom.Story, (_, _) => throw new TaskCanceledException("The client gave up."));

        Assert.Equal(CheckKind.Failed, (await room.CheckStoryAsync()).Kind);
    }

    [Fact]
    public async Task A_feed_that_fails_is_reported_and_its_known_articles_are_still_checked()
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        await room.CheckFeedAsync();
        room.Site.AnswerFeed(
            Newsroom.Feed,
            () => new FeedResult { Status = FetchStatus.NotAFeed, Url = Newsroom.Feed, Reason = "It is a page." });
        room.Clock.Advance(TimeSpan.FromHours(1));

        List<CheckOutcome> outcomes = await room.Tracker.CheckFeedAsync(Newsroom.Feed, Stop).ToListAsync(Stop);

        Assert.Equal([CheckKind.Failed, CheckKind.Unchanged], outcomes.Select(outcome => outcome.Kind));
        Assert.Equal("It is a page.", outcomes[0].Reason);
    }

    [Fact]
    public async Task A_version_that_cannot_be_stored_is_a_failure_that_says_why_and_is_tried_again()
    {
        var full = new FullDisk();
        var room = new Newsroom(store: full);
        room.Site.Publish(Newsroom.Story, "One", "Text.");

        CheckOutcome outcome = Assert.Single(await room.CheckFeedAsync());

        Assert.Equal((CheckKind.Failed, FullDisk.Message), (outcome.Kind, outcome.Reason));
        Assert.Equal(FullDisk.Message, Assert.IsType<IOException>(outcome.Exception).Message);
        Assert.InRange(
            outcome.NextCheckAt!.Value - outcome.CheckedAt, TimeSpan.FromMinutes(4.5), TimeSpan.FromMinutes(5.5));
    }

    [Fact]
    public async Task What_the_store_throws_when_one_article_is_checked_and_nothing_can_be_kept_is_thrown()
    {
        var store = new PoisonedStore(new InMemoryVersionStore());
        var room = new Newsroom(store: store);
        room.Site.Answer(Newsroom.Story, (_, _) =>
        {
            store.Throws = (_, _) => true;
            return Task.FromResult(Scripts.Says(Newsroom.Story, "One", "Text."));
        });

        Assert.Equal(PoisonedStore.Message, (await Assert.ThrowsAsync<IOException>(room.CheckStoryAsync)).Message);
    }

    private sealed class FullDisk : IVersionStore
    {
        public const string Message = "No space left on device.";

        public ValueTask<ArticleVersion?> FindLatestAsync(
            string articleId,
            CancellationToken cancellationToken = default) => new((ArticleVersion?)null);

        public ValueTask<AppendResult> AppendAsync(
            VersionDraft draft,
            CancellationToken cancellationToken = default) => throw new IOException(Message);

        public IAsyncEnumerable<ArticleVersion> ReadVersionsAsync(
            VersionQuery query,
            CancellationToken cancellationToken = default) =>
            AsyncEnumerable.Empty<ArticleVersion>();

        public IAsyncEnumerable<ArticleChange> ReadChangesAsync(
            VersionQuery query,
            CancellationToken cancellationToken = default) =>
            AsyncEnumerable.Empty<ArticleChange>();
    }
}

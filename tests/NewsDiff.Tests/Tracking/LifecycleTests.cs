using NewsDiff.Feeds;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

public sealed class LifecycleTests
{
    private static readonly string LongText = string.Join(' ', Enumerable.Repeat("A sentence about the flood.", 20));

    [Fact]
    public async Task A_page_that_is_not_found_three_times_over_a_day_has_vanished_and_may_return()
    {
        Newsroom room = await NewRoomAsync();
        room.Site.Answer(Newsroom.Story, FetchStatus.NotFound);

        CheckOutcome first = await room.CheckStoryWhenDueAsync();
        CheckOutcome second = await room.CheckStoryWhenDueAsync();
        CheckOutcome gone = await room.CheckStoryWhenDueAsync();
        CheckOutcome still = await room.CheckStoryWhenDueAsync();
        room.Site.Publish(Newsroom.Story, "One", LongText);
        CheckOutcome back = await room.CheckStoryWhenDueAsync();

        Assert.Equal(
            [CheckKind.Failed, CheckKind.Failed, CheckKind.Vanished, CheckKind.Unchanged, CheckKind.Returned],
            new[] { first, second, gone, still, back }.Select(outcome => outcome.Kind));
        Assert.True(gone.CheckedAt - first.CheckedAt >= TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromDays(1), gone.NextCheckAt - gone.CheckedAt);
        Assert.Equal("One", gone.Version!.Article.Title);
        Assert.Single(await room.VersionsAsync());
    }

    [Fact]
    public async Task Looking_often_makes_no_page_vanish_sooner()
    {
        Newsroom room = await NewRoomAsync();
        room.Site.Answer(Newsroom.Story, FetchStatus.NotFound);
        for (int hour = 0; hour < 12; hour++)
        {
            room.Clock.Advance(TimeSpan.FromHours(1));
            Assert.Equal(CheckKind.Failed, (await room.CheckStoryAsync()).Kind);
        }

        Assert.Equal(CheckKind.Vanished, (await room.CheckStoryWhenDueAsync()).Kind);
    }

    [Fact]
    public async Task A_page_that_is_gone_for_good_on_two_days_has_vanished_and_is_asked_for_no_more()
    {
        Newsroom room = await NewRoomAsync();
        room.Site.Answer(Newsroom.Story, FetchStatus.Gone);
        CheckOutcome doubt = await room.CheckStoryWhenDueAsync();
        CheckOutcome gone = await room.CheckStoryWhenDueAsync();
        room.Site.Publish(Newsroom.Story, "Two", LongText);
        room.Clock.Advance(TimeSpan.FromDays(100));
        int asked = room.Site.Requests.Count(asked => asked.Url == Newsroom.Story);
        await room.Tracker.CheckDueAsync(Newsroom.Stop).ToListAsync(Newsroom.Stop);

        Assert.Equal((CheckKind.Failed, TimeSpan.FromDays(1)), (doubt.Kind, doubt.NextCheckAt - doubt.CheckedAt));
        Assert.Equal((CheckKind.Vanished, null), (gone.Kind, gone.NextCheckAt));
        Assert.Equal(asked, room.Site.Requests.Count(asked => asked.Url == Newsroom.Story));
        Assert.Equal(CheckKind.Changed, (await room.CheckStoryAsync()).Kind);
    }

    [Fact]
    public async Task A_feed_that_is_gone_for_good_on_two_days_is_read_no_more_until_it_is_followed_again()
    {
        Newsroom room = await NewRoomAsync();
        room.Site.AnswerFeed(Newsroom.Feed, () => new FeedResult { Status = FetchStatus.Gone, Url = Newsroom.Feed });
        for (int day = 0; day < 2; day++)
        {
            room.Clock.Advance(TimeSpan.FromDays(1));
            await room.Tracker.CheckDueAsync(Newsroom.Stop).ToListAsync(Newsroom.Stop);
        }

        room.Clock.Advance(TimeSpan.FromDays(30));
        int asked = room.Site.Requests.Count(asked => asked.Url == Newsroom.Feed);

        await room.Tracker.CheckDueAsync(Newsroom.Stop).ToListAsync(Newsroom.Stop);
        Assert.Equal(asked, room.Site.Requests.Count(asked => asked.Url == Newsroom.Feed));

        await room.Store.RemoveSubscriptionAsync(Newsroom.Feed, Newsroom.Stop);
        await room.FollowAsync();
        await room.Tracker.CheckDueAsync(Newsroom.Stop).ToListAsync(Newsroom.Stop);
        Assert.Equal(asked + 1, room.Site.Requests.Count(asked => asked.Url == Newsroom.Feed));
    }

    [Fact]
    public async Task A_page_that_is_withheld_has_not_vanished()
    {
        Newsroom room = await NewRoomAsync();
        room.Site.Answer(Newsroom.Story, FetchStatus.Withheld);

        CheckOutcome outcome = await room.CheckStoryWhenDueAsync();

        Assert.Equal((CheckKind.Failed, FetchStatus.Withheld), (outcome.Kind, outcome.Status));
    }

    [Fact]
    public async Task A_vanished_page_that_shows_a_stub_for_a_while_still_returns()
    {
        Newsroom room = await NewRoomAsync();
        room.Site.Answer(Newsroom.Story, FetchStatus.NotFound);
        for (int sight = 0; sight < 3; sight++)
        {
            await room.CheckStoryWhenDueAsync();
        }

        room.Site.Publish(Newsroom.Story, "One", "Please come back later.");
        CheckOutcome stub = await room.CheckStoryWhenDueAsync();
        room.Site.Publish(Newsroom.Story, "One", LongText);
        CheckOutcome back = await room.CheckStoryWhenDueAsync();

        Assert.Equal([CheckKind.Failed, CheckKind.Returned], [stub.Kind, back.Kind]);
    }

    [Fact]
    public async Task A_single_not_found_between_two_sights_is_forgotten()
    {
        Newsroom room = await NewRoomAsync();
        List<CheckKind> kinds = [];
        foreach (bool isThere in (bool[])[false, true, false, true])
        {
            if (isThere)
            {
                room.Site.Publish(Newsroom.Story, "One", LongText);
            }
            else
            {
                room.Site.Answer(Newsroom.Story, FetchStatus.NotFound);
            }

            kinds.Add((await room.CheckStoryWhenDueAsync()).Kind);
        }

        Assert.Equal([CheckKind.Failed, CheckKind.Unchanged, CheckKind.Failed, CheckKind.Unchanged], kinds);
    }

    [Fact]
    public async Task A_page_that_was_never_there_fails_and_does_not_vanish()
    {
        var room = new Newsroom();
        room.Site.Answer(Newsroom.Story, FetchStatus.NotFound);
        CheckOutcome outcome = Assert.Single(await room.CheckFeedAsync());

        Assert.Equal((CheckKind.Failed, FetchStatus.NotFound), (outcome.Kind, outcome.Status));
        Assert.Equal(CheckKind.Failed, (await room.CheckStoryAsync()).Kind);
    }

    [Theory]
    [InlineData("One", "A sentence about the flood.")]
    [InlineData(" ", null)]
    public async Task A_text_that_lost_most_of_itself_counts_once_it_is_seen_again(string title, string? text)
    {
        Newsroom room = await NewRoomAsync();
        FetchResult shrunk = Scripts.Says(Newsroom.Story, title, text ?? LongText);
        room.Site.Answer(Newsroom.Story, shrunk with { Validators = new FetchValidators { ETag = "\"short\"" } });

        CheckOutcome doubt = await room.CheckStoryWhenDueAsync();
        CheckOutcome certain = await room.CheckStoryWhenDueAsync();

        Assert.Equal((CheckKind.Failed, FetchStatus.Fetched), (doubt.Kind, doubt.Status));
        Assert.Contains("next visit finds the same", doubt.Reason, StringComparison.Ordinal);
        Assert.Equal("One", doubt.Version!.Article.Title);
        Assert.Null(room.Site.Requests[^1].Validators);
        Assert.Equal((CheckKind.Changed, 2), (certain.Kind, certain.Version!.Number));
    }

    [Fact]
    public async Task A_text_that_was_read_badly_once_leaves_no_trace()
    {
        Newsroom room = await NewRoomAsync();
        room.Site.Publish(Newsroom.Story, "One", "Please log in.");
        await room.CheckStoryWhenDueAsync();
        room.Site.Publish(Newsroom.Story, "One", LongText);

        Assert.Equal(CheckKind.Unchanged, (await room.CheckStoryWhenDueAsync()).Kind);
        Assert.Single(await room.VersionsAsync());
    }

    [Fact]
    public async Task An_article_that_never_changes_is_visited_some_42_times_and_retires_after_some_220_days()
    {
        Newsroom room = await NewRoomAsync(new TrackerOptions { ArticlePolicy = new AdaptiveRevisitPolicy() });
        DateTimeOffset start = room.Clock.Now;
        CheckOutcome outcome;
        int visits = 0;
        do
        {
            outcome = await room.CheckStoryWhenDueAsync();
            visits++;
        }
        while (outcome.NextCheckAt is not null);

        // The policy's own figures are exact; the tracker moves each visit by up to a tenth.
        Assert.InRange(visits, 40, 44);
        Assert.InRange((outcome.CheckedAt - start).TotalDays, 200, 240);
        Visit visit = (await room.Store.FindVisitAsync(VisitKind.Article, outcome.ArticleId!, Newsroom.Stop))!;
        Assert.Equal(VisitState.Retired, visit.State);
        room.Clock.Advance(TimeSpan.FromDays(400));
        Assert.DoesNotContain(
            await room.Tracker.CheckDueAsync(Newsroom.Stop).ToListAsync(Newsroom.Stop),
            found => found.ArticleId is not null);
    }

    [Fact]
    public async Task A_doubtful_sight_is_looked_at_again_even_when_it_would_have_been_the_last_visit()
    {
        var room = new Newsroom(
            new TrackerOptions { ArticlePolicy = new FixedRevisitPolicy(TimeSpan.FromDays(1), TimeSpan.FromDays(2)) });
        await room.FollowAsync();
        room.Site.Publish(Newsroom.Story, "One", LongText);
        await room.CheckFeedAsync();
        await room.CheckStoryWhenDueAsync();
        await room.CheckStoryWhenDueAsync();
        room.Site.Publish(Newsroom.Story, "One", "Withdrawn.");

        CheckOutcome doubtful = await room.CheckStoryWhenDueAsync();

        Assert.Equal(doubtful.CheckedAt + TimeSpan.FromHours(1), doubtful.NextCheckAt);
        Assert.Equal(CheckKind.Changed, (await room.CheckStoryWhenDueAsync()).Kind);
    }

    [Fact]
    public async Task Checking_by_hand_takes_up_a_retired_article_again()
    {
        var room = new Newsroom(
            new TrackerOptions { ArticlePolicy = new FixedRevisitPolicy(TimeSpan.FromDays(1), TimeSpan.FromDays(2)) });
        await room.FollowAsync();
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        await room.CheckFeedAsync();
        while ((await room.CheckStoryWhenDueAsync()).NextCheckAt is not null)
        {
        }

        Assert.Equal(room.Clock.Now + TimeSpan.FromDays(1), (await room.CheckStoryAsync()).NextCheckAt);
    }

    private static async Task<Newsroom> NewRoomAsync(TrackerOptions? options = null)
    {
        var room = new Newsroom(options);
        await room.FollowAsync();
        room.Site.Publish(Newsroom.Story, "One", LongText);
        await room.CheckFeedAsync();
        return room;
    }
}

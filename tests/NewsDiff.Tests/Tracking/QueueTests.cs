using NewsDiff.Events;
using NewsDiff.TestSupport;
using NewsDiff.Tracking;
using NewsDiff.Tracking.Passes;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tests.Tracking;

/// <summary>The order and the concurrency of due visits.</summary>
public sealed class QueueTests
{
    private static CancellationToken Stop => Newsroom.Stop;

    [Fact]
    public async Task The_maximum_number_of_sites_is_visited_at_once()
    {
        const int Hosts = 256;
        Uri[] urls = [.. Enumerable.Range(0, Hosts).Select(i => new Uri($"https://host{i}.example/story"))];
        Newsroom room = await NewRoomAsync(new TrackerOptions { MaxConcurrency = Hosts }, urls);
        int running = 0;
        var all = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AnswerAll(room, urls, async url =>
        {
            if (Interlocked.Increment(ref running) == Hosts)
            {
                all.SetResult();
            }

            await all.Task.WaitAsync(Patience.Limit, Stop);
        });

        List<CheckOutcome> outcomes = await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop);

        Assert.Equal(Hosts, outcomes.Count(outcome => outcome.Kind == CheckKind.FirstSeen));
    }

    [Fact]
    public async Task A_slow_site_delays_no_other_site()
    {
        Uri[] urls = [.. Enumerable.Range(0, 300).Select(i => new Uri($"https://host{i % 60}.example/{i}"))];
        Newsroom room = await NewRoomAsync(new TrackerOptions { MaxConcurrency = 2 }, [.. urls, Newsroom.Other]);
        int left = urls.Length;
        var others = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AnswerAll(room, [.. urls, Newsroom.Other], async url =>
        {
            if (url == Newsroom.Other)
            {
                await others.Task.WaitAsync(Patience.Limit, Stop);
            }
            else if (Interlocked.Decrement(ref left) == 0)
            {
                others.SetResult();
            }
        });

        List<CheckOutcome> outcomes = await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop);

        Assert.Equal(urls.Length + 1, outcomes.Count(outcome => outcome.Kind == CheckKind.FirstSeen));
    }

    [Fact]
    public async Task A_site_with_thousands_of_overdue_articles_delays_no_other_site()
    {
        Uri[] many = [.. Enumerable.Range(0, 2000).Select(i => new Uri($"https://news.example/{i}"))];
        Newsroom room = await NewRoomAsync(new TrackerOptions { MaxConcurrency = 2 }, many);
        await room.Tracker.CheckFeedAsync(Newsroom.Feed, Stop).Take(1).ToListAsync(Stop);
        room.Clock.Advance(TimeSpan.FromMinutes(20));
        int asked = room.Site.Requests.Count;
        room.Site.Announce(Newsroom.Feed, Newsroom.Other);
        int before = -1;
        AnswerAll(room, [.. many, Newsroom.Other], url =>
        {
            before = url == Newsroom.Other
                ? room.Site.Requests.Skip(asked).Count(request => request.Url.Host == "news.example")
                : before;
            return Task.CompletedTask;
        });

        await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop);

        Assert.InRange(before, 1, 200);
    }

    [Fact]
    public async Task Feeds_come_before_the_articles_of_their_host_and_those_that_fall_due_meanwhile_are_read_in_time()
    {
        // 1,500 visits of 4 seconds to one host are 100 minutes.
        Uri[] urls = [.. Enumerable.Range(0, 1500).Select(i => new Uri($"https://news.example/{i}"))];
        TimeSpan interval = TimeSpan.FromMinutes(15);
        Newsroom room = await NewRoomAsync(new TrackerOptions { FeedPolicy = new FixedRevisitPolicy(interval) }, urls);
        await room.Tracker.CheckFeedAsync(Newsroom.Feed, Stop).Take(1).ToListAsync(Stop);
        room.Clock.Advance(TimeSpan.FromHours(3));
        List<DateTimeOffset> reads = [];
        AnswerAll(room, urls, url =>
        {
            room.Clock.Advance(TimeSpan.FromSeconds(4));
            return Task.CompletedTask;
        });
        DateTimeOffset start = room.Clock.Now;

        await foreach (CheckOutcome outcome in room.Tracker.CheckDueAsync(Stop))
        {
            if (outcome.ArticleId is null)
            {
                reads.Add(outcome.CheckedAt);
            }
        }

        Assert.Equal(start, reads[0]);
        Assert.InRange(reads.Count, 6, 7);
        Assert.All(
            reads.Zip(reads.Skip(1), (one, next) => next - one),
            wait => Assert.InRange(wait, interval, interval + TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public void Where_feeds_and_articles_of_a_host_wait_they_take_turns()
    {
        var queue = new SiteQueue();
        foreach (VisitKind kind in (VisitKind[])[
            VisitKind.Article, VisitKind.Article, VisitKind.Article, VisitKind.Feed, VisitKind.Feed,
        ])
        {
            queue.Add(new HeldVisit(new Visit { Kind = kind, Target = "a", Url = Newsroom.Story }, Claim: null));
        }

        List<VisitKind> order = [];
        while (!queue.IsEmpty)
        {
            order.Add(queue.Take().Visit.Kind);
        }

        Assert.Equal([VisitKind.Feed, VisitKind.Article, VisitKind.Feed, VisitKind.Article, VisitKind.Article], order);
    }

    [Fact]
    public async Task Articles_that_were_found_together_do_not_stay_together()
    {
        Uri[] urls = [.. Enumerable.Range(0, 500).Select(i => new Uri($"https://host{i}.example/"))];
        Newsroom room = await NewRoomAsync(
            new TrackerOptions { ArticlePolicy = new AdaptiveRevisitPolicy() }, urls);
        AnswerAll(room, urls, _ => Task.CompletedTask);

        List<CheckOutcome> outcomes = await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop);

        double[] minutes = [.. outcomes.Where(outcome => outcome.ArticleId is not null).Select(
            outcome => (outcome.NextCheckAt - room.Clock.Now)!.Value.TotalMinutes)];
        Assert.All(minutes, wait => Assert.InRange(wait, 30, 33));
        Assert.All(
            Enumerable.Range(0, 6).Select(
                half => minutes.Count(wait => wait >= 30 + (half / 2.0) && wait < 30.5 + (half / 2.0))),
            count => Assert.InRange(count, 40, 130));
    }

    [Theory]
    [InlineData(0, 30, 33)]
    [InlineData(10, 135, 165)]
    [InlineData(4790, 51759, 57600)]
    public void A_visit_is_moved_by_up_to_a_tenth_within_what_the_policy_ever_plans(
        int hoursWithoutChange,
        int least,
        int most)
    {
        var options = new TrackerOptions { ArticlePolicy = new AdaptiveRevisitPolicy() };
        DateTimeOffset now = DateTimeOffset.UnixEpoch.AddYears(50);
        Visit[] planned = [.. Enumerable.Range(0, 300).Select(i => VisitSchedule.Plan(
            Seen($"{i}", now, now.AddHours(-hoursWithoutChange)), confirmIn: null, leastWait: null, options))];

        double[] minutes = [.. planned.Select(visit => (visit.DueAt - now)!.Value.TotalMinutes)];
        Assert.All(minutes, wait => Assert.InRange(wait, least, most));
        Assert.True(minutes.Max() - minutes.Min() > 0.9 * (most - least));
        Assert.Single(planned.Select(visit => visit.Interval).Distinct());
        Assert.Equal(
            planned[7], VisitSchedule.Plan(Seen("7", now, now.AddHours(-hoursWithoutChange)), null, null, options));
    }

    [Fact]
    public void A_fixed_interval_and_what_a_server_asks_for_are_kept()
    {
        DateTimeOffset now = DateTimeOffset.UnixEpoch.AddYears(50);
        var weekly = new TrackerOptions { ArticlePolicy = new FixedRevisitPolicy(TimeSpan.FromDays(7)) };
        foreach (int i in Enumerable.Range(0, 100))
        {
            Assert.Equal(now.AddDays(7), VisitSchedule.Plan(Seen($"{i}", now, now), null, null, weekly).DueAt);
            Assert.True(
                VisitSchedule.Plan(
                    Seen($"{i}", now, now),
                    null,
                    TimeSpan.FromHours(5),
                    new TrackerOptions()).DueAt >= now.AddHours(5));
        }
    }

    [Fact]
    public void Nothing_is_ever_planned_later_than_what_counts_as_the_longest()
    {
        DateTimeOffset now = DateTimeOffset.UnixEpoch.AddYears(50);
        foreach (IRevisitPolicy policy in (IRevisitPolicy[])[
            new AdaptiveRevisitPolicy { MaxInterval = TimeSpan.FromDays(365) }, new Always(TimeSpan.MaxValue),
            new AdaptiveRevisitPolicy(), AdaptiveRevisitPolicy.ForArticles,
        ])
        {
            var options = new TrackerOptions { ArticlePolicy = policy };
            foreach (int failures in (int[])[0, 1, 50])
            {
                Visit visit = Seen("a", now, now.AddYears(-40)) with { Failures = failures };
                DateTimeOffset? due = VisitSchedule.Plan(visit, null, TimeSpan.FromDays(9999), options).DueAt;
                Assert.True(due is null || due <= now + VisitSchedule.LongestOf(options));
            }
        }
    }

    [Fact]
    public async Task A_policy_that_returns_no_positive_interval_fails_its_visit()
    {
        var room = new Newsroom(new TrackerOptions { ArticlePolicy = new Always(TimeSpan.Zero) });
        room.Site.Publish(Newsroom.Story, "One", "Text.");

        CheckOutcome outcome = await room.CheckStoryAsync();

        Assert.Equal(CheckKind.Failed, outcome.Kind);
        Assert.True(outcome.NextCheckAt > room.Clock.Now);
    }

    [Theory]
    [InlineData(100)]
    [InlineData(-400)]
    public async Task Two_clocks_that_differ_do_not_make_each_other_visit_everything_all_the_time(int daysApart)
    {
        Uri[] urls = [.. Enumerable.Range(0, 10).Select(i => new Uri($"https://host{i}.example/"))];
        Newsroom room = await NewRoomAsync(options: null, urls);
        AnswerAll(room, urls, _ => Task.CompletedTask);
        var foreign = new ManualTimeProvider(room.Clock.Now.AddDays(daysApart));
        var other = new ArticleTracker(room.Site, room.Site, room.Store, timeProvider: foreign);

        for (int minute = 0; minute < 25; minute++)
        {
            await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop);
            await other.CheckDueAsync(Stop).ToListAsync(Stop);
            room.Clock.Advance(TimeSpan.FromMinutes(1));
            foreign.Advance(TimeSpan.FromMinutes(1));
        }

        // Once each, and once more where one's plans are made due for the other.
        Assert.All(
            room.Site.Requests.GroupBy(asked => asked.Url).Where(url => url.Key != Newsroom.Feed),
            visits => Assert.InRange(visits.Count(), 1, 4));
    }

    [Fact]
    public async Task A_run_of_the_past_that_is_made_again_leaves_what_lies_ahead_of_it_alone()
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        CheckOutcome outcome = await room.CheckStoryAsync();
        var again = new ArticleTracker(
            room.Site, room.Site, room.Store, timeProvider: new YesteryearClock(room.Clock.Now.AddYears(-1)));

        Assert.Empty(await again.CheckDueAsync(Stop).ToListAsync(Stop));

        Assert.Equal(
            outcome.NextCheckAt, (await room.Store.FindVisitAsync(VisitKind.Article, outcome.ArticleId!, Stop))!.DueAt);
    }

    [Fact]
    public async Task Events_of_a_run_of_the_past_say_so_and_those_of_today_do_not()
    {
        var room = new Newsroom();
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        foreach (int day in (int[])[0, 2, 4])
        {
            var clock = new YesteryearClock(room.Clock.Now.AddYears(-1).AddDays(day));
            var past = new ArticleTracker(room.Site, room.Site, room.Store, timeProvider: clock);
            await past.CheckArticleAsync(Newsroom.Story, Stop);
            room.Site.Answer(Newsroom.Story, FetchStatus.Gone);
        }

        room.Site.Publish(Newsroom.Story, "Two", "Other text.");
        await room.CheckStoryAsync();

        List<ArticleEvent> events = await room.Store.ReadEventsAsync(new EventQuery(), Stop).ToListAsync(Stop);

        Assert.Equal(
            [
                (ArticleEventKind.FirstSeen, "replay"), (ArticleEventKind.Vanished, "replay"),
                (ArticleEventKind.Changed, null),
            ],
            events.Select(happened => (happened.Kind, happened.By)));
    }

    private sealed class YesteryearClock(DateTimeOffset now) : PastClock
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    private static Visit Seen(string target, DateTimeOffset at, DateTimeOffset changed) => new()
    {
        Kind = VisitKind.Article,
        Target = target,
        Url = Newsroom.Story,
        LastVisitedAt = at,
        LastChangedAt = changed,
        LastStatus = FetchStatus.Fetched,
    };

    private static async Task<Newsroom> NewRoomAsync(TrackerOptions? options, Uri[] announced)
    {
        var room = new Newsroom(options);
        await room.FollowAsync();
        room.Site.Announce(Newsroom.Feed, announced);
        return room;
    }

    private static void AnswerAll(Newsroom room, Uri[] urls, Func<Uri, Task> meanwhile)
    {
        foreach (Uri url in urls)
        {
            room.Site.Answer(url, async (_, _) =>
            {
                await meanwhile(url);
                return Scripts.Says(url, url.AbsoluteUri, "Text.");
            });
        }
    }

    private sealed class Always(TimeSpan interval) : IRevisitPolicy
    {
        public TimeSpan? NextInterval(RevisitFacts facts) => interval;
    }
}

using NewsDiff.TestSupport.Poison;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

public sealed class PassTests
{
    private static CancellationToken Stop => Newsroom.Stop;

    [Fact]
    public async Task Hosts_are_visited_side_by_side_and_one_host_never_by_two()
    {
        var room = new Newsroom(new TrackerOptions { MaxConcurrency = 3 });
        int hosts = 5;
        Uri[] urls = [.. Enumerable.Range(0, 40).Select(i => new Uri($"https://host{i % hosts}.example/{i}"))];
        var running = new Dictionary<string, int>();
        int most = 0;
        foreach (Uri url in urls)
        {
            room.Site.Answer(url, async (_, _) =>
            {
                lock (running)
                {
                    running[url.Host] = running.GetValueOrDefault(url.Host) + 1;
                    Assert.Equal(1, running[url.Host]);
                    most = Math.Max(most, running.Values.Sum());
                }

                await Task.Yield();
                lock (running)
                {
                    running[url.Host]--;
                }

                return Scripts.Says(url, url.AbsolutePath, "Text.");
            });
        }

        room.Site.Announce(Newsroom.Feed, urls);
        CheckOutcome[] outcomes = await room.CheckFeedAsync();

        Assert.All(outcomes, outcome => Assert.Equal(CheckKind.FirstSeen, outcome.Kind));
        Assert.Equal(urls.Length, outcomes.Select(outcome => outcome.Url).Distinct().Count());
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task Outcomes_come_while_the_pass_still_runs()
    {
        var room = new Newsroom();
        var release = new TaskCompletionSource();
        room.Site.Announce(Newsroom.Feed, Newsroom.Story, Newsroom.Other);
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        room.Site.Answer(Newsroom.Other, async (_, _) =>
        {
            await release.Task;
            return Scripts.Says(Newsroom.Other, "Other", "Text.");
        });

        List<Uri> order = [];
        await foreach (CheckOutcome outcome in room.Tracker.CheckFeedAsync(Newsroom.Feed, Stop))
        {
            order.Add(outcome.Url);
            if (outcome.Url == Newsroom.Story)
            {
                release.SetResult();
            }
        }

        Assert.Equal([Newsroom.Feed, Newsroom.Story, Newsroom.Other], order);
    }

    [Fact]
    public async Task Leaving_early_stops_the_requests_and_loses_nothing()
    {
        Uri[] urls = [.. Enumerable.Range(0, 50).Select(i => new Uri($"https://news.example/{i}"))];
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Announce(Newsroom.Feed, urls);
        foreach (Uri url in urls)
        {
            room.Site.Publish(url, url.AbsolutePath, "Text.");
        }

        int seen = 0;
        await foreach (CheckOutcome outcome in room.Tracker.CheckDueAsync(Stop))
        {
            if (outcome.Kind == CheckKind.FirstSeen && ++seen == 3)
            {
                break;
            }
        }

        int kept = (await room.VersionsAsync()).Count;
        Assert.InRange(kept, 3, 20);
        List<CheckOutcome> rest = await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop);
        Assert.Equal(50 - kept, rest.Count(outcome => outcome.Kind == CheckKind.FirstSeen));
        Assert.Equal(50, (await room.VersionsAsync()).Count);
    }

    [Fact]
    public async Task A_cancelled_pass_hands_over_what_it_wrote_and_gives_back_what_it_claimed()
    {
        using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Announce(Newsroom.Feed, Newsroom.Story, Newsroom.Other);
        room.Site.Answer(Newsroom.Story, async (_, _) =>
        {
            await cancel.CancelAsync();
            return Scripts.Says(Newsroom.Story, "One", "Text.");
        });
        room.Site.Answer(Newsroom.Other, async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            throw new InvalidOperationException("Not reached.");
        });

        List<CheckOutcome> outcomes = [];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (CheckOutcome outcome in room.Tracker.CheckDueAsync(cancel.Token))
            {
                outcomes.Add(outcome);
            }
        });

        Assert.Equal([CheckKind.FeedRead, CheckKind.FirstSeen], outcomes.Select(outcome => outcome.Kind));
        room.Site.Publish(Newsroom.Other, "Other", "Text.");
        CheckOutcome left = await room.Tracker.CheckDueAsync(Stop).SingleAsync(Stop);
        Assert.Equal((Newsroom.Other, CheckKind.FirstSeen), (left.Url, left.Kind));
    }

    [Fact]
    public async Task A_visit_whose_lease_ran_out_does_not_overwrite_the_one_that_took_over()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Answer(Newsroom.Story, async (_, stop) =>
        {
            room.Clock.Advance(TimeSpan.FromHours(1));
            room.Site.Publish(Newsroom.Story, "Two", "Text.");
            CheckOutcome taken = await room.Tracker.CheckDueAsync(stop).SingleAsync(
                outcome => outcome.Url == Newsroom.Story, stop);
            Assert.Equal(CheckKind.FirstSeen, taken.Kind);
            room.Clock.Advance(TimeSpan.FromMinutes(5));
            return Scripts.Says(Newsroom.Story, "Two", "Text.");
        });

        CheckOutcome late = await room.Tracker.CheckDueAsync(Stop).SingleAsync(
            outcome => outcome.Url == Newsroom.Story, Stop);

        Assert.Equal(CheckKind.Unchanged, late.Kind);
        Visit visit = (await room.Store.FindVisitAsync(VisitKind.Article, late.ArticleId!, Stop))!;
        Assert.Equal(room.Clock.Now - TimeSpan.FromMinutes(5), visit.LastVisitedAt);
        Assert.Single(await room.VersionsAsync());
    }

    [Fact]
    public async Task Many_slow_visits_to_one_host_are_free_to_no_other_tracker()
    {
        Uri[] urls = [.. Enumerable.Range(0, 20).Select(i => new Uri($"https://news.example/{i}"))];
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Announce(Newsroom.Feed, urls);
        List<Visit> free = [];
        foreach (Uri url in urls)
        {
            room.Site.Answer(url, async (_, stop) =>
            {
                room.Clock.Advance(TimeSpan.FromMinutes(2));
                var claim = new VisitClaim
                {
                    Kind = VisitKind.Article,
                    Now = room.Clock.Now,
                    Lease = TimeSpan.Zero,
                    Limit = urls.Length,
                };
                free.AddRange(await room.Store.ClaimDueAsync(claim, stop));
                return Scripts.Says(url, url.AbsolutePath, "Text.");
            });
        }

        List<CheckKind> found = await KindsAsync(room);

        Assert.Equal(urls.Length, found.Count(kind => kind == CheckKind.FirstSeen));
        Assert.DoesNotContain(free, visit => visit.LastVisitedAt is null);
    }

    [Fact]
    public async Task Two_trackers_on_one_store_share_what_is_due()
    {
        Uri[] urls = [.. Enumerable.Range(0, 100).Select(i => new Uri($"https://host{i % 7}.example/{i}"))];
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Announce(Newsroom.Feed, urls);
        foreach (Uri url in urls)
        {
            room.Site.Publish(url, url.AbsolutePath, "Text.");
        }

        await room.CheckFeedAsync();
        room.Clock.Advance(TimeSpan.FromMinutes(40));
        int asked = room.Site.Requests.Count;
        var other = new ArticleTracker(room.Site, room.Site, room.Store, timeProvider: room.Clock);
        List<CheckOutcome>[] found = await Task.WhenAll(
            Task.Run(async () => await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop), Stop),
            Task.Run(async () => await other.CheckDueAsync(Stop).ToListAsync(Stop), Stop));

        Assert.Equal(101, found.Sum(outcomes => outcomes.Count));
        Assert.Equal(101, room.Site.Requests.Skip(asked).Select(request => request.Url).Distinct().Count());
    }

    [Fact]
    public async Task A_feed_is_followed_from_its_subscription_until_that_ends_and_again_after()
    {
        var room = new Newsroom(new TrackerOptions { ArticlePolicy = new AdaptiveRevisitPolicy() });
        room.Site.Publish(Newsroom.Story, "One", "Text.");
        Assert.Empty(await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop));

        await room.FollowAsync();
        Assert.Equal([CheckKind.FeedRead, CheckKind.FirstSeen], await KindsAsync(room));
        Assert.Empty(await KindsAsync(room));
        room.Clock.Advance(TimeSpan.FromMinutes(17));
        Assert.Equal([CheckKind.FeedRead], await KindsAsync(room));

        await room.Store.RemoveSubscriptionAsync(Newsroom.Feed, Stop);
        room.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.Equal([CheckKind.Unchanged], await KindsAsync(room));

        await room.FollowAsync();
        Assert.Equal([CheckKind.FeedRead], await KindsAsync(room));
    }

    [Fact]
    public async Task More_than_one_claim_of_due_articles_is_worked_off_in_one_pass()
    {
        Uri[] urls = [.. Enumerable.Range(0, 100).Select(i => new Uri($"https://news.example/{i}"))];
        var room = new Newsroom();
        await room.FollowAsync();
        room.Site.Announce(Newsroom.Feed, urls);

        Assert.Equal(101, (await KindsAsync(room)).Count);
    }

    [Fact]
    public async Task Without_own_places_the_tracker_keeps_articles_and_visits_in_memory()
    {
        var room = new Newsroom(store: new VersionsOnly());
        room.Site.Publish(Newsroom.Story, "One", "Text.");

        Assert.Equal(CheckKind.FirstSeen, Assert.Single(await room.CheckFeedAsync()).Kind);
        Assert.Empty(await room.CheckFeedAsync());
        Assert.Single(await room.Tracker.Catalog.ReadArticlesAsync(new ArticleQuery(), Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task Passes_with_nothing_to_do_do_not_look_up_each_feed()
    {
        var store = new PoisonedStore(new InMemoryVersionStore());
        var room = new Newsroom(store: store);
        int looked = 0;
        store.Throws = (call, _) =>
        {
            looked += call == nameof(IVisitStore.FindVisitAsync) ? 1 : 0;
            return false;
        };
        await FollowManyAsync(store, room.Clock.Now);
        await KindsAsync(room);
        int first = looked;
        for (int minute = 0; minute < 10; minute++)
        {
            room.Clock.Advance(TimeSpan.FromMinutes(1));
            await KindsAsync(room);
        }

        Assert.InRange(first, 100, 400);
        Assert.Equal(first, looked);
    }

    [Fact]
    public async Task A_visit_to_a_feed_that_somebody_else_ended_is_planned_again_within_the_hour()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        await KindsAsync(room);
        Visit ended = (await room.Store.FindVisitAsync(VisitKind.Feed, Newsroom.Feed.AbsoluteUri, Stop))!;
        await room.Store.SaveVisitAsync(ended with { State = VisitState.Removed, DueAt = null }, Stop);

        room.Clock.Advance(TimeSpan.FromMinutes(30));
        Assert.DoesNotContain(CheckKind.FeedRead, await KindsAsync(room));
        room.Clock.Advance(TimeSpan.FromMinutes(31));
        Assert.Contains(CheckKind.FeedRead, await KindsAsync(room));
    }

    [Fact]
    public async Task A_paused_feed_is_read_by_no_pass_until_it_is_due_again_or_somebody_asks()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        await KindsAsync(room);
        Visit visit = (await room.Store.FindVisitAsync(VisitKind.Feed, Newsroom.Feed.AbsoluteUri, Stop))!;
        Visit paused = visit with { State = VisitState.Paused, DueAt = null };
        await room.Store.SaveVisitAsync(paused, Stop);
        room.Clock.Advance(TimeSpan.FromDays(30));

        var other = new ArticleTracker(room.Site, room.Site, room.Store, timeProvider: room.Clock);
        List<CheckOutcome> outcomes =
        [
            .. await room.Tracker.CheckDueAsync(Stop).ToListAsync(Stop),
            .. await other.CheckDueAsync(Stop).ToListAsync(Stop),
            .. await room.Tracker.CheckAllAsync(Stop).ToListAsync(Stop),
        ];
        Assert.DoesNotContain(outcomes, outcome => outcome.Url == Newsroom.Feed);
        Assert.Contains(
            await room.Tracker.CheckFeedAsync(Newsroom.Feed, Stop).ToListAsync(Stop),
            outcome => outcome.Url == Newsroom.Feed);
        await room.Store.SaveVisitAsync(
            (await room.Store.FindVisitAsync(VisitKind.Feed, paused.Target, Stop))! with
            {
                State = VisitState.Active,
                DueAt = room.Clock.GetUtcNow(),
            },
            Stop);
        Assert.Contains(CheckKind.FeedRead, await KindsAsync(room));
    }

    private static async Task FollowManyAsync(PoisonedStore store, DateTimeOffset now)
    {
        foreach (int number in Enumerable.Range(0, 100))
        {
            var feed = new Subscription { Url = new Uri($"https://host{number}.example/feed"), AddedAt = now };
            await store.AddSubscriptionAsync(feed, Stop);
        }
    }

    private static async Task<List<CheckKind>> KindsAsync(Newsroom room) =>
        await room.Tracker.CheckDueAsync(Stop).Select(outcome => outcome.Kind).ToListAsync(Stop);

    private sealed class VersionsOnly : IVersionStore
    {
        private readonly InMemoryVersionStore _store = new();

        public ValueTask<ArticleVersion?> FindLatestAsync(
            string articleId,
            CancellationToken cancellationToken = default) =>
            _store.FindLatestAsync(articleId, cancellationToken);

        public ValueTask<AppendResult> AppendAsync(VersionDraft draft, CancellationToken cancellationToken = default) =>
            _store.AppendAsync(draft, cancellationToken);

        public IAsyncEnumerable<ArticleVersion> ReadVersionsAsync(
            VersionQuery query,
            CancellationToken cancellationToken = default) =>
            _store.ReadVersionsAsync(query, cancellationToken);

        public IAsyncEnumerable<ArticleChange> ReadChangesAsync(
            VersionQuery query,
            CancellationToken cancellationToken = default) =>
            _store.ReadChangesAsync(query, cancellationToken);
    }
}

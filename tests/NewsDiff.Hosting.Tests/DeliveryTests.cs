using System.Collections.Concurrent;
using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Hosting.Tests;

/// <summary>What handlers hear over restarts, failures and many events at once.</summary>
public sealed class DeliveryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Database => _folder.File("news.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_happens_while_no_host_runs_is_heard_at_the_next_start()
    {
        var ear = new Ear();
        await using (DeliveringHost first = await DeliveringHost.StartAsync(Database, _clock, ear))
        {
            await AppendAsync(first.Store, "a", 1);
            await first.AdvanceUntilAsync(() => ear.Heard.Length == 1);
        }

        await using (SqliteVersionStore between = await SqliteVersionStore.OpenAsync(Database, cancellationToken: Stop))
        {
            await AppendAsync(between, "a", 2);
            await AppendAsync(between, "b", 1);
        }

        await using DeliveringHost second = await DeliveringHost.StartAsync(Database, _clock, ear);
        await second.AdvanceUntilAsync(() => ear.Heard.Length == 3);

        Assert.Equal(["FirstSeen a: version 1", "Changed a: version 2", "FirstSeen b: version 1"], ear.Heard);
    }

    [Fact]
    public async Task What_is_done_to_save_space_is_not_heard()
    {
        var ear = new Ear();
        await using DeliveringHost host = await DeliveringHost.StartAsync(Database, _clock, ear);
        for (int number = 1; number <= 3; number++)
        {
            await AppendAsync(host.Store, "a", number);
        }

        Assert.Equal(
            1, await host.Store.PruneAsync(new VersionQuery(), 1, "Why.", "Ann", _clock.GetUtcNow(), Stop));
        await AppendAsync(host.Store, "a", 4);
        await host.AdvanceUntilAsync(() => ear.Heard.Length == 4);

        Assert.Equal("Changed a: version 4", ear.Heard.Last());
        List<ArticleEvent> events = await host.Store.ReadEventsAsync(new EventQuery(), Stop).ToListAsync(Stop);
        Assert.Contains(events, happened => happened.Kind == ArticleEventKind.Pruned);
    }

    [Fact]
    public async Task What_somebody_brought_is_not_heard_and_a_takedown_is()
    {
        var ear = new Ear();
        await using DeliveringHost host = await DeliveringHost.StartAsync(Database, _clock, ear);
        for (int number = 1; number <= 3; number++)
        {
            await host.Store.AppendAsync(
                Drafts.Of("old", $"text {number}", seenAt: _clock.GetUtcNow()) with { By = "import" }, Stop);
        }

        await host.Store.SaveVisitAsync(
            new Visit { Kind = VisitKind.Article, Target = "old", Url = new Uri("https://news.example/old") }, Stop);
        var claim = new VisitClaim
        {
            Kind = VisitKind.Article,
            Target = "old",
            Now = _clock.GetUtcNow(),
            Lease = TimeSpan.FromMinutes(10),
            Limit = 1,
        };
        CommitResult vanished = await host.Store.CommitAsync(
            new VisitCommit
            {
                Visit = Assert.Single(await host.Store.ClaimDueAsync(claim, Stop)),
                At = _clock.GetUtcNow(),
                Event = ArticleEventKind.Vanished,
                By = "replay",
            },
            Stop);
        Assert.Equal(CommitStatus.Committed, vanished.Status);
        await AppendAsync(host.Store, "a", 1);
        await host.Store.HideAsync(
            new VersionQuery { ArticleId = "a" }, "A court's order.", "Ann", _clock.GetUtcNow(), Stop);
        await host.AdvanceUntilAsync(() => ear.Heard.Length == 2);

        Assert.Equal(["FirstSeen a: version 1", "Hidden a: version 1"], ear.Heard);
    }

    [Fact]
    public async Task A_handler_that_is_interrupted_by_a_stop_hears_the_same_event_again()
    {
        var stuck = new Ear { Name = "ear", Answer = (_, stop) => new ValueTask(Task.Delay(Timeout.Infinite, stop)) };
        await using (DeliveringHost first = await DeliveringHost.StartAsync(Database, _clock, stuck))
        {
            await AppendAsync(first.Store, "a", 1);
            await first.AdvanceUntilAsync(() => stuck.Ids.Length == 1);
        }

        var ear = new Ear { Name = "ear" };
        await using DeliveringHost second = await DeliveringHost.StartAsync(Database, _clock, ear);
        await second.AdvanceUntilAsync(() => ear.Heard.Length == 1);

        Assert.Equal(stuck.Ids, ear.Ids);
    }

    [Fact]
    public async Task A_handler_that_fails_hears_the_same_event_again_and_nothing_else_before()
    {
        int failures = 3;
        var ear = new Ear
        {
            Answer = (_, _) => failures-- > 0 ? throw new IOException("No route.") : ValueTask.CompletedTask,
        };
        await using DeliveringHost host = await DeliveringHost.StartAsync(Database, _clock, ear);
        await AppendAsync(host.Store, "a", 1);
        await AppendAsync(host.Store, "a", 2);

        await host.AdvanceUntilAsync(() => ear.Heard.Length == 5);

        Assert.Equal(
            [.. Enumerable.Repeat("FirstSeen a: version 1", 4), "Changed a: version 2"], ear.Heard);
        Assert.Equal(2, ear.Ids.Distinct().Count());
        Assert.Empty(await host.Store.ReadDeadLettersAsync(Stop).ToListAsync(Stop));
    }

    [Fact]
    public async Task An_event_that_always_fails_is_put_aside_and_the_next_one_follows()
    {
        var ear = new Ear
        {
            Answer = (notice, _) => notice.Event.ArticleId == "bad"
                ? throw new IOException("No route.")
                : ValueTask.CompletedTask,
        };
        await using DeliveringHost host = await DeliveringHost.StartAsync(Database, _clock, ear);
        await AppendAsync(host.Store, "bad", 1);
        await AppendAsync(host.Store, "good", 1);

        await host.AdvanceUntilAsync(() => ear.Heard.Contains("FirstSeen good: version 1"), TimeSpan.FromMinutes(10));

        Assert.Equal(12, ear.Heard.Count(heard => heard == "FirstSeen bad: version 1"));
        DeadLetter letter = Assert.Single(await host.Store.ReadDeadLettersAsync(Stop).ToListAsync(Stop));
        Assert.Equal((ear.Name, 12, "No route."), (letter.Handler, letter.Attempts, letter.Reason));
        Assert.Contains(host.Log.Errors, error => error.Contains("put aside", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handler_of_changes_alone_hears_only_changes_and_another_hears_everything()
    {
        var changes = new ChangeEar();
        var ear = new Ear();
        await using DeliveringHost host = await DeliveringHost.StartAsync(Database, _clock, changes, ear);
        await AppendAsync(host.Store, "a", 1);
        await AppendAsync(host.Store, "a", 2);
        await CommitAsync(host.Store, ArticleEventKind.Vanished);
        await CommitAsync(host.Store, ArticleEventKind.Returned);

        await host.AdvanceUntilAsync(() => ear.Heard.Length == 4 && !changes.Heard.IsEmpty);

        Assert.Equal(["FirstSeen", "Changed", "Vanished", "Returned"], ear.Heard.Select(heard => heard.Split(' ')[0]));
        Assert.Equal((1, 2), Assert.Single(changes.Heard));
    }

    [Fact]
    public async Task A_notice_of_changed_metadata_says_what_was_changed_and_is_no_change_of_the_text()
    {
        ArticleNotice? last = null;
        var changes = new ChangeEar();
        var ear = new Ear
        {
            Answer = (notice, _) =>
            {
                last = notice;
                return ValueTask.CompletedTask;
            },
        };
        await using DeliveringHost host = await DeliveringHost.StartAsync(Database, _clock, changes, ear);
        await AppendAsync(host.Store, "a", 1);
        await CommitAsync(
            host.Store, ArticleEventKind.MetadataChanged,
            new MetadataChange { Field = MetadataField.Section, Before = ["World"], After = ["Sport"] });

        await host.AdvanceUntilAsync(() => ear.Heard.Length == 2);

        Assert.Equal("Section: \"World\" → \"Sport\"", Assert.Single(last!.Event.Metadata).ToString());
        Assert.Equal(1, last.Version!.Number);
        Assert.Null(last.Change);
        Assert.Empty(changes.Heard);
    }

    [Fact]
    public async Task A_new_handler_begins_with_what_happens_from_then_on()
    {
        await using (SqliteVersionStore before = await SqliteVersionStore.OpenAsync(Database, cancellationToken: Stop))
        {
            await AppendAsync(before, "a", 1);
        }

        var ear = new Ear();
        await using DeliveringHost host = await DeliveringHost.StartAsync(Database, _clock, ear);
        await AppendAsync(host.Store, "a", 2);
        await host.AdvanceUntilAsync(() => ear.Heard.Length > 0);

        Assert.Equal(["Changed a: version 2"], ear.Heard);
    }

    [Fact]
    public async Task Two_hosts_over_one_file_deliver_each_event_once()
    {
        var one = new Ear { Name = "ear" };
        var two = new Ear { Name = "ear" };
        await using DeliveringHost first = await DeliveringHost.StartAsync(Database, _clock, one);
        await using DeliveringHost second = await DeliveringHost.StartAsync(Database, _clock, two);
        for (int i = 1; i <= 40; i++)
        {
            await AppendAsync((i % 2 == 0 ? first : second).Store, "a", i);
            await first.AdvanceAsync(TimeSpan.FromSeconds(1), hosts: 2);
        }

        await first.AdvanceUntilAsync(() => one.Heard.Length + two.Heard.Length >= 40, hosts: 2);

        Assert.Equal(40, one.Ids.Concat(two.Ids).Distinct().Count());
        Assert.Equal(40, one.Ids.Length + two.Ids.Length);
    }

    [Fact]
    public async Task Many_events_of_one_site_and_hour_become_one_digest_over_a_restart()
    {
        var digests = new DigestEar { Name = "digests", MaxPerHour = 3 };
        await using (DeliveringHost first = await DeliveringHost.StartAsync(Database, _clock, digests))
        {
            await AppendAsync(first.Store, "a", 1, _clock.Now);
            await AppendAsync(first.Store, "b", 1, _clock.Now);
            await AppendAsync(first.Store, "elsewhere", 1, _clock.Now, "https://other.example/1");
            await first.AdvanceUntilAsync(() => digests.Heard.Length == 3);
            for (int i = 2; i <= 100; i++)
            {
                await AppendAsync(first.Store, "a", i, _clock.Now);
            }

            await first.AdvanceUntilAsync(() => digests.Heard.Length == 4);
        }

        await using DeliveringHost second = await DeliveringHost.StartAsync(Database, _clock, digests);
        await second.AdvanceUntilAsync(() => !digests.Digests.IsEmpty, TimeSpan.FromMinutes(5));

        ArticleDigest digest = Assert.Single(digests.Digests);
        Assert.Equal(("news.example", 98, 98), (digest.Host, digest.Count, digest.Events.Length));
        Assert.Equal((3, 100), (digest.Events[0].Number, digest.Events[^1].Number));
        Assert.Equal(4, digests.Heard.Length);
    }

    private static async Task AppendAsync(
        SqliteVersionStore store, string articleId, int number, DateTimeOffset? seenAt = null,
        string url = "https://news.example/1") =>
        Assert.Equal(
            number, (await store.AppendAsync(
                Drafts.Of(articleId, $"text {number}", number - 1, seenAt, url), Stop)).Head!.Number);

    private async Task CommitAsync(
        SqliteVersionStore store, ArticleEventKind kind, params ImmutableArray<MetadataChange> metadata)
    {
        var visit = new Visit { Kind = VisitKind.Article, Target = "a", Url = new Uri("https://news.example/1") };
        await store.SaveVisitAsync(visit, Stop);
        var claim = new VisitClaim
        {
            Kind = VisitKind.Article,
            Target = "a",
            Now = _clock.Now,
            Lease = TimeSpan.FromMinutes(1),
            Limit = 1,
        };
        Visit taken = Assert.Single(await store.ClaimDueAsync(claim, Stop));
        CommitResult result = await store.CommitAsync(
            new VisitCommit { Visit = taken, At = _clock.Now, Event = kind, Metadata = metadata }, Stop);
        Assert.Equal(CommitStatus.Committed, result.Status);
    }

    private class Ear : IArticleChangeHandler
    {
        public string Name { get; init; } = "ear";

        public Func<ArticleNotice, CancellationToken, ValueTask> Answer { get; init; } =
            static (_, _) => ValueTask.CompletedTask;

        // One queue holds all that was heard: a test that waits for one fact of a notice has the others too.
        private readonly ConcurrentQueue<ArticleEvent> _events = [];

        public string[] Heard => [.. _events.Select(static heard => heard.ToString())];

        public Guid[] Ids => [.. _events.Select(static heard => heard.Id)];

        public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("It handles notices.");

        public ValueTask HandleNoticeAsync(ArticleNotice notice, CancellationToken cancellationToken)
        {
            _events.Enqueue(notice.Event);
            return Answer(notice, cancellationToken);
        }
    }

    private sealed class DigestEar : Ear, IArticleDigestHandler
    {
        public int MaxPerHour { get; init; }

        public ConcurrentQueue<ArticleDigest> Digests { get; } = [];

        public ValueTask HandleDigestAsync(ArticleDigest digest, CancellationToken cancellationToken)
        {
            Digests.Enqueue(digest);
            return ValueTask.CompletedTask;
        }
    }

    private sealed class ChangeEar : IArticleChangeHandler
    {
        public ConcurrentQueue<(int Before, int After)> Heard { get; } = [];

        public ValueTask HandleAsync(ArticleChange change, CancellationToken cancellationToken)
        {
            Heard.Enqueue((change.Before.Number, change.After.Number));
            return ValueTask.CompletedTask;
        }
    }
}

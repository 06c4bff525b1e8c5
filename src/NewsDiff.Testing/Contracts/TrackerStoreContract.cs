using NewsDiff.Events;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="ITrackerStore"/> must do.</summary>
public abstract class TrackerStoreContract : StoreContract<ITrackerStore>
{
    [Fact]
    public async Task A_commit_writes_the_version_its_event_and_the_next_visit()
    {
        ITrackerStore store = await OpenForTestAsync();
        Visit visit = await ClaimedAsync(store);

        CommitResult result = await store.CommitAsync(First(visit), Token);

        Assert.Equal((CommitStatus.Committed, 1), (result.Status, result.Head!.Number));
        Assert.Equal(visit with { DueAt = Noon.AddHours(1) }, await FindAsync(store));
        ArticleEvent happened = Assert.Single(await EventsAsync(store));
        Assert.Equal(
            (ArticleEventKind.FirstSeen, "a", Noon, 1, "news.example"),
            (happened.Kind, happened.ArticleId, happened.At, happened.Number, happened.Host));
        Assert.NotEqual(Guid.Empty, happened.Id);
    }

    [Fact]
    public async Task A_commit_without_a_lease_writes_nothing()
    {
        ITrackerStore store = await OpenForTestAsync();
        Visit claimed = await ClaimedAsync(store);
        await store.SaveVisitAsync(claimed with { DueAt = Noon.AddDays(1) }, Token);

        Assert.Equal(CommitStatus.LeaseLost, (await store.CommitAsync(First(claimed), Token)).Status);
        Visit unknown = claimed with { Target = "unknown", Claim = 0 };
        Assert.Equal(CommitStatus.LeaseLost, (await store.CommitAsync(First(unknown), Token)).Status);

        await AssertUntouchedAsync(store, claimed with { DueAt = Noon.AddDays(1) });
    }

    [Fact]
    public async Task A_commit_under_a_lease_that_somebody_else_took_writes_nothing()
    {
        ITrackerStore store = await OpenForTestAsync();
        Visit lost = await ClaimedAsync(store);
        Visit held = Assert.Single(await store.ClaimDueAsync(Taking("a"), Token));

        Assert.Equal(CommitStatus.LeaseLost, (await store.CommitAsync(First(lost), Token)).Status);

        await AssertUntouchedAsync(store, held);
        Assert.Equal(CommitStatus.Committed, (await store.CommitAsync(First(held), Token)).Status);
    }

    [Fact]
    public async Task A_commit_that_does_not_follow_the_current_version_writes_nothing_and_keeps_the_lease()
    {
        ITrackerStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        Visit visit = await ClaimedAsync(store);

        CommitResult conflict = await store.CommitAsync(First(visit), Token);
        CommitResult same = await store.CommitAsync(
            First(visit) with { Draft = Drafts.Of("a", "one", expectedHead: 1) }, Token);

        Assert.Equal((CommitStatus.Conflict, 1), (conflict.Status, conflict.Head!.Number));
        Assert.Equal((CommitStatus.Conflict, 1), (same.Status, same.Head!.Number));
        Assert.Single(await EventsAsync(store));
        CommitResult next = await store.CommitAsync(
            First(visit) with { Draft = Drafts.Of("a", "two", expectedHead: 1) }, Token);
        Assert.Equal((CommitStatus.Committed, 2), (next.Status, next.Head!.Number));
    }

    [Fact]
    public async Task An_event_without_a_version_tells_of_the_latest_one()
    {
        ITrackerStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        Visit visit = await ClaimedAsync(store);
        var commit = new VisitCommit
        {
            Visit = visit with { State = VisitState.Vanished, DueAt = null },
            At = Noon.AddTicks(9_999),
            Event = ArticleEventKind.Vanished,
            Reason = "410 \0 \uD83D",
            By = "Ann",
        };

        CommitResult result = await store.CommitAsync(commit, Token);

        Assert.Equal((CommitStatus.Committed, 1), (result.Status, result.Head!.Number));
        ArticleEvent happened = (await EventsAsync(store))[1];
        Assert.Equal(
            (ArticleEventKind.Vanished, Noon, 1, "410 \0 \uD83D", "Ann"),
            (happened.Kind, happened.At, happened.Number, happened.Reason, happened.By));
        Assert.Equal(VisitState.Vanished, (await FindAsync(store))!.State);
    }

    [Fact]
    public async Task A_change_of_metadata_is_kept_with_its_event_as_it_was_found()
    {
        ITrackerStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        await store.AppendAsync(Drafts.Of("a", "two"), Token);
        Visit visit = await ClaimedAsync(store);

        CommitResult result = await store.CommitAsync(Revising(visit, "Ola \"Berg\" \0 \uD83D Ж"), Token);

        Assert.Equal((CommitStatus.Committed, 2), (result.Status, result.Head!.Number));
        List<ArticleEvent> events = await EventsAsync(store);
        ArticleEvent happened = events[2];
        Assert.Equal(
            (ArticleEventKind.MetadataChanged, Noon, 2), (happened.Kind, happened.At, happened.Number));
        MetadataChange change = Assert.Single(happened.Metadata);
        Assert.Equal(MetadataField.Authors, change.Field);
        Assert.Empty(change.Before);
        Assert.Equal("Ola \"Berg\" \0 \uD83D Ж", Assert.Single(change.After));
        Assert.All(events[..2], former => Assert.Empty(former.Metadata));
        ArticleVersion latest = (await store.FindLatestAsync("a", Token))!;
        Assert.Empty(latest.Article.Authors);
        Assert.Equal(change.After, latest.WithMetadata(events).Authors);
        Assert.Equal(2, await store.ReadVersionsAsync(new VersionQuery(), Token).CountAsync(Token));
    }

    [Fact]
    public async Task A_change_of_metadata_without_a_lease_is_not_kept()
    {
        ITrackerStore store = await OpenForTestAsync();
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        Visit lost = await ClaimedAsync(store);
        await store.ClaimDueAsync(Taking("a"), Token);

        CommitResult result = await store.CommitAsync(Revising(lost, "Ola Berg"), Token);

        Assert.Equal(CommitStatus.LeaseLost, result.Status);
        Assert.Single(await EventsAsync(store));
    }

    [Fact]
    public async Task A_visit_to_an_article_without_versions_may_have_an_event_too()
    {
        ITrackerStore store = await OpenForTestAsync();
        Visit visit = await ClaimedAsync(store);
        var commit = new VisitCommit
        {
            Visit = visit with { DueAt = null },
            At = Noon,
            Event = ArticleEventKind.Merged,
            MergedInto = "b",
        };

        CommitResult result = await store.CommitAsync(commit, Token);

        Assert.Null(result.Head);
        ArticleEvent happened = Assert.Single(await EventsAsync(store));
        Assert.Equal((ArticleEventKind.Merged, 0, "b"), (happened.Kind, happened.Number, happened.MergedInto));
    }

    [Fact]
    public async Task A_visit_is_claimed_by_its_target_whether_it_is_due_or_not()
    {
        ITrackerStore store = await OpenForTestAsync();
        await store.SaveVisitAsync(Due("later") with { DueAt = Noon.AddDays(1) }, Token);
        await store.SaveVisitAsync(Due("never") with { DueAt = null }, Token);
        await store.SaveVisitAsync(Due("other"), Token);

        Assert.Equal("later", Assert.Single(await store.ClaimDueAsync(Taking("later"), Token)).Target);
        Assert.Equal("never", Assert.Single(await store.ClaimDueAsync(Taking("never"), Token)).Target);
        Assert.Empty(await store.ClaimDueAsync(Taking("unknown"), Token));
        Assert.Empty(await store.ClaimDueAsync(Taking("other") with { Kind = VisitKind.Feed }, Token));
    }

    [Fact]
    public async Task Many_commits_of_one_article_at_once_make_one_history_and_as_many_events()
    {
        ITrackerStore store = await OpenForTestAsync();
        await store.SaveVisitAsync(Due("a"), Token);

        int[] committed = await AtOnceAsync(8, async writer =>
        {
            int mine = 0;
            for (int i = 0; i < 10; i++)
            {
                Visit taken = (await store.ClaimDueAsync(Taking("a"), Token))[0];
                CommitResult result = await store.CommitAsync(
                    new VisitCommit { Visit = taken, At = Noon, Draft = Drafts.Of("a", $"{writer}.{i}") }, Token);
                mine += result.Status == CommitStatus.Committed ? 1 : 0;
            }

            return mine;
        });

        List<ArticleEvent> events = await EventsAsync(store);
        Assert.Equal(committed.Sum(), events.Count);
        Assert.Equal(Enumerable.Range(1, events.Count), events.Select(happened => happened.Number));
        Assert.Equal(events.Count, (await store.FindLatestAsync("a", Token))?.Number ?? 0);
    }

    private async Task AssertUntouchedAsync(ITrackerStore store, Visit visit)
    {
        Assert.Equal(visit, await FindAsync(store));
        Assert.Null(await store.FindLatestAsync("a", Token));
        Assert.Empty(await EventsAsync(store));
    }

    private static ValueTask<Visit?> FindAsync(ITrackerStore store) =>
        store.FindVisitAsync(VisitKind.Article, "a", Token);

    private async Task<List<ArticleEvent>> EventsAsync(ITrackerStore store)
    {
        await SettleAsync(store);
        return await ListAsync(store.ReadEventsAsync(new EventQuery(), Token));
    }

    private static VisitCommit First(Visit visit) => new()
    {
        Visit = visit with { DueAt = Noon.AddHours(1) },
        At = Noon,
        Draft = Drafts.Of("a", "first", expectedHead: 0),
    };

    private static VisitCommit Revising(Visit visit, string author) => new()
    {
        Visit = visit with { DueAt = Noon.AddHours(1) },
        At = Noon,
        Event = ArticleEventKind.MetadataChanged,
        Metadata = [new MetadataChange { Field = MetadataField.Authors, After = [author] }],
    };

    private static async Task<Visit> ClaimedAsync(ITrackerStore store)
    {
        await store.SaveVisitAsync(Due("a"), Token);
        return Assert.Single(await store.ClaimDueAsync(Taking("a") with { Target = null }, Token));
    }

    private static VisitClaim Taking(string target) => new()
    {
        Kind = VisitKind.Article,
        Target = target,
        Now = Noon,
        Lease = TimeSpan.FromMinutes(10),
        Limit = 1,
    };

    private static Visit Due(string target) => new()
    {
        Kind = VisitKind.Article,
        Target = target,
        Url = new Uri("https://news.example/1"),
        DueAt = Noon,
    };
}

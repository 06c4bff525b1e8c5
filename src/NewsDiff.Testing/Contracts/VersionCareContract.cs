using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IVersionCare"/> must do.</summary>
public abstract class VersionCareContract : StoreContract<ITrackerStore>
{
    [Fact]
    public async Task A_hidden_version_keeps_number_time_and_hash_and_loses_all_else()
    {
        ITrackerStore store = await FillAsync(3);
        ArticleVersion[] before = [.. await ReadAsync(store)];

        Assert.Equal(1, await HideAsync(store, 2));

        ArticleVersion[] after = [.. await ReadAsync(store)];
        ArticleVersion hidden = after[1];
        Assert.Equal((true, false, false), (hidden.IsHidden, hidden.IsPruned, hidden.HasText));
        Assert.Equal(
            (2, before[1].SeenAt, before[1].ContentHash, "news.example"),
            (hidden.Number, hidden.SeenAt, hidden.ContentHash, hidden.Host));
        Assert.Equal("https://news.example/", hidden.Article.Url.AbsoluteUri);
        Assert.Empty(hidden.Article.Title);
        Assert.Empty(hidden.Article.Paragraphs);
        Assert.All([after[0], after[2]], version => Assert.True(version.HasText));
        Assert.Equal(Text(3), after[2].Article.Paragraphs[0].Text);
    }

    [Fact]
    public async Task A_takedown_is_an_event_with_who_and_why_and_happens_once()
    {
        ITrackerStore store = await FillAsync(3);

        await HideAsync(store, 2);
        Assert.Equal(0, await HideAsync(store, 2));

        await SettleAsync(store);
        ArticleEvent happened = (await ListAsync(store.ReadEventsAsync(new EventQuery(), Token)))[^1];
        Assert.Equal("Hidden a: version 2", happened.ToString());
        Assert.Equal(
            ("A court ordered it.", "Ann", Noon, "news.example"),
            (happened.Reason, happened.By, happened.At, happened.Host));
        Assert.Equal(4, await store.ReadEventsAsync(new EventQuery(), Token).CountAsync(Token));
    }

    [Fact]
    public async Task No_change_leads_to_or_from_a_hidden_version()
    {
        ITrackerStore store = await FillAsync(5);
        await HideAsync(store, 1);
        await HideAsync(store, 3);

        List<ArticleChange> changes = await ListAsync(store.ReadChangesAsync(new VersionQuery(), Token));
        List<ArticleChange> newest = await ListAsync(
            store.ReadChangesAsync(new VersionQuery { NewestFirst = true, Limit = 2 }, Token));

        Assert.Equal([(2, 4), (4, 5)], changes.Select(Numbers));
        Assert.Equal([(4, 5), (2, 4)], newest.Select(Numbers));
        Assert.Equal(Text(2), changes[0].Before.Article.Paragraphs[0].Text);
        Assert.Equal(Text(4), changes[0].After.Article.Paragraphs[0].Text);
    }

    [Fact]
    public async Task A_limit_of_changes_counts_none_that_is_hidden()
    {
        ITrackerStore store = await FillAsync(12);
        await HideAsync(store, 3, to: 9);

        List<ArticleChange> changes = await ListAsync(
            store.ReadChangesAsync(new VersionQuery { ArticleId = "a", Limit = 3 }, Token));

        Assert.Equal([(1, 2), (2, 10), (10, 11)], changes.Select(Numbers));
    }

    [Fact]
    public async Task All_versions_of_an_article_are_hidden_at_once_and_others_stay()
    {
        ITrackerStore store = await FillAsync(20);
        await store.AppendAsync(Drafts.Of("b", "other"), Token);

        Assert.Equal(20, await HideAsync(store, 1, to: null));

        Assert.All(await ReadAsync(store), version => Assert.True(version.IsHidden));
        Assert.Empty(await ListAsync(store.ReadChangesAsync(new VersionQuery(), Token)));
        Assert.Equal("other", (await store.FindLatestAsync("b", Token))!.Article.Paragraphs[0].Text);
        Assert.True((await store.FindLatestAsync("a", Token))!.IsHidden);
    }

    [Fact]
    public async Task A_hidden_text_is_not_stored_again()
    {
        ITrackerStore store = await FillAsync(3);
        await HideAsync(store, 2);
        await HideAsync(store, 3);

        AppendResult latest = await store.AppendAsync(Drafts.Of("a", Text(3)), Token);
        AppendResult earlier = await store.AppendAsync(Drafts.Of("a", Text(2), expectedHead: 3), Token);
        AppendResult shown = await store.AppendAsync(Drafts.Of("a", Text(1)), Token);
        AppendResult elsewhere = await store.AppendAsync(Drafts.Of("b", Text(2)), Token);

        Assert.Equal((AppendStatus.Unchanged, 3), (latest.Status, latest.Head!.Number));
        Assert.Equal((AppendStatus.Unchanged, 3), (earlier.Status, earlier.Head!.Number));
        Assert.Equal((AppendStatus.Appended, 4), (shown.Status, shown.Head!.Number));
        Assert.Equal(AppendStatus.Appended, elsewhere.Status);
        Assert.Equal(
            [(1, 4)], (await ListAsync(store.ReadChangesAsync(new VersionQuery(), Token))).Select(Numbers));
    }

    [Fact]
    public async Task A_visit_that_finds_a_hidden_text_is_saved_without_a_version()
    {
        ITrackerStore store = await FillAsync(2);
        await HideAsync(store, 1);
        await store.SaveVisitAsync(Visit(), Token);
        var claim = new VisitClaim
        {
            Kind = VisitKind.Article,
            Target = "a",
            Now = Noon,
            Lease = TimeSpan.FromMinutes(1),
            Limit = 1,
        };
        Visit claimed = Assert.Single(await store.ClaimDueAsync(claim, Token));
        var commit = new VisitCommit
        {
            Visit = claimed with { DueAt = Noon.AddDays(3) },
            At = Noon,
            Draft = Drafts.Of("a", Text(1), expectedHead: 2),
        };

        CommitResult result = await store.CommitAsync(commit, Token);

        Assert.Equal((CommitStatus.Committed, 2), (result.Status, result.Head!.Number));
        Assert.Equal(Noon.AddDays(3), (await store.FindVisitAsync(VisitKind.Article, "a", Token))!.DueAt);
        Assert.Equal(2, (await ReadAsync(store)).Count);
    }

    [Fact]
    public async Task What_visits_remember_of_a_hidden_text_is_forgotten()
    {
        ITrackerStore store = await FillAsync(2);
        await store.SaveVisitAsync(Visit() with { Memory = "the words", HeldHash = "c0ffee" }, Token);

        await HideAsync(store, 2);

        Visit kept = (await store.FindVisitAsync(VisitKind.Article, "a", Token))!;
        Assert.Equal((null, null), (kept.Memory, kept.HeldHash));
        Assert.Equal(Noon, kept.DueAt);
    }

    [Fact]
    public async Task The_metadata_of_a_hidden_version_is_erased_and_that_of_others_stays()
    {
        ITrackerStore store = await FillAsync(1);
        await store.SaveVisitAsync(Visit(), Token);
        await ReviseAsync(store, "Jane Doe");
        await store.AppendAsync(Drafts.Of("a", Text(2)), Token);
        await ReviseAsync(store, "Ola Berg");

        await HideAsync(store, 1);
        List<ArticleEvent> events = await EventsAsync(store);
        Assert.Equal("Ola Berg", Assert.Single(Assert.Single(events.SelectMany(happened => happened.Metadata)).After));
        Assert.Equal(2, events.Count(happened => happened.Kind == ArticleEventKind.MetadataChanged));

        await HideAsync(store, 2);
        await ReviseAsync(store, "Late Author");
        Assert.Empty((await EventsAsync(store)).SelectMany(happened => happened.Metadata));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(18)]
    [InlineData(40)]
    public async Task Every_other_version_reads_back_whichever_one_is_hidden(int number)
    {
        ITrackerStore store = await FillAsync(40);

        await HideAsync(store, number);
        await store.AppendAsync(Drafts.Of("a", Text(41)), Token);

        List<ArticleVersion> versions = await ReadAsync(store);
        Assert.Equal(Enumerable.Range(1, 41), versions.Select(version => version.Number));
        Assert.All(
            versions.Where(version => version.Number != number),
            version => Assert.Equal(Text(version.Number), version.Article.Paragraphs[0].Text));
        Assert.Empty(await ListAsync(Care(store).VerifyAsync(cancellationToken: Token)));
    }

    [Fact]
    public async Task Pruning_keeps_the_first_the_latest_and_all_numbers()
    {
        ITrackerStore store = await FillAsync(30);
        await store.AppendAsync(Drafts.Of("b", "one"), Token);

        Assert.Equal(26, await PruneAsync(store, new VersionQuery(), 3));
        Assert.Equal(0, await PruneAsync(store, new VersionQuery(), 3));

        List<ArticleVersion> versions = await ReadAsync(store);
        Assert.Equal(Enumerable.Range(1, 30), versions.Select(version => version.Number));
        Assert.Equal([1, 28, 29, 30], versions.Where(version => version.HasText).Select(version => version.Number));
        Assert.All(versions.Skip(1).Take(26), version => Assert.True(version.IsPruned));
        Assert.Equal(
            [(1, 28), (28, 29), (29, 30)],
            (await ListAsync(store.ReadChangesAsync(new VersionQuery { ArticleId = "a" }, Token))).Select(Numbers));
    }

    [Fact]
    public async Task Pruning_leaves_one_event_of_each_article_that_tells_who_how_many_and_why()
    {
        ITrackerStore store = await FillAsync(30);
        await store.AppendAsync(Drafts.Of("b", "one"), Token);

        await PruneAsync(store, new VersionQuery(), 3);
        await PruneAsync(store, new VersionQuery(), 3);

        await SettleAsync(store);
        List<ArticleEvent> events = await ListAsync(store.ReadEventsAsync(new EventQuery(), Token));
        Assert.Equal(32, events.Count);
        ArticleEvent pruned = Assert.Single(events, happened => happened.Kind == ArticleEventKind.Pruned);
        Assert.Equal(
            ("a", 27, "news.example", "26 versions: To save space.", "Ann", Noon),
            (pruned.ArticleId, pruned.Number, pruned.Host, pruned.Reason, pruned.By, pruned.At));
    }

    [Fact]
    public async Task Pruning_by_age_leaves_what_is_younger()
    {
        ITrackerStore store = await FillAsync(10);

        await PruneAsync(store, new VersionQuery { Until = Noon.AddHours(6) }, 1);

        Assert.Equal(
            [1, 7, 8, 9, 10],
            (await ReadAsync(store)).Where(version => version.HasText).Select(version => version.Number));
    }

    [Fact]
    public async Task A_pruned_text_may_come_back_and_may_still_be_taken_down()
    {
        ITrackerStore store = await FillAsync(4);
        await PruneAsync(store, new VersionQuery { ArticleId = "a" }, 1);

        AppendResult back = await store.AppendAsync(Drafts.Of("a", Text(2)), Token);
        Assert.Equal(1, await HideAsync(store, 3));

        Assert.Equal((AppendStatus.Appended, 5), (back.Status, back.Head!.Number));
        Assert.Equal(
            AppendStatus.Unchanged, (await store.AppendAsync(Drafts.Of("a", Text(3)), Token)).Status);
    }

    [Fact]
    public async Task A_sound_store_verifies_without_faults_and_with_progress()
    {
        ITrackerStore store = await FillAsync(40);
        await HideAsync(store, 5, to: 7);
        await PruneAsync(store, new VersionQuery(), 20);
        var progress = new LastReport();

        Assert.Empty(await ListAsync(Care(store).VerifyAsync(progress, Token)));

        Assert.Equal(1, progress.Share);
    }

    [Fact]
    public async Task What_a_store_holds_is_counted()
    {
        ITrackerStore store = await FillAsync(3);
        await HideAsync(store, 2);
        await store.SaveVisitAsync(Visit(), Token);

        Assert.Equal(0, (await Care(store).CountAsync(Noon.AddSeconds(-1), Token))["due"]);
        ImmutableSortedDictionary<string, long> counts = await Care(store).CountAsync(Noon, Token);

        Assert.Equal(
            (0, 3, 1, 0, 1, 4),
            (counts["articles"], counts["versions"], counts["hidden"], counts["feeds"], counts["due"],
                counts["events"]));
    }

    [Fact]
    public async Task Orders_that_cannot_be_meant_are_refused()
    {
        ITrackerStore store = await FillAsync(1);
        IVersionCare care = Care(store);

        await Assert.ThrowsAsync<ArgumentException>(
            async () => await care.HideAsync(new VersionQuery(), "Why.", "Ann", Noon, Token));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await care.HideAsync(new VersionQuery { ArticleId = "a" }, " ", "Ann", Noon, Token));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await care.HideAsync(
                new VersionQuery { ArticleId = "a", Limit = 1 }, "Why.", "Ann", Noon, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await care.PruneAsync(new VersionQuery(), 0, "Why.", "Ann", Noon, Token));
        await Assert.ThrowsAsync<ArgumentException>(
            async () => await care.PruneAsync(new VersionQuery(), 1, "", "Ann", Noon, Token));
        Assert.Equal(
            0, await care.HideAsync(new VersionQuery { ArticleId = "unknown" }, "Why.", "Ann", Noon, Token));
    }

    [Fact]
    public async Task Takedowns_beside_appends_leave_every_version_readable()
    {
        ITrackerStore store = await FillAsync(1);
        Task<bool> appending = Task.Run(
            async () =>
            {
                for (int number = 2; number <= 60; number++)
                {
                    await store.AppendAsync(Drafts.Of("a", Text(number)), Token);
                }

                return true;
            },
            Token);
        for (int number = 1; !appending.IsCompleted; number++)
        {
            int head = (await store.FindLatestAsync("a", Token))!.Number;
            await HideAsync(store, head);
        }

        await appending;
        Assert.Empty(await ListAsync(Care(store).VerifyAsync(cancellationToken: Token)));
        Assert.Equal(Enumerable.Range(1, 60), (await ReadAsync(store)).Select(version => version.Number));
    }

    private static IVersionCare Care(ITrackerStore store) => (IVersionCare)store;

    private static async Task ReviseAsync(ITrackerStore store, string author)
    {
        var claim = new VisitClaim
        {
            Kind = VisitKind.Article,
            Target = "a",
            Now = Noon,
            Lease = TimeSpan.FromMinutes(1),
            Limit = 1,
        };
        var commit = new VisitCommit
        {
            Visit = Assert.Single(await store.ClaimDueAsync(claim, Token)),
            At = Noon,
            Event = ArticleEventKind.MetadataChanged,
            Metadata = [new MetadataChange { Field = MetadataField.Authors, After = [author] }],
        };
        Assert.Equal(CommitStatus.Committed, (await store.CommitAsync(commit, Token)).Status);
    }

    private async Task<List<ArticleEvent>> EventsAsync(ITrackerStore store)
    {
        await SettleAsync(store);
        return await ListAsync(store.ReadEventsAsync(new EventQuery(), Token));
    }

    private static Visit Visit() =>
        new() { Kind = VisitKind.Article, Target = "a", Url = new Uri("https://news.example/1"), DueAt = Noon };

    private static async Task<int> HideAsync(ITrackerStore store, int from, int? to = 0) =>
        await Care(store).HideAsync(
            new VersionQuery { ArticleId = "a", FromNumber = from, ToNumber = to == 0 ? from : to },
            "A court ordered it.", "Ann", Noon, Token);

    private static async Task<int> PruneAsync(ITrackerStore store, VersionQuery query, int keepLatest) =>
        await Care(store).PruneAsync(query, keepLatest, "To save space.", "Ann", Noon, Token);

    private static (int, int) Numbers(ArticleChange change) => (change.Before.Number, change.After.Number);

    /// <summary>A text long enough to be stored as a difference.</summary>
    private static string Text(int number) =>
        string.Join(' ', Enumerable.Range(0, 120).Select(word => $"word{word * 7919 % 1000}")) + $" and {number}";

    private static Task<List<ArticleVersion>> ReadAsync(ITrackerStore store) =>
        ListAsync(store.ReadVersionsAsync(new VersionQuery { ArticleId = "a" }, Token));

    private async Task<ITrackerStore> FillAsync(int versions)
    {
        ITrackerStore store = await OpenForTestAsync();
        for (int number = 1; number <= versions; number++)
        {
            await store.AppendAsync(Drafts.Of("a", Text(number), seenAt: Noon.AddHours(number - 1)), Token);
        }

        return store;
    }

    private sealed class LastReport : IProgress<double>
    {
        public double Share { get; private set; }

        public void Report(double value) => Share = value;
    }
}

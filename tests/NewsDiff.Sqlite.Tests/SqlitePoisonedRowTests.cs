using Microsoft.Data.Sqlite;
using NewsDiff.Archives;
using NewsDiff.Archives.Warc;
using NewsDiff.TestSupport.Poison;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite.Tests;

/// <summary>One unreadable row among 100 readable ones prevents no visit of the 100.</summary>
public sealed class SqlitePoisonedRowTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new();
    private readonly PoisonedSite _site = new();

    public static TheoryData<string, int> Rows
    {
        get
        {
            var rows = new TheoryData<string, int>();
            foreach (string poison in (string[])
                ["state = 'Sleeping'", "state = '7'", "url = 'not an address'", "url = ''", "last_status = 'Teapot'",
                 "interval = 9223372036854775807",
                    "failures = 9223372036854775807", "last_visited_at = 9223372036854775807",
                    "last_reason = char(26) || 'zz'"])
            {
                rows.Add(poison, 0);
                rows.Add(poison, 50);
                rows.Add(poison, 100);
            }

            return rows;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DatabasePath => _folder.File("news.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task A_visit_that_cannot_be_read_fails_says_why_and_is_mended(string poison, int position)
    {
        await using SqliteVersionStore store = await VisitedAsync();
        Execute($"UPDATE visit SET {poison} WHERE target = '{PoisonedSite.IdOf(position)}'");
        ArticleTracker tracker = Tracker(store);

        List<CheckOutcome> outcomes = await tracker.CheckDueAsync(Token).ToListAsync(Token);

        Assert.Equal(PoisonedSite.Count - 1, outcomes.Count(outcome => outcome.Kind == CheckKind.Unchanged));
        CheckOutcome failed = Assert.Single(outcomes, outcome => outcome.Kind == CheckKind.Failed);
        Assert.Equal(PoisonedSite.IdOf(position), failed.ArticleId);
        Assert.Contains(poison.Split(' ')[0], failed.Reason, StringComparison.Ordinal);
        Assert.IsType<VersionStoreException>(failed.Exception);
        Visit visit = (await store.FindVisitAsync(VisitKind.Article, PoisonedSite.IdOf(position), Token))!;
        Assert.Null(visit.Fault);
        Assert.Equal(PoisonedSite.PageUrl(position), visit.Url);
        Assert.True(visit.DueAt > _clock.Now);
        Assert.DoesNotContain(
            await tracker.CheckDueAsync(Token).ToListAsync(Token), outcome => outcome.ArticleId is not null);
    }

    [Fact]
    public async Task A_hold_that_was_stored_under_its_earlier_name_is_read()
    {
        await using SqliteVersionStore store = await VisitedAsync();
        Execute($"UPDATE visit SET last_status = 'Throttled' WHERE target = '{PoisonedSite.IdOf(50)}'");

        Visit visit = (await store.FindVisitAsync(VisitKind.Article, PoisonedSite.IdOf(50), Token))!;
        await store.SaveVisitAsync(visit, Token);
        Visit saved = (await store.FindVisitAsync(VisitKind.Article, PoisonedSite.IdOf(50), Token))!;

        Assert.Equal((FetchStatus.OnHold, null), (visit.LastStatus, visit.Fault));
        Assert.Equal(FetchStatus.OnHold, saved.LastStatus);
    }

    [Theory]
    [InlineData("url = 'not an address'")]
    [InlineData("filter = '+title:('")]
    [InlineData("title = char(26) || 'zz'")]
    public async Task A_subscription_that_cannot_be_read_keeps_no_other_feed_from_being_read(string poison)
    {
        await using SqliteVersionStore store = await VisitedAsync();
        var other = new Subscription { Url = PoisonedSite.FeedUrl(3), AddedAt = _clock.Now };
        await store.AddSubscriptionAsync(other, Token);
        Execute($"UPDATE subscription SET {poison} WHERE url = '{PoisonedSite.Feed}'");

        List<CheckOutcome> outcomes = await Tracker(store).CheckDueAsync(Token).ToListAsync(Token);

        Assert.Equal(other.Url, Assert.Single(outcomes, outcome => outcome.Kind == CheckKind.FeedRead).Url);
        Assert.Equal(PoisonedSite.Count, outcomes.Count(outcome => outcome.Kind == CheckKind.Unchanged));
        Assert.Contains(
            outcomes,
            outcome => outcome.Kind == CheckKind.Failed
                && outcome.Reason!.Contains(poison.Split(' ')[0], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("article", "url = 'not an address'", 0)]
    [InlineData("article", "url = 'not an address'", 50)]
    [InlineData("article", "url = 'not an address'", 100)]
    [InlineData("article", "first_seen_at = 9223372036854775807", 50)]
    [InlineData("article_key", "key = char(26) || 'zz'", 50)]
    public async Task An_article_that_cannot_be_read_keeps_no_other_article_of_its_feed_from_being_visited(
        string table,
        string poison,
        int position)
    {
        await using SqliteVersionStore store = await VisitedAsync();
        Execute(
            $"UPDATE {table} SET {poison} WHERE {(table == "article" ? "id" : "article_id")} = "
            + $"'{PoisonedSite.IdOf(position)}'");

        List<CheckOutcome> outcomes = await Tracker(store).CheckFeedAsync(PoisonedSite.Feed, Token).ToListAsync(Token);

        Assert.Equal(
            Enumerable.Range(0, PoisonedSite.Count)
                .Where(number => number != position)
                .Select(PoisonedSite.PageUrl)
                .ToHashSet(),
            outcomes.Where(outcome => outcome.Kind == CheckKind.Unchanged).Select(outcome => outcome.Url).ToHashSet());
        Assert.IsType<VersionStoreException>(
            Assert.Single(outcomes, outcome => outcome.Kind == CheckKind.Failed).Exception);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(100)]
    public async Task A_visit_whose_very_key_cannot_be_read_keeps_no_other_from_being_visited(int position)
    {
        await using SqliteVersionStore store = await VisitedAsync();
        Execute($"UPDATE visit SET target = char(26) || 'zz' WHERE target = '{PoisonedSite.IdOf(position)}'");

        List<CheckOutcome> due = await Tracker(store).CheckDueAsync(Token).ToListAsync(Token);
        List<CheckOutcome> all = await Tracker(store).CheckAllAsync(Token).ToListAsync(Token);

        // Its feed announces it once more, so that it is visited too.
        Assert.Equal(PoisonedSite.Count, due.Count(outcome => outcome.Kind == CheckKind.Unchanged));
        Assert.Equal(PoisonedSite.Count, all.Count(outcome => outcome.Kind == CheckKind.Unchanged));
    }

    [Fact]
    public async Task A_recorded_run_is_repeated_beside_a_visit_whose_very_key_cannot_be_read()
    {
        await using SqliteVersionStore store = await VisitedAsync();
        Execute($"UPDATE visit SET target = char(26) || 'zz' WHERE target = '{PoisonedSite.IdOf(0)}'");
        Execute(
            "INSERT INTO subscription (url, added_at) SELECT 'https://me:s3cret@news.example/feed', added_at FROM "
            + "subscription");
        string path = _folder.File("run.warc");
        await using (WarcArchive archive = await WarcArchive.AppendAsync(path, Token))
        {
            await archive.KeepAsync(
                new Capture
                {
                    Url = PoisonedSite.PageUrl(3),
                    CapturedAt = _clock.Now.AddDays(1),
                    StatusCode = 404,
                    Headers = [new HttpField("Content-Type", "text/html")],
                    Body = "<p>Gone.</p>"u8.ToArray(),
                },
                Token);
        }

        using ReplayFetcher replay = await ReplayFetcher.OpenAsync(
            PageArchives.OpenRead(path), cancellationToken: Token);
        List<CheckOutcome> outcomes =
            await replay.RepeatAsync(new ArticleTracker(replay, replay, store, timeProvider: replay.Clock), Token)
                .ToListAsync(Token);

        Assert.Contains(
            outcomes, outcome => outcome.Url == PoisonedSite.PageUrl(3) && outcome.Status == FetchStatus.NotFound);
    }

    [Theory]
    [InlineData("https://me:s3cret@news.example/feed")]
    [InlineData("https://me@news.example/feed")]
    public async Task A_feed_that_an_earlier_version_stored_with_a_password_is_removed_by_its_address(string stored)
    {
        await using SqliteVersionStore store = await VisitedAsync();
        Execute($"UPDATE subscription SET url = '{stored}'");
        await store.AddSubscriptionAsync(new Subscription { Url = PoisonedSite.Feed, AddedAt = _clock.Now }, Token);

        Assert.True(await store.RemoveSubscriptionAsync(PoisonedSite.Feed, Token));

        Assert.Empty(await store.ReadSubscriptionsAsync(Token).ToListAsync(Token));
        Assert.Equal(["0"], Read("SELECT CAST(count(*) AS TEXT) FROM subscription"));
    }

    [Fact]
    public async Task A_feed_whose_address_cannot_be_read_is_removed_by_the_one_that_stands_for_it()
    {
        await using SqliteVersionStore store = await VisitedAsync();
        Execute("UPDATE subscription SET url = 'not an address'");
        Subscription unreadable = await store.ReadSubscriptionsAsync(Token).SingleAsync(Token);

        Assert.True(await store.RemoveSubscriptionAsync(unreadable.Url, Token));
        Assert.Empty(await store.ReadSubscriptionsAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_visit_of_a_kind_that_only_a_later_version_knows_is_left_as_it_is()
    {
        await using SqliteVersionStore store = await VisitedAsync();
        Execute($"UPDATE visit SET kind = 'Podcast' WHERE target = '{PoisonedSite.IdOf(0)}'");

        Assert.Equal(
            PoisonedSite.Count - 1,
            await store.ReadVisitsAsync(Token).CountAsync(visit => visit.Kind == VisitKind.Article, Token));
        List<CheckOutcome> outcomes = await Tracker(store).CheckDueAsync(Token).ToListAsync(Token);

        Assert.DoesNotContain(outcomes, outcome => outcome.Kind == CheckKind.Failed);
        Assert.Single(Read("SELECT target FROM visit WHERE kind = 'Podcast' AND claim = 1"));
    }

    /// <summary>A file whose 101 articles were visited once, and are due again.</summary>
    private async Task<SqliteVersionStore> VisitedAsync()
    {
        SqliteVersionStore store = await SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token);
        await store.AddSubscriptionAsync(new Subscription { Url = PoisonedSite.Feed, AddedAt = _clock.Now }, Token);
        await Tracker(store).CheckDueAsync(Token).ToListAsync(Token);
        _clock.Advance(TimeSpan.FromMinutes(40));
        return store;
    }

    private ArticleTracker Tracker(SqliteVersionStore store) =>
        new(_site, _site, store, new TrackerOptions { Politeness = new(_clock) }, _clock);

    private void Execute(string sql) => Read(sql);

    private List<string> Read(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using SqliteDataReader reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }
}

using NewsDiff.Events;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>What is true of the event log on a server: late commits, and another cluster.</summary>
public sealed class PostgreSqlEventTests(PostgreSqlCluster cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_that_commits_late_is_not_skipped()
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(connectionString, Token);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using NpgsqlConnection late = await source.OpenConnectionAsync(Token);
        await using NpgsqlTransaction transaction = await late.BeginTransactionAsync(Token);
        await using var insert = new NpgsqlCommand(
            """
            INSERT INTO newsdiff.event (transaction_id, kind, article_id, at, number, host)
            VALUES (pg_current_xact_id()::text::bigint, 'Vanished', 'late', now(), 1, '')
            """,
            late);
        await insert.ExecuteNonQueryAsync(Token);

        await store.AppendAsync(Drafts.Of("early", "one"), Token);
        EventCursor end = await store.FindEndAsync(Token);
        Assert.Empty(
            await store.ReadEventsAsync(new EventQuery(), Token).ToListAsync(Token));
        await transaction.CommitAsync(Token);

        Assert.Equal(["late", "early"], (await ReadAsync(store, end)).Select(happened => happened.ArticleId));
    }

    [Fact]
    public async Task A_takedown_gives_a_new_stamp_while_an_older_transaction_holds_its_event_back()
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(connectionString, Token);
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using NpgsqlConnection late = await source.OpenConnectionAsync(Token);
        await using NpgsqlTransaction transaction = await late.BeginTransactionAsync(Token);
        await using var begin = new NpgsqlCommand("SELECT pg_current_xact_id()::text", late);
        await begin.ExecuteScalarAsync(Token);
        StoreStamp before = await store.ReadStampAsync(earlier: null, Token);

        await store.HideAsync(
            new VersionQuery { ArticleId = "a" }, "A court asked for it.", "desk", Drafts.Noon, Token);
        StoreStamp hidden = await store.ReadStampAsync(before, Token);
        StoreStamp later = await store.ReadStampAsync(hidden, Token);
        await transaction.CommitAsync(Token);
        StoreStamp ended = await store.ReadStampAsync(later, Token);

        Assert.NotEqual(before.Events, hidden.Events);
        Assert.Equal([hidden.Events, hidden.Events], [later.Events, ended.Events]);
    }

    [Fact]
    public async Task A_database_that_was_restored_to_a_younger_cluster_goes_on_after_its_last_event()
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        await using (PostgreSqlVersionStore old = await PostgreSqlVersionStore.OpenAsync(connectionString, Token))
        {
            await old.AppendAsync(Drafts.Of("a", "one"), Token);
        }

        // The cluster that it came from had made many more transactions.
        string name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await cluster.ExecuteAsync("UPDATE newsdiff.event SET transaction_id = 1000000000000", name);
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(connectionString, Token);
        ArticleEvent before = Assert.Single(await ReadAsync(store, new EventCursor()));
        StoreStamp stamp = await store.ReadStampAsync(earlier: null, Token);
        Assert.Equal(stamp.Events, (await store.ReadStampAsync(stamp, Token)).Events);
        await store.AppendAsync(Drafts.Of("a", "two"), Token);
        Assert.NotEqual(stamp.Events, (await store.ReadStampAsync(stamp, Token)).Events);

        ArticleEvent after = Assert.Single(await ReadAsync(store, before.Cursor));

        Assert.Equal(2, after.Number);
        await using PostgreSqlVersionStore again = await PostgreSqlVersionStore.OpenAsync(connectionString, Token);
        Assert.Equal([before, after], await ReadAsync(again, new EventCursor()));
    }

    private async Task<List<ArticleEvent>> ReadAsync(PostgreSqlVersionStore store, EventCursor after)
    {
        await cluster.SettleAsync();
        return await store.ReadEventsAsync(new EventQuery { After = after }, Token).ToListAsync(Token);
    }
}

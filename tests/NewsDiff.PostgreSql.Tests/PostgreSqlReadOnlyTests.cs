using NewsDiff.Events;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>A database that is only read, one that may not be written, and one that a later version upgraded.</summary>
public sealed class PostgreSqlReadOnlyTests(PostgreSqlCluster cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_that_may_only_select_reads_everything()
    {
        string reader = await CreateReaderAsync(await FillAsync());
        await using PostgreSqlVersionStore store = await OpenAsync(reader);

        await CheckReadsAsync(store);
        foreach (Func<Task> write in Writes(store))
        {
            var refusal = await Assert.ThrowsAsync<VersionStoreException>(write);
            Assert.True(refusal.IsReadOnly);
            Assert.Contains("Open it for writing", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_database_that_is_read_only_by_default_is_read()
    {
        string database = await FillAsync();
        await cluster.ExecuteAsync(
            $"ALTER DATABASE {NameOf(database)} SET default_transaction_read_only = on");
        await using PostgreSqlVersionStore store = await OpenAsync(database);

        await CheckReadsAsync(store);
        await using PostgreSqlVersionStore writer = await PostgreSqlVersionStore.OpenAsync(database, Token);
        await CheckReadsAsync(writer);
        var refusal = await Assert.ThrowsAsync<VersionStoreException>(Writes(writer)[0]);
        Assert.True(refusal.IsReadOnly);
    }

    [Fact]
    public async Task A_write_without_the_right_to_it_says_what_to_do()
    {
        string reader = await CreateReaderAsync(await FillAsync());
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(reader, Token);

        await CheckReadsAsync(store);
        foreach (Func<Task> write in Writes(store))
        {
            var refusal = await Assert.ThrowsAsync<VersionStoreException>(write);
            Assert.True(refusal.IsReadOnly);
            Assert.Contains("open it read-only", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_database_without_the_present_tables_is_refused_and_left_as_it_is()
    {
        string empty = await cluster.CreateDatabaseAsync();
        string former = await cluster.CreateDatabaseAsync();
        await FormerDatabase.CreateAsync(former, FormerDatabase.Version);

        foreach (string database in new[] { empty, former })
        {
            var refusal = await Assert.ThrowsAsync<VersionStoreException>(() => OpenAsync(database));
            Assert.True(refusal.IsReadOnly);
            Assert.Contains("Open it once for writing", refusal.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_database_that_a_later_version_upgraded_meanwhile_is_written_no_more()
    {
        string database = await FillAsync();
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(database, Token);
        await store.AppendAsync(Drafts.Of("a", "three"), Token);
        await cluster.ExecuteAsync("UPDATE newsdiff.schema_version SET version = 1000", NameOf(database));

        foreach (Func<Task> write in Writes(store))
        {
            var refusal = await Assert.ThrowsAsync<VersionStoreException>(write);
            Assert.Equal(1000, refusal.SchemaVersion);
        }

        Assert.Equal(3, (await store.FindLatestAsync("a", Token))!.Number);
        await cluster.ExecuteAsync("ALTER TABLE newsdiff.version RENAME COLUMN body TO bytes", NameOf(database));
        var reading = await Assert.ThrowsAsync<VersionStoreException>(
            async () => await store.FindLatestAsync("a", Token));
        Assert.Equal(1000, reading.SchemaVersion);
    }

    private static string NameOf(string database) => new NpgsqlConnectionStringBuilder(database).Database!;

    private static Task<PostgreSqlVersionStore> OpenAsync(string database) => PostgreSqlVersionStore.OpenAsync(
        database, new PostgreSqlStoreOptions { ReadOnly = true, Search = true }, Token);

    private static async Task CheckReadsAsync(PostgreSqlVersionStore store)
    {
        Assert.Equal(2, (await store.FindLatestAsync("a", Token))!.Number);
        Assert.Equal(2, await store.ReadEventsAsync(new EventQuery(), Token).CountAsync(Token));
        Assert.Single(await store.SearchAsync("two", null, Token).ToListAsync(Token));
        Assert.Empty(await store.VerifyAsync(cancellationToken: Token).ToListAsync(Token));
        Assert.Equal(2, (await store.CountAsync(Drafts.Noon, Token))["versions"]);
    }

    private static Func<Task>[] Writes(PostgreSqlVersionStore store)
    {
        var url = new Uri("https://news.example/feed");
        var visit = new Visit { Kind = VisitKind.Article, Target = "a", Url = url, DueAt = Drafts.Noon };
        return
        [
            () => store.AppendAsync(Drafts.Of("a", "another"), Token).AsTask(),
            () => store.RegisterAsync(
                new ArticleRegistration { Keys = ["k"], Url = url, SeenAt = Drafts.Noon }, Token).AsTask(),
            () => store.AddSubscriptionAsync(new Subscription { Url = url, AddedAt = Drafts.Noon }, Token).AsTask(),
            () => store.SaveVisitAsync(visit, Token).AsTask(),
            () => store.ClaimDueAsync(
                new VisitClaim { Now = Drafts.Noon, Lease = TimeSpan.FromMinutes(1), Limit = 1 }, Token).AsTask(),
            () => store.ClaimDeliveryAsync("h", Drafts.Noon, TimeSpan.FromMinutes(1), Token).AsTask(),
            () => store.HideAsync(
                new VersionQuery { ArticleId = "a", FromNumber = 1, ToNumber = 1 }, "Why.", "Ann", Drafts.Noon, Token)
                .AsTask(),
        ];
    }

    private async Task<string> FillAsync()
    {
        string database = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(
            database, new PostgreSqlStoreOptions { Search = true }, Token);
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        await store.AppendAsync(Drafts.Of("a", "two"), Token);
        await cluster.SettleAsync();
        return database;
    }

    private async Task<string> CreateReaderAsync(string database)
    {
        string name = NameOf(database);
        await cluster.ExecuteAsync($"CREATE ROLE reader_{name} LOGIN");
        await cluster.ExecuteAsync(
            $"GRANT USAGE ON SCHEMA newsdiff TO reader_{name}; GRANT SELECT ON ALL TABLES IN SCHEMA newsdiff TO reader_{name}",
            name);
        return new NpgsqlConnectionStringBuilder(database) { Username = $"reader_{name}" }.ConnectionString;
    }
}

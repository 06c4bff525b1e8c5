using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>What is true of the server: which databases are refused, and what becomes of lost connections.</summary>
public sealed class PostgreSqlServerTests(PostgreSqlCluster cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_database_of_a_later_version_is_refused()
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        string name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await (await PostgreSqlVersionStore.OpenAsync(connectionString, Token)).DisposeAsync();
        await cluster.ExecuteAsync("UPDATE newsdiff.schema_version SET version = 1000", name);

        var refusal = await Assert.ThrowsAsync<VersionStoreException>(
            () => PostgreSqlVersionStore.OpenAsync(connectionString, Token));

        Assert.Equal((1000, PostgreSqlSchema.Version), (refusal.SchemaVersion, refusal.KnownSchemaVersion));
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Username", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Update NewsDiff", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UPDATE newsdiff.version SET body = '\\x00' WHERE id & 16777215 = 2", "'version'", "'body'")]
    [InlineData(
        "UPDATE newsdiff.version SET seen_at = 'infinity', content_hash = '\\x1a' WHERE id & 16777215 = 2",
        "'version'",
        "'body'")]
    [InlineData("UPDATE newsdiff.article SET url = 'relative'", "'article'", "'url'")]
    [InlineData("UPDATE newsdiff.feed SET url = 'relative'", "'article'", "cannot be read")]
    public async Task A_value_that_NewsDiff_did_not_write_is_reported_with_its_place(
        string sql,
        string table,
        string column)
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(connectionString, Token);
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        await store.AppendAsync(Drafts.Of("a", "two"), Token);
        var feed = new Uri("https://news.example/feed");
        await store.RegisterAsync(
            new ArticleRegistration
            {
                Keys = ["a"],
                Url = new Uri("https://news.example/a"),
                SeenAt = DateTimeOffset.UnixEpoch,
                FeedUrl = feed,
            }, Token);
        await cluster.ExecuteAsync(sql, new NpgsqlConnectionStringBuilder(connectionString).Database!);

        List<int> read = [];
        var fault = await Assert.ThrowsAsync<VersionStoreException>(async () =>
        {
            await foreach (ArticleVersion version in store.ReadVersionsAsync(new VersionQuery(), Token))
            {
                read.Add(version.Number);
            }

            await store.FindByKeyAsync("a", Token);
        });

        Assert.Equal(1, read[0]);
        Assert.Contains(table, fault.Message, StringComparison.Ordinal);
        Assert.Contains(column, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_keeps_its_unique_id()
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(connectionString, Token);
        await using PostgreSqlVersionStore again = await PostgreSqlVersionStore.OpenAsync(connectionString, Token);
        await using PostgreSqlVersionStore other = await PostgreSqlVersionStore.OpenAsync(
            await cluster.CreateDatabaseAsync(), Token);
        Guid id = await store.ReadIdAsync(Token);

        Assert.Equal(id, await again.ReadIdAsync(Token));
        Assert.NotEqual(id, await other.ReadIdAsync(Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public async Task Connections_that_are_killed_lose_nothing_and_store_nothing_twice(int atOnce)
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        string name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(connectionString, Token);
        using var written = new CancellationTokenSource();
        Task<int> killer = Task.Run(() => KillAsync(name, written.Token), Token);

        AppendResult[][] acknowledged = await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            () => AppendManyAsync(store, writer, atOnce), Token)));
        await written.CancelAsync();

        Assert.True(await killer > 0);
        Assert.All(acknowledged.SelectMany(results => results), result => Assert.True(result.IsAppended));
        List<ArticleVersion> stored = await store.ReadVersionsAsync(new VersionQuery(), Token).ToListAsync(Token);
        Assert.Equal(Enumerable.Range(1, 8 * 40), stored.Select(version => version.Number));
        Assert.Equal(
            acknowledged.SelectMany(results => results)
                .Select(result => (result.Head!.Number, result.Head.ContentHash))
                .Order(),
            stored.Select(version => (version.Number, version.ContentHash)));
    }

    [Fact]
    public async Task A_server_that_crashes_and_restarts_lost_nothing_that_was_acknowledged()
    {
        await using var own = new PostgreSqlCluster();
        await own.InitializeAsync();
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(
            await own.CreateDatabaseAsync(), Token);
        await store.AppendAsync(Drafts.Of("a", "before"), Token);
        using var restarted = new CancellationTokenSource();
        Task<List<AppendResult>> writer = Task.Run(() => AppendUntilAsync(store, restarted.Token), Token);

        await own.CrashAndRestartAsync();
        await restarted.CancelAsync();

        List<AppendResult> acknowledged = await writer;
        Assert.NotEmpty(acknowledged);
        List<ArticleVersion> stored = await store.ReadVersionsAsync(new VersionQuery { FromNumber = 2 }, Token)
            .ToListAsync(Token);
        Assert.Equal(
            acknowledged.Select(result => result.Head!.ContentHash), stored.Select(version => version.ContentHash));
    }

    [Fact]
    public async Task A_server_that_was_never_there_is_reported_at_once()
    {
        var fault = await Assert.ThrowsAsync<NpgsqlException>(
            () => PostgreSqlVersionStore.OpenAsync("Host=127.0.0.1;Port=1;Username=nobody", Token));
        Assert.IsType<System.Net.Sockets.SocketException>(fault.InnerException);
    }

    [Fact]
    public async Task An_error_that_does_not_pass_is_thrown_unchanged_and_the_store_still_works()
    {
        string connectionString = await cluster.CreateDatabaseAsync();
        string name = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(connectionString, Token);
        await cluster.ExecuteAsync("ALTER TABLE newsdiff.version RENAME TO hidden", name);

        var fault = await Assert.ThrowsAsync<PostgresException>(
            async () => await store.AppendAsync(Drafts.Of("a", "one"), Token));
        Assert.Equal(PostgresErrorCodes.UndefinedTable, fault.SqlState);

        await cluster.ExecuteAsync("ALTER TABLE newsdiff.hidden RENAME TO version", name);
        Assert.True((await store.AppendAsync(Drafts.Of("a", "one"), Token)).IsAppended);
    }

    [Fact]
    public async Task A_list_with_a_fault_is_not_appended_at_all()
    {
        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(
            await cluster.CreateDatabaseAsync(), Token);

        await Assert.ThrowsAnyAsync<Exception>(
            async () => await store.AppendAllAsync([Drafts.Of("a", "one"), null!], Token));

        Assert.Null(await store.FindLatestAsync("a", Token));
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(
            await cluster.CreateDatabaseAsync(), Token);
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FindLatestAsync("a", Token));
    }

    private static async Task<AppendResult[]> AppendManyAsync(PostgreSqlVersionStore store, int writer, int atOnce)
    {
        List<AppendResult> results = [];
        foreach (VersionDraft[] drafts in
            Enumerable.Range(0, 40).Select(i => Drafts.Of("a", $"writer {writer}, text {i}")).Chunk(atOnce))
        {
            results.AddRange(atOnce == 1
                ? [await store.AppendAsync(drafts[0], Token)]
                : await store.AppendAllAsync(drafts, Token));
        }

        return [.. results];
    }

    private static async Task<List<AppendResult>> AppendUntilAsync(PostgreSqlVersionStore store, CancellationToken end)
    {
        List<AppendResult> results = [];
        do
        {
            results.Add(await store.AppendAsync(Drafts.Of("a", $"text {results.Count}"), Token));
        }
        while (!end.IsCancellationRequested);
        return results;
    }

    private async Task<int> KillAsync(string database, CancellationToken written)
    {
        int rounds = 0;
        do
        {
            await cluster.ExecuteAsync(
                $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'");
            rounds++;
            await Task.Yield();
        }
        while (!written.IsCancellationRequested && rounds < 30);
        return rounds;
    }
}

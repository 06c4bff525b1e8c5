using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsDiff.TestSupport;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>A server that is away for a while is waited for; one that will not come is reported.</summary>
public sealed class PostgreSqlOutageTests(PostgreSqlCluster cluster)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_down_is_waited_for_and_the_log_says_so_once()
    {
        await using PostgreSqlCluster own = await StartAsync();
        var log = new NotedLog();
        await using PostgreSqlVersionStore store = await OpenAsync(await own.CreateDatabaseAsync(), log);
        await AppendAsync(store, 0);

        await own.StopServerAsync();
        Task<AppendResult>[] writes = [.. Enumerable.Range(1, 4).Select(i => AppendAsync(store, i, $"b{i}"))];
        await WaitForAsync(log, entries: 1);
        await own.StartServerAsync();

        Assert.All(await Task.WhenAll(writes), write => Assert.True(write.IsAppended));
        Assert.Equal(2, log.Entries.Count);
        Assert.All(log.Entries, entry => Assert.Equal(LogLevel.Warning, entry.Level));
        Assert.Contains("cannot be used now", log.Entries.First().Text, StringComparison.Ordinal);
        Assert.Contains("can be used again", log.Entries.Last().Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Username", log.Entries.First().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_hands_over_is_waited_for_while_it_is_read()
    {
        await using PostgreSqlCluster own = await StartAsync();
        var log = new NotedLog();
        await using PostgreSqlVersionStore store = await OpenAsync(await own.CreateDatabaseAsync(), log);
        await AppendAsync(store, 0);
        await SetAsync(own, "on");

        // A connection hears of the setting a little later: a write in between is still taken.
        Task<AppendResult> write;
        int taken = 0;
        do
        {
            write = AppendAsync(store, ++taken);
            await Patience.UntilAsync(() => write.IsCompleted || !log.Entries.IsEmpty, Token);
        }
        while (log.Entries.IsEmpty);

        Assert.Equal(taken, (await store.FindLatestAsync("a", Token))!.Number);
        Assert.False(write.IsCompleted);
        Assert.Single(log.Entries);
        await SetAsync(own, "off");

        Assert.Equal(taken + 1, (await write).Head!.Number);
        Assert.Equal(2, log.Entries.Count);
    }

    [Fact]
    public async Task A_server_without_a_free_connection_is_waited_for()
    {
        string database = await cluster.CreateDatabaseAsync();
        await (await OpenAsync(database)).DisposeAsync();
        var account = new NpgsqlConnectionStringBuilder(database);
        account.Username = $"limited_{account.Database}";
        await cluster.ExecuteAsync($"CREATE ROLE {account.Username} LOGIN SUPERUSER");
        await cluster.ExecuteAsync($"ALTER ROLE {account.Username} NOSUPERUSER CONNECTION LIMIT 1");
        await cluster.ExecuteAsync(
            $"GRANT ALL ON SCHEMA newsdiff TO {account.Username}; "
            + $"GRANT ALL ON ALL TABLES IN SCHEMA newsdiff TO {account.Username}",
            account.Database!);
        var log = new NotedLog();
        await using var taken = new NpgsqlConnection($"{account.ConnectionString};Pooling=false");
        await taken.OpenAsync(Token);

        Task<PostgreSqlVersionStore> opening = OpenAsync(account.ConnectionString, log);
        await WaitForAsync(log, entries: 1);
        await taken.CloseAsync();

        await using PostgreSqlVersionStore store = await opening;
        Assert.True((await AppendAsync(store, 0)).IsAppended);
    }

    [Fact]
    public async Task A_host_may_start_before_its_server()
    {
        await using PostgreSqlCluster own = await StartAsync();
        string database = await own.CreateDatabaseAsync();
        await own.StopServerAsync();
        using var log = new NotedLog();
        await using ServiceProvider services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(log)
            .AddPostgreSqlVersionStore(database)
            .BuildServiceProvider();
        PostgreSqlVersionStore store = services.GetRequiredService<PostgreSqlVersionStore>();

        Task<AppendResult> write = AppendAsync(store, 0);
        await WaitForAsync(log, entries: 1);
        await own.StartServerAsync();

        Assert.True((await write).IsAppended);
    }

    [Fact]
    public async Task Waiting_ends_with_the_option_and_with_the_callers_patience()
    {
        await using PostgreSqlCluster own = await StartAsync();
        string database = await own.CreateDatabaseAsync();
        await using PostgreSqlVersionStore patient = await OpenAsync(database);
        await using PostgreSqlVersionStore impatient = await PostgreSqlVersionStore.OpenAsync(
            database, new PostgreSqlStoreOptions { RetryFor = TimeSpan.Zero }, Token);
        await own.StopServerAsync();

        await Assert.ThrowsAnyAsync<NpgsqlException>(() => AppendAsync(impatient, 0));
        using var stop = new CancellationTokenSource();
        Task<AppendResult> write = patient.AppendAsync(Drafts.Of("a", "one"), stop.Token).AsTask();
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => write);
    }

    [Theory]
    [InlineData(PostgresErrorCodes.CannotConnectNow, true)]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.CrashShutdown, true)]
    [InlineData(PostgresErrorCodes.TooManyConnections, true)]
    [InlineData(PostgresErrorCodes.ConnectionFailure, true)]
    [InlineData(PostgresErrorCodes.InvalidPassword, false)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false)]
    [InlineData(PostgresErrorCodes.DiskFull, false)]
    [InlineData(PostgresErrorCodes.QueryCanceled, false)]
    public void Only_a_server_that_will_be_back_is_waited_for(string state, bool isBusy) =>
        Assert.Equal(isBusy, PostgreSqlFaults.IsBusy(new PostgresException("why", "FATAL", "FATAL", state)));

    [Theory]
    [InlineData("Host=a", 16)]
    [InlineData("Host=a;Maximum Pool Size=3", 3)]
    [InlineData("Host=a;MaxPoolSize=40", 40)]
    [InlineData("Host=a;Minimum Pool Size=20", 20)]
    public async Task The_pool_is_bounded_unless_the_connection_string_says_otherwise(string connectionString, int most)
    {
        await using NpgsqlDataSource source = PostgreSqlPool.Create(connectionString);

        Assert.Equal(most, new NpgsqlConnectionStringBuilder(source.ConnectionString).MaxPoolSize);
    }

    private static async Task<PostgreSqlCluster> StartAsync()
    {
        var own = new PostgreSqlCluster();
        await own.InitializeAsync();
        return own;
    }

    private static Task<PostgreSqlVersionStore> OpenAsync(string database, NotedLog? log = null) =>
        PostgreSqlVersionStore.OpenAsync(database, new PostgreSqlStoreOptions { LoggerFactory = log }, Token);

    private static Task<AppendResult> AppendAsync(PostgreSqlVersionStore store, int number, string article = "a") =>
        store.AppendAsync(Drafts.Of(article, $"text {number}"), Token).AsTask();

    private static Task WaitForAsync(NotedLog log, int entries) =>
        Patience.UntilAsync(() => log.Entries.Count >= entries, Token);

    private static async Task SetAsync(PostgreSqlCluster own, string isReadOnly)
    {
        await own.ExecuteAsync($"ALTER SYSTEM SET default_transaction_read_only = {isReadOnly}");
        await own.ExecuteAsync("SELECT pg_reload_conf()");
    }
}

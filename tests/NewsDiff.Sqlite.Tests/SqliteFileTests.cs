using Microsoft.Data.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite.Tests;

/// <summary>What is true of the file itself: which files are refused, and what becomes of faults.</summary>
public sealed class SqliteFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DatabasePath => _folder.File("news.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_of_a_later_version_is_refused_and_left_as_it_is()
    {
        await (await SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token)).DisposeAsync();
        Execute("PRAGMA user_version = 1000");
        byte[] before = await File.ReadAllBytesAsync(DatabasePath, Token);

        var refusal = await Assert.ThrowsAsync<VersionStoreException>(
            () => SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token));

        Assert.Equal((1000, SqliteSchema.Version), (refusal.SchemaVersion, refusal.KnownSchemaVersion));
        Assert.Contains(DatabasePath, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("1000", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Update NewsDiff", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(DatabasePath, Token));
    }

    [Fact]
    public async Task A_list_with_a_fault_is_not_appended_at_all()
    {
        await using SqliteVersionStore store =
            await SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token);

        await Assert.ThrowsAnyAsync<Exception>(
            async () => await store.AppendAllAsync([Drafts.Of("a", "one"), null!], Token));

        Assert.Null(await store.FindLatestAsync("a", Token));
    }

    [Fact]
    public async Task Kinds_and_states_are_read_by_the_names_that_files_hold()
    {
        await (await SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token)).DisposeAsync();
        Execute("""
            INSERT INTO visit (kind, target, url, state, interval, failures, last_status, claim) VALUES
                ('Article', 'a', 'https://news.example/a', 'Vanished', 0, 0, 'Gone', 1),
                ('Feed', 'https://news.example/feed', 'https://news.example/feed', 'Active', 0, 0, 'Fetched', 1)
            """);

        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);
        Visit? article = await store.FindVisitAsync(VisitKind.Article, "a", Token);
        Visit? feed = await store.FindVisitAsync(VisitKind.Feed, "https://news.example/feed", Token);

        Assert.Equal((VisitState.Vanished, FetchStatus.Gone), (article!.State, article.LastStatus));
        Assert.Equal((VisitState.Active, FetchStatus.Fetched), (feed!.State, feed.LastStatus));
    }

    [Fact]
    public async Task A_file_keeps_its_unique_id()
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);
        await using SqliteVersionStore again = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);
        await using SqliteVersionStore other = await SqliteVersionStore.OpenAsync(
            _folder.File("other.db"), cancellationToken: Token);
        Guid id = await store.ReadIdAsync(Token);

        Assert.Equal(id, await again.ReadIdAsync(Token));
        Assert.NotEqual(id, await other.ReadIdAsync(Token));
    }

    [Fact]
    public async Task A_new_file_and_those_beside_it_are_readable_by_their_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes.");
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);
        await store.AppendAsync(Drafts.Of("a", "one"), Token);

        string[] files = Directory.GetFiles(_folder.File(""));
        Assert.Equal(3, files.Length);
        foreach (string path in files)
        {
            UnixFileMode mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
            Assert.True(mode == (UnixFileMode.UserRead | UnixFileMode.UserWrite), $"{path}: {mode}");
        }
    }

    [Fact]
    public async Task A_feed_that_was_once_stored_with_a_password_is_read_without_it()
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);
        Execute("INSERT INTO subscription (url, added_at) VALUES ('https://me:secret@news.example/feed', 0)");

        Subscription feed = Assert.Single(await store.ReadSubscriptionsAsync(Token).ToListAsync(Token));
        Assert.Equal("https://news.example/feed", feed.Url.AbsoluteUri);
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        string text = string.Concat(Enumerable.Repeat("These are notes, no database.\n", 1000));
        await File.WriteAllTextAsync(DatabasePath, text, Token);

        var refusal = await Assert.ThrowsAsync<VersionStoreException>(
            () => SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token));

        Assert.Contains($"'{DatabasePath}' is not a SQLite database", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(text, await File.ReadAllTextAsync(DatabasePath, Token));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        Execute("CREATE TABLE theirs (x)");
        byte[] before = await File.ReadAllBytesAsync(DatabasePath, Token);

        var refusal = await Assert.ThrowsAsync<VersionStoreException>(
            () => SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token));

        Assert.Contains("another program", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(DatabasePath, Token));
    }

    [Theory]
    [InlineData(SqliteDurability.Full, 2)]
    [InlineData(SqliteDurability.Normal, 1)]
    public async Task The_file_is_used_as_promised(SqliteDurability durability, long synchronous)
    {
        using var database = new SqliteDatabase(DatabasePath, new SqliteStoreOptions { Durability = durability });

        Assert.Equal("wal", await FirstAsync(database, "PRAGMA journal_mode", row => row.GetString(0)));
        Assert.Equal(synchronous, await NumberAsync(database, "PRAGMA synchronous"));
        Assert.Equal(1, await NumberAsync(database, "PRAGMA foreign_keys"));
        Assert.Equal(30_000, await NumberAsync(database, "PRAGMA busy_timeout"));
    }

    [Fact]
    public async Task A_full_disk_is_thrown_as_it_is_and_the_store_goes_on()
    {
        using var database = new SqliteDatabase(DatabasePath, options: null);
        await database.WriteAsync(connection => connection.Execute("CREATE TABLE filler (x)"), Token);
        long pages = await NumberAsync(database, "PRAGMA page_count");
        await LimitAsync(database, pages);

        var full = await Assert.ThrowsAsync<SqliteException>(() => FillAsync(database));
        Assert.Equal(13, full.SqliteErrorCode);
        Assert.Equal(0, await NumberAsync(database, "SELECT count(*) FROM filler"));

        await LimitAsync(database, 1_000_000);
        await FillAsync(database);
        Assert.Equal(1, await NumberAsync(database, "SELECT count(*) FROM filler"));
    }

    [Fact]
    public async Task A_writer_in_another_process_is_waited_for_and_does_not_hold_up_readers()
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        using SqliteConnection other = Connect();
        SqliteTransaction theirs = other.BeginTransaction(deferred: false);

        Task<AppendResult> append = store.AppendAsync(Drafts.Of("a", "two"), Token).AsTask();
        Assert.Equal(1, (await store.FindLatestAsync("a", Token))!.Number);
        Assert.False(append.IsCompleted);
        await theirs.DisposeAsync();

        Assert.Equal(2, (await append).Head!.Number);
    }

    [Fact]
    public async Task Waiting_for_another_process_ends_with_the_timeout_and_the_store_goes_on()
    {
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, new SqliteStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(50) }, Token);
        using SqliteConnection other = Connect();
        using (other.BeginTransaction(deferred: false))
        {
            var busy = await Assert.ThrowsAsync<SqliteException>(
                async () => await store.AppendAsync(Drafts.Of("a", "one"), Token));
            Assert.Equal(5, busy.SqliteErrorCode);
        }

        Assert.True((await store.AppendAsync(Drafts.Of("a", "one"), Token)).IsAppended);
    }

    [Fact]
    public async Task A_missing_folder_is_reported_and_not_made()
    {
        await Assert.ThrowsAsync<SqliteException>(
            () => SqliteVersionStore.OpenAsync(_folder.File("missing/news.db"), cancellationToken: Token));
        Assert.False(Directory.Exists(_folder.File("missing")));
    }

    [Fact]
    public async Task A_closed_store_says_so()
    {
        SqliteVersionStore store = await SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token);
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.FindLatestAsync("a", Token));
        Assert.Equal(["news.db"], Directory.GetFiles(Path.GetDirectoryName(DatabasePath)!).Select(Path.GetFileName));
    }

    private static Task<int> FillAsync(SqliteDatabase database) => database.WriteAsync(
        connection => connection.Execute("INSERT INTO filler VALUES (zeroblob(1000000))"), Token);

    /// <summary>Lets the writer's disk hold so many pages.</summary>
    private static async Task LimitAsync(SqliteDatabase database, long pages) => await database.WriteAsync(
        connection => connection.Query($"PRAGMA max_page_count = {pages}", row => row.GetInt64(0)), Token);

    private static Task<long> NumberAsync(SqliteDatabase database, string sql) =>
        FirstAsync(database, sql, row => row.GetInt64(0));

    private static Task<T> FirstAsync<T>(SqliteDatabase database, string sql, Func<SqliteDataReader, T> read) =>
        database.ReadAsync(connection => connection.Query(sql, read)[0], Token);

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False");
        connection.Open();
        return connection;
    }

    private void Execute(string sql)
    {
        using SqliteConnection connection = Connect();
        connection.Execute(sql);
    }
}

using NewsDiff.Events;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite.Tests;

/// <summary>A file that is only read, and one that may not be written.</summary>
public sealed class SqliteReadOnlyTests : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DatabasePath => _folder.File("news.db");

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.File(""), Readable | UnixFileMode.UserWrite);
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task Everything_is_read_while_another_store_writes()
    {
        await using SqliteVersionStore writer = await FillAsync();
        await using SqliteVersionStore reader = await OpenAsync();

        Assert.Equal(2, (await reader.FindLatestAsync("a", Token))!.Number);
        await writer.AppendAsync(Drafts.Of("a", "three"), Token);

        Assert.Equal(3, (await reader.FindLatestAsync("a", Token))!.Number);
        Assert.Equal(3, await reader.ReadEventsAsync(new EventQuery(), Token).CountAsync(Token));
        Assert.Single(await reader.SearchAsync("three", null, Token).ToListAsync(Token));
        Assert.Empty(await reader.VerifyAsync(cancellationToken: Token).ToListAsync(Token));
        Assert.Equal(3, (await reader.CountAsync(Drafts.Noon, Token))["versions"]);
    }

    [Fact]
    public async Task A_file_that_nobody_else_has_open_is_left_as_it_is_with_nothing_beside_it()
    {
        await (await FillAsync()).DisposeAsync();
        byte[] before = await File.ReadAllBytesAsync(DatabasePath, Token);

        await using (SqliteVersionStore reader = await OpenAsync())
        {
            Assert.Equal(2, (await reader.FindLatestAsync("a", Token))!.Number);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(DatabasePath, Token));
        Assert.Equal([DatabasePath], Directory.GetFiles(_folder.File("")));
    }

    [Fact]
    public async Task What_others_write_to_a_file_that_nobody_had_open_is_seen_too()
    {
        await (await FillAsync()).DisposeAsync();
        await using SqliteVersionStore reader = await OpenAsync();
        Assert.Equal(2, (await reader.FindLatestAsync("a", Token))!.Number);

        for (int number = 3; number < 6; number++)
        {
            await using SqliteVersionStore writer = await SqliteVersionStore.OpenAsync(
                DatabasePath, cancellationToken: Token);
            await writer.AppendAsync(Drafts.Of("a", $"text {number}"), Token);
            Assert.Equal(number, (await reader.FindLatestAsync("a", Token))!.Number);
        }

        Assert.Equal(5, (await reader.FindLatestAsync("a", Token))!.Number);
    }

    [Fact]
    public async Task Every_write_is_refused_with_what_to_do()
    {
        await (await FillAsync()).DisposeAsync();
        await using SqliteVersionStore store = await OpenAsync();
        var url = new Uri("https://news.example/feed");
        Func<Task>[] writes =
        [
            () => store.AppendAsync(Drafts.Of("a", "three"), Token).AsTask(),
            () => store.RegisterAsync(
                new ArticleRegistration { Keys = ["k"], Url = url, SeenAt = Drafts.Noon }, Token).AsTask(),
            () => store.MergeAsync("a", "b", Token).AsTask(),
            () => store.AddSubscriptionAsync(new Subscription { Url = url, AddedAt = Drafts.Noon }, Token).AsTask(),
            () => store.SaveVisitAsync(Visit(url), Token).AsTask(),
            () => store.ClaimDueAsync(
                new VisitClaim { Now = Drafts.Noon, Lease = TimeSpan.FromMinutes(1), Limit = 1 }, Token).AsTask(),
            () => store.CommitAsync(new VisitCommit { Visit = Visit(url), At = Drafts.Noon }, Token).AsTask(),
            () => store.ClaimDeliveryAsync("h", Drafts.Noon, TimeSpan.FromMinutes(1), Token).AsTask(),
            () => store.HideAsync(
                new VersionQuery { ArticleId = "a" }, "Why.", "Ann", Drafts.Noon, Token).AsTask(),
        ];

        foreach (Func<Task> write in writes)
        {
            var refusal = await Assert.ThrowsAsync<VersionStoreException>(write);
            Assert.True(refusal.IsReadOnly);
            Assert.Contains("Open it for writing", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(2, (await store.FindLatestAsync("a", Token))!.Number);
    }

    [Fact]
    public async Task A_missing_file_is_not_made_and_one_of_an_earlier_release_is_not_upgraded()
    {
        await Assert.ThrowsAsync<VersionStoreException>(OpenAsync);
        Assert.False(File.Exists(DatabasePath));
        await Assert.ThrowsAsync<ArgumentException>(() => SqliteVersionStore.OpenAsync(
            ":memory:", new SqliteStoreOptions { ReadOnly = true }, Token));

        FormerFile.Create(DatabasePath, FormerFile.Version);
        byte[] before = await File.ReadAllBytesAsync(DatabasePath, Token);
        var refusal = await Assert.ThrowsAsync<VersionStoreException>(OpenAsync);

        Assert.True(refusal.IsReadOnly);
        Assert.Contains("Open it once for writing", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(DatabasePath, Token));
    }

    [Fact]
    public async Task A_file_in_a_folder_that_may_not_be_written_is_read_and_a_write_says_what_to_do()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes.");
        await (await FillAsync()).DisposeAsync();
        Lock();

        await using SqliteVersionStore reader = await OpenAsync();
        Assert.Equal(2, (await reader.FindLatestAsync("a", Token))!.Number);
        if (!Environment.IsPrivilegedProcess)
        {
            // root may write everywhere.
            var refusal = await Assert.ThrowsAsync<VersionStoreException>(
                () => SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token));
            Assert.True(refusal.IsReadOnly);
        }

        // Who may write after all is noticed.
        Unlock();
        await using SqliteVersionStore writer = await SqliteVersionStore.OpenAsync(
            DatabasePath, cancellationToken: Token);
        await writer.AppendAsync(Drafts.Of("a", "three"), Token);
        Assert.Equal(3, (await reader.FindLatestAsync("a", Token))!.Number);
    }

    private static Visit Visit(Uri url) => new()
    {
        Kind = VisitKind.Article,
        Target = "a",
        Url = url,
        DueAt = Drafts.Noon,
    };

    private async Task<SqliteVersionStore> FillAsync()
    {
        SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, new SqliteStoreOptions { Search = true }, Token);
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        await store.AppendAsync(Drafts.Of("a", "two"), Token);
        return store;
    }

    private Task<SqliteVersionStore> OpenAsync() =>
        SqliteVersionStore.OpenAsync(DatabasePath, new SqliteStoreOptions { ReadOnly = true }, Token);

    private void Lock() => SetMode(UnixFileMode.UserRead, Readable);

    private void Unlock() => SetMode(UnixFileMode.UserRead | UnixFileMode.UserWrite, Readable | UnixFileMode.UserWrite);

    private void SetMode(UnixFileMode file, UnixFileMode folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(DatabasePath, file);
            File.SetUnixFileMode(_folder.File(""), folder);
        }
    }
}

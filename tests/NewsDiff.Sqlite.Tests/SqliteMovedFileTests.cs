using Microsoft.Data.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite.Tests;

/// <summary>A file that is not what was opened any more gets no write that is lost in silence.</summary>
public sealed class SqliteMovedFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DatabasePath => _folder.File("news.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("news.db", null)]
    [InlineData("news.db", "former.db")]
    [InlineData("news.db-wal", null)]
    public async Task A_file_that_was_deleted_or_moved_is_noticed_at_the_next_write(string name, string? to)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file that is open cannot be moved.");
        await using SqliteVersionStore store = await FillAsync();
        File.Move(_folder.File(name), _folder.File(to ?? "elsewhere"));

        var fault = await Assert.ThrowsAsync<VersionStoreException>(() => AppendAsync(store));
        await Assert.ThrowsAsync<VersionStoreException>(
            () => store.SaveVisitAsync(Visit(), Token).AsTask());
        await Assert.ThrowsAsync<VersionStoreException>(() => store.HideAsync(
            new VersionQuery { ArticleId = "a" }, "Why.", "Ann", Drafts.Noon, Token).AsTask());

        Assert.True(fault.IsReplaced);
        Assert.Contains(DatabasePath, fault.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File(name)));

        // Nothing was written to the file that is gone: back in its place, it goes on.
        File.Move(_folder.File(to ?? "elsewhere"), _folder.File(name));
        Assert.Equal(2, (await AppendAsync(store)).Head!.Number);
    }

    [Fact]
    public async Task A_file_that_was_replaced_by_another_is_noticed_and_the_other_is_left_as_it_is()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A file that is open cannot be replaced.");
        await using SqliteVersionStore store = await FillAsync();
        await store.BackupAsync(_folder.File("backup.db"), cancellationToken: Token);
        File.Move(_folder.File("backup.db"), DatabasePath, overwrite: true);
        byte[] other = await File.ReadAllBytesAsync(DatabasePath, Token);

        var fault = await Assert.ThrowsAsync<VersionStoreException>(() => AppendAsync(store));

        Assert.True(fault.IsReplaced);
        Assert.Equal(other, await File.ReadAllBytesAsync(DatabasePath, Token));
    }

    [Fact]
    public async Task A_link_that_leads_to_another_file_is_noticed()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege.");
        await (await FillAsync()).DisposeAsync();
        File.Copy(DatabasePath, _folder.File("other.db"));
        string link = _folder.File("link.db");
        File.CreateSymbolicLink(link, DatabasePath);
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(link, cancellationToken: Token);
        await AppendAsync(store);

        File.Delete(link);
        File.CreateSymbolicLink(link, _folder.File("other.db"));

        var fault = await Assert.ThrowsAsync<VersionStoreException>(() => AppendAsync(store, "three"));
        Assert.True(fault.IsReplaced);
    }

    [Fact]
    public async Task A_file_that_a_later_version_upgraded_meanwhile_is_written_no_more()
    {
        await using SqliteVersionStore store = await FillAsync();
        using (var connection = new SqliteConnection($"Data Source={DatabasePath};Pooling=False"))
        {
            connection.Open();
            connection.Execute("PRAGMA user_version = 1000; ALTER TABLE host RENAME TO hosts");
        }

        var fault = await Assert.ThrowsAsync<VersionStoreException>(
            () => store.SaveVisitAsync(Visit(), Token).AsTask());
        var appending = await Assert.ThrowsAsync<VersionStoreException>(() => AppendAsync(store));
        var reading = await Assert.ThrowsAsync<VersionStoreException>(
            async () => await store.ReadVersionsAsync(new VersionQuery { Host = "news.example" }, Token)
                .CountAsync(Token));

        Assert.All(
            new[] { fault, appending, reading },
            refusal => Assert.Equal(1000, refusal.SchemaVersion));
    }

    private static Visit Visit() => new()
    {
        Kind = VisitKind.Article,
        Target = "a",
        Url = new Uri("https://news.example/a"),
        DueAt = Drafts.Noon,
    };

    private static Task<AppendResult> AppendAsync(SqliteVersionStore store, string text = "two") =>
        store.AppendAsync(Drafts.Of("a", text), Token).AsTask();

    private async Task<SqliteVersionStore> FillAsync()
    {
        SqliteVersionStore store = await SqliteVersionStore.OpenAsync(DatabasePath, cancellationToken: Token);
        await store.AppendAsync(Drafts.Of("a", "one"), Token);
        return store;
    }
}

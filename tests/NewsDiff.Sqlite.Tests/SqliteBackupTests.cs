using Microsoft.Data.Sqlite;
using NewsDiff.Events;

namespace NewsDiff.Sqlite.Tests;

/// <summary>Copies of a file that is in use, and their way back.</summary>
public sealed class SqliteBackupTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string DatabasePath => _folder.File("news.db");

    private string BackupPath => _folder.File("backup.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_beside_writers_has_everything_that_was_stored_when_it_began()
    {
        await using SqliteVersionStore store = await OpenAsync(DatabasePath);
        await FillAsync(store, 400);
        using var done = new CancellationTokenSource();
        Task<int> writing = Task.Run(() => AppendUntilAsync(store, done.Token), Token);

        await store.BackupAsync(BackupPath, cancellationToken: Token);
        await done.CancelAsync();

        Assert.True(await writing > 0);
        await using SqliteVersionStore copy = await OpenAsync(BackupPath);
        Assert.Equal(
            Enumerable.Range(1, 400),
            (await copy.ReadVersionsAsync(new VersionQuery { ArticleId = "a" }, Token).ToListAsync(Token))
                .Select(version => version.Number));
        Assert.Empty(await copy.VerifyAsync(cancellationToken: Token).ToListAsync(Token));
        Assert.Equal(await store.ReadIdAsync(Token), await copy.ReadIdAsync(Token));
    }

    [Fact]
    public async Task A_backup_is_one_file_for_its_owner_and_nothing_is_left_beside_it()
    {
        await using (SqliteVersionStore store = await OpenAsync(DatabasePath))
        {
            await FillAsync(store, 3);
            await store.BackupAsync(BackupPath, cancellationToken: Token);
        }

        Assert.Equal(
            ["backup.db", "news.db"],
            Directory.GetFiles(_folder.File("")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(BackupPath));
        }
    }

    [Fact]
    public async Task A_database_in_memory_can_be_saved()
    {
        await using SqliteVersionStore store = await OpenAsync(":memory:");
        await FillAsync(store, 3);

        await store.BackupAsync(BackupPath, cancellationToken: Token);

        await using SqliteVersionStore copy = await OpenAsync(BackupPath);
        Assert.Equal(3, (await copy.FindLatestAsync("a", Token))!.Number);
    }

    [Fact]
    public async Task An_earlier_backup_is_replaced_only_on_demand()
    {
        await using SqliteVersionStore store = await OpenAsync(DatabasePath);
        await FillAsync(store, 1);
        await store.BackupAsync(BackupPath, cancellationToken: Token);
        await FillAsync(store, 2);

        var refusal = await Assert.ThrowsAsync<IOException>(
            () => store.BackupAsync(BackupPath, cancellationToken: Token));
        Assert.Contains(BackupPath, refusal.Message, StringComparison.Ordinal);
        List<double> shares = [];
        await store.BackupAsync(BackupPath, overwrite: true, new Shares(shares.Add), Token);

        await using SqliteVersionStore copy = await OpenAsync(BackupPath);
        Assert.Equal(2, (await copy.FindLatestAsync("a", Token))!.Number);
        Assert.Equal(shares.Order(), shares);
        Assert.Equal(1, shares[^1]);
    }

    [Fact]
    public async Task A_backup_of_a_damaged_database_is_refused_and_the_earlier_one_stays()
    {
        await using SqliteVersionStore store = await OpenAsync(DatabasePath);
        await FillAsync(store, 3);
        await store.BackupAsync(BackupPath, cancellationToken: Token);
        byte[] earlier = await File.ReadAllBytesAsync(BackupPath, Token);
        Execute(DatabasePath, "UPDATE version SET body = x'00' WHERE id & 16777215 = 2");

        var refusal = await Assert.ThrowsAsync<VersionStoreException>(
            () => store.BackupAsync(BackupPath, overwrite: true, cancellationToken: Token));

        Assert.Contains("version 2 of the article 'a'", refusal.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(earlier, await File.ReadAllBytesAsync(BackupPath, Token));
        Assert.Equal(["backup.db"], Directory.GetFiles(_folder.File("")).Select(Path.GetFileName)
            .Where(name => !name!.StartsWith("news.db", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_backup_that_is_cancelled_leaves_nothing()
    {
        await using SqliteVersionStore store = await OpenAsync(DatabasePath);
        await FillAsync(store, 3);
        using var cancelled = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.BackupAsync(
            BackupPath, progress: new Shares(_ => cancelled.Cancel()), cancellationToken: cancelled.Token));

        Assert.All(
            Directory.GetFiles(_folder.File("")),
            file => Assert.StartsWith("news.db", Path.GetFileName(file), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_restored_database_goes_on_and_no_new_event_has_the_id_of_a_lost_one()
    {
        List<Guid> lost;
        await using (SqliteVersionStore store = await OpenAsync(DatabasePath))
        {
            await FillAsync(store, 2);
            await store.BackupAsync(BackupPath, cancellationToken: Token);
            await FillAsync(store, 5);
            lost = await EventsAsync(store).Select(happened => happened.Id).ToListAsync(Token);
        }

        await SqliteVersionStore.RestoreAsync(BackupPath, DatabasePath, overwrite: true, cancellationToken: Token);

        await using SqliteVersionStore restored = await OpenAsync(DatabasePath);
        Assert.Equal(2, (await restored.FindLatestAsync("a", Token))!.Number);
        await restored.AppendAsync(Drafts.Of("a", "Another third text."), Token);
        List<ArticleEvent> events = await EventsAsync(restored).ToListAsync(Token);
        Assert.Equal(lost[..2], events[..2].Select(happened => happened.Id));
        Assert.DoesNotContain(events[2].Id, lost);
        Assert.True(events[2].Cursor > new EventCursor { Sequence = 1_000_000 });
    }

    [Fact]
    public async Task A_database_is_restored_to_a_new_place_and_over_a_file_that_is_no_database_any_more()
    {
        await using (SqliteVersionStore store = await OpenAsync(DatabasePath))
        {
            await FillAsync(store, 2);
            await store.BackupAsync(BackupPath, cancellationToken: Token);
        }

        await File.WriteAllTextAsync(DatabasePath, "rubbish", Token);
        await File.WriteAllTextAsync($"{DatabasePath}-wal", "rubbish", Token);
        await SqliteVersionStore.RestoreAsync(BackupPath, _folder.File("new.db"), cancellationToken: Token);
        await SqliteVersionStore.RestoreAsync(BackupPath, DatabasePath, overwrite: true, cancellationToken: Token);

        foreach (string path in new[] { DatabasePath, _folder.File("new.db") })
        {
            await using SqliteVersionStore store = await OpenAsync(path);
            Assert.Equal(2, (await store.FindLatestAsync("a", Token))!.Number);
        }
    }

    [Fact]
    public async Task What_a_lost_database_left_beside_it_is_not_mixed_into_a_restored_one()
    {
        await using (SqliteVersionStore store = await OpenAsync(DatabasePath))
        {
            await FillAsync(store, 1);
            await store.BackupAsync(BackupPath, cancellationToken: Token);
        }

        await File.WriteAllTextAsync(_folder.File("new.db-wal"), "the log of another file", Token);

        await Assert.ThrowsAsync<IOException>(() => SqliteVersionStore.RestoreAsync(
            BackupPath, _folder.File("new.db"), cancellationToken: Token));
        Assert.False(File.Exists(_folder.File("new.db")));
    }

    [Fact]
    public async Task A_database_that_is_open_is_not_replaced()
    {
        await using SqliteVersionStore store = await OpenAsync(DatabasePath);
        await FillAsync(store, 2);
        await store.BackupAsync(BackupPath, cancellationToken: Token);
        await FillAsync(store, 3);

        var refusal = await Assert.ThrowsAsync<VersionStoreException>(() => SqliteVersionStore.RestoreAsync(
            BackupPath, DatabasePath, overwrite: true, cancellationToken: Token));

        Assert.Contains("is in use", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(4, (await store.AppendAsync(Drafts.Of("a", "more"), Token)).Head!.Number);
    }

    [Fact]
    public async Task A_backup_of_an_earlier_release_is_restored_in_the_present_form()
    {
        FormerFile.Create(BackupPath, FormerFile.Version);
        VersionDraft draft = Drafts.Of("a", "An old text.");
        FormerFile.Append(BackupPath, draft.ApplyTo(null).Head!, 1);

        await SqliteVersionStore.RestoreAsync(BackupPath, DatabasePath, cancellationToken: Token);

        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            DatabasePath, new SqliteStoreOptions { ReadOnly = true }, Token);
        Assert.Equal("An old text.", (await store.FindLatestAsync("a", Token))!.Article.Paragraphs[0].Text);
    }

    [Fact]
    public async Task What_is_no_backup_is_refused_and_the_database_stays()
    {
        await using (SqliteVersionStore store = await OpenAsync(DatabasePath))
        {
            await FillAsync(store, 1);
        }

        await File.WriteAllTextAsync(BackupPath, string.Concat(Enumerable.Repeat("no database\n", 500)), Token);

        await Assert.ThrowsAsync<VersionStoreException>(() => SqliteVersionStore.RestoreAsync(
            BackupPath, DatabasePath, overwrite: true, cancellationToken: Token));
        await Assert.ThrowsAsync<VersionStoreException>(() => SqliteVersionStore.RestoreAsync(
            _folder.File("missing.db"), DatabasePath, overwrite: true, cancellationToken: Token));

        await using SqliteVersionStore still = await OpenAsync(DatabasePath);
        Assert.Equal(1, (await still.FindLatestAsync("a", Token))!.Number);
    }

    private static Task<SqliteVersionStore> OpenAsync(string path) =>
        SqliteVersionStore.OpenAsync(path, cancellationToken: Token);

    private static IAsyncEnumerable<ArticleEvent> EventsAsync(SqliteVersionStore store) =>
        store.ReadEventsAsync(new EventQuery(), Token);

    private static async Task FillAsync(SqliteVersionStore store, int until)
    {
        for (int i = (await store.FindLatestAsync("a", Token))?.Number ?? 0; i < until; i++)
        {
            await store.AppendAsync(Drafts.Of("a", $"The ferry is in state {i}."), Token);
        }
    }

    private static async Task<int> AppendUntilAsync(SqliteVersionStore store, CancellationToken end)
    {
        int count = 0;
        do
        {
            await store.AppendAsync(Drafts.Of($"b{count}", $"Text {count++}."), Token);
        }
        while (!end.IsCancellationRequested);
        return count;
    }

    private static void Execute(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        connection.Execute(sql);
    }

    private sealed class Shares(Action<double> report) : IProgress<double>
    {
        public void Report(double value) => report(value);
    }
}

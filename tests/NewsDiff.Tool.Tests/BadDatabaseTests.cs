using Microsoft.Data.Sqlite;

namespace NewsDiff.Tool.Tests;

/// <summary>Databases that cannot be used: one clear sentence, exit code 2, never a stack trace.</summary>
public sealed class BadDatabaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("list")]
    [InlineData("check")]
    [InlineData("watch")]
    [InlineData("export")]
    [InlineData("feed")]
    [InlineData("serve")]
    [InlineData("show", "3f2a")]
    [InlineData("remove", "3f2a")]
    public async Task A_database_that_is_not_there_is_not_made(params string[] command)
    {
        string path = _folder.File("missing.db");

        ToolResult result = await ToolRun.RunAsync([.. command, "--db", path]);

        Assert.Contains("there is no database", result.Exits(2).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task A_folder_is_refused() => await AssertTroubleAsync("is a folder", Path.GetTempPath());

    [Fact]
    public async Task A_file_that_is_no_database_is_refused() =>
        await AssertTroubleAsync(
            "not a", _folder.Write("notes.txt", string.Concat(Enumerable.Repeat("Not a database. ", 100))));

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        string path = _folder.File("newer.db");
        await using (Sqlite.SqliteVersionStore store =
            await Sqlite.SqliteVersionStore.OpenAsync(path, cancellationToken: TestContext.Current.CancellationToken))
        {
            await store.FindLatestAsync("any", TestContext.Current.CancellationToken);
        }

        Execute(path, "PRAGMA user_version = 999");

        await AssertTroubleAsync("has schema version 999", path);
    }

    [Fact]
    public void A_full_disk_is_named()
    {
        string path = _folder.File("full.db");

        var fault = Assert.Throws<SqliteException>(() => Execute(
            path, "CREATE TABLE t (x)", "PRAGMA max_page_count = 2", "INSERT INTO t VALUES (zeroblob(100000))"));

        Assert.Contains("the disk is full", Fault.Describe(fault, path), StringComparison.Ordinal);
        Assert.Contains(path, Fault.Describe(fault, path), StringComparison.Ordinal);
    }

    [Fact]
    public void A_read_only_database_is_named()
    {
        string path = _folder.File("readonly.db");
        Execute(path, "CREATE TABLE t (x)");

        var fault = Assert.Throws<SqliteException>(
            () => Execute(path, "PRAGMA query_only = true", "INSERT INTO t VALUES (1)"));

        Assert.Contains("is read-only", Fault.Describe(fault, path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postgresql_server_that_is_not_there_is_reported()
    {
        ToolResult result = await ToolRun.RunAsync(
            "list", "--db", "postgresql://reader:secret@127.0.0.1:1/news?Timeout=1");

        Assert.Contains("PostgreSQL", result.Exits(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static async Task AssertTroubleAsync(string message, string database)
    {
        ToolResult result = await ToolRun.RunAsync("list", "--db", database);

        Assert.Contains(message, result.Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(database), result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_whose_address_cannot_be_read_is_removed_by_the_name_that_lists_show()
    {
        string path = _folder.File("news.db");
        await using (Sqlite.SqliteVersionStore store = await Sqlite.SqliteVersionStore.OpenAsync(
            path, cancellationToken: TestContext.Current.CancellationToken))
        {
            await store.AddSubscriptionAsync(
                new() { Url = new Uri("https://news.example/feed"), AddedAt = DateTimeOffset.UnixEpoch },
                TestContext.Current.CancellationToken);
        }

        Execute(path, "UPDATE subscription SET url = 'not an address'");
        string listed = (await ToolRun.RunAsync("list", "--feeds", "--db", path)).Output;
        string name = System.Text.RegularExpressions.Regex.Match(listed, "unreadable:[0-9a-f]+").Value;

        (await ToolRun.RunAsync("remove", name, "--db", path)).Exits(0);

        Assert.DoesNotContain(
            "unreadable:", (await ToolRun.RunAsync("list", "--feeds", "--db", path)).Output, StringComparison.Ordinal);
    }

    private static void Execute(string path, params string[] statements)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        foreach (string statement in statements)
        {
            using SqliteCommand command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own statements.
            command.CommandText = statement;
#pragma warning restore CA2100
            command.ExecuteNonQuery();
        }
    }
}

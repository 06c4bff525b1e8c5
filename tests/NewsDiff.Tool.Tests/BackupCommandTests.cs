using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NewsDiff.Tool.Tests;

/// <summary>Backups, restores, and databases that may only be read.</summary>
public sealed class BackupCommandTests : IDisposable
{
    private static readonly string[][] Readers =
    [
        ["list"], ["show", "URL"], ["export"], ["export", "--changes"], ["feed"], ["log", "URL"], ["status"],
        ["verify"], ["search", "library"],
    ];

    private readonly TemporaryFolder _folder = new();

    private string Shelf => _folder.File("shelf");

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows() && Directory.Exists(Shelf))
        {
            File.SetUnixFileMode(Shelf, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task A_backup_brings_back_what_was_lost()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        string before = (await followed.ReadAsync("export")).Exits(0).Output;
        string copy = _folder.File("copy.db");

        ToolResult saved = await followed.ReadAsync("backup", copy);
        Assert.StartsWith(
            $"Saved {followed.Database} to {copy}: 3 versions, ", saved.Exits(0).Output, StringComparison.Ordinal);
        File.Delete(followed.Database);
        JsonElement restored = (await followed.ReadAsync("restore", copy, "--json")).Exits(0).JsonLines().Single();

        Assert.Equal(
            (copy, followed.Database, 3),
            (restored.GetProperty("backup").GetString(), restored.GetProperty("database").GetString(),
                restored.GetProperty("versions").GetInt32()));
        Assert.Equal(before, (await followed.ReadAsync("export")).Exits(0).Output);
        (await followed.RunAsync("check", "--all")).Exits(0);
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_by_force()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        string copy = _folder.Write("copy.db", "precious");

        Assert.Contains("--force", (await followed.ReadAsync("backup", copy)).Exits(2).Error, StringComparison.Ordinal);
        Assert.Equal("precious", await File.ReadAllTextAsync(copy, TestContext.Current.CancellationToken));
        JsonElement saved = (await followed.ReadAsync("backup", copy, "--force", "--json"))
            .Exits(0).JsonLines().Single();
        Assert.Equal(2, saved.GetProperty("versions").GetInt32());
        Assert.True(saved.GetProperty("bytes").GetInt64() > 0);

        ToolResult refusal = await followed.ReadAsync("restore", copy);
        Assert.Contains("--force", refusal.Exits(2).Error, StringComparison.Ordinal);
        (await followed.ReadAsync("restore", copy, "--force")).Exits(0);
        Assert.Contains(
            "two files",
            (await followed.ReadAsync("backup", followed.Database, "--force")).Exits(2).Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("backup", "pg_dump")]
    [InlineData("restore", "pg_restore")]
    public async Task A_PostgreSQL_database_is_saved_by_its_own_tools(string command, string tool)
    {
        ToolResult result = await ToolRun.RunAsync(
            command, _folder.File("x.db"), "--db", "postgresql://ann:secret@127.0.0.1:1/news");

        Assert.Contains($"'{tool}", result.Exits(2).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_is_shown_in_one_line_that_is_erased()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();

        ToolResult saved = await new ToolRun { IsTerminal = true }.WithAsync(
            "backup", _folder.File("copy.db"), "--db", followed.Database);

        Assert.Contains("Saving… ", saved.Exits(0).Error, StringComparison.Ordinal);
        Assert.EndsWith("\r\e[2K", saved.Error, StringComparison.Ordinal);
        ToolResult verified = await new ToolRun { IsTerminal = true }.WithAsync("verify", "--db", followed.Database);
        Assert.Equal(2, verified.Exits(0).Error.Split("100 %").Length);
    }

    [Fact]
    public async Task Damaged_versions_are_not_in_a_new_search_index_and_that_is_said()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        Execute(followed.Database, "UPDATE version SET body = zeroblob(9) WHERE id & 16777215 = 2");

        ToolResult build = await followed.ReadAsync("search", "--build");

        Assert.Contains(
            "1 damaged version is not in the search index;", build.Exits(0).Error, StringComparison.Ordinal);
        Assert.Contains(
            "Search    1 damaged, not in the index\n",
            (await followed.ReadAsync("status")).Exits(0).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_only_read_is_left_as_it_is()
    {
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        (await followed.ReadAsync("search", "--build")).Exits(0);
        byte[] before = await File.ReadAllBytesAsync(followed.Database, TestContext.Current.CancellationToken);

        foreach (string[] command in Readers)
        {
            (await followed.ReadAsync([.. Named(command, followed), "--read-only"])).Exits(0);
        }

        Assert.Equal(
            before, await File.ReadAllBytesAsync(followed.Database, TestContext.Current.CancellationToken));
        Assert.Equal([followed.Database], Directory.GetFiles(Path.GetDirectoryName(followed.Database)!));
    }

    [Fact]
    public async Task A_database_in_a_folder_that_may_not_be_written_is_read_and_writes_say_what_to_do()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes.");
        await using FollowedSite followed = await FollowedSite.StartChangedAsync();
        (await followed.ReadAsync("search", "--build")).Exits(0);
        PutOnShelf(followed.Database);

        // root may write everywhere, so another account reads then, if it may run the tool here.
        string account = Environment.IsPrivilegedProcess ? "runuser -u nobody -- " : "";
        bool isBound = (await ToolChild.ShellAsync($"cd / && {account}$TOOL \"$@\"", [], ["--version"])).ExitCode == 0;
        account = isBound ? account : "";
        foreach (string[] command in Readers)
        {
            ToolResult read = await ToolChild.ShellAsync(
                $"cd / && {account}$TOOL \"$@\"", [],
                [.. Named(command, followed), "--db", $"{Shelf}/news.db", "--read-only"]);
            Assert.True(read.ExitCode == 0, $"{command[0]}: {read.Error}");
        }

        if (!isBound)
        {
            return;
        }

        ToolResult write = await ToolChild.ShellAsync(
            $"cd / && {account}$TOOL \"$@\"", [], ["prune", "--keep", "1", "--db", $"{Shelf}/news.db"]);
        Assert.Contains("may not be written", write.Exits(2).Error, StringComparison.Ordinal);
        Assert.Contains("read-only", write.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Named(string[] command, FollowedSite followed) =>
        command.Select(word => word == "URL" ? followed.Site.Url("library").AbsoluteUri : word);

    private void PutOnShelf(string database)
    {
        if (!OperatingSystem.IsWindows())
        {
            const UnixFileMode All = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
            const UnixFileMode Enter = All | UnixFileMode.UserExecute | UnixFileMode.GroupExecute
                | UnixFileMode.OtherExecute;
            Directory.CreateDirectory(Shelf);
            File.Copy(database, Path.Combine(Shelf, "news.db"));
            File.SetUnixFileMode(Path.Combine(Shelf, "news.db"), All);
            File.SetUnixFileMode(_folder.File(""), Enter | UnixFileMode.UserWrite);
            File.SetUnixFileMode(Shelf, Enter);
        }
    }

    private static void Execute(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

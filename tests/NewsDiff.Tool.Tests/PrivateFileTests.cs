namespace NewsDiff.Tool.Tests;

/// <summary>Files are readable by their owner only, and no link is written through.</summary>
public sealed class PrivateFileTests : IDisposable
{
    private const UnixFileMode ForOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("run.warc.gz")]
    [InlineData("pages")]
    public async Task Databases_and_records_can_be_read_by_their_owner_only(string record)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes.");
        await using FollowedSite followed = await FollowedSite.StartAsync();

        (await followed.RunAsync("add", followed.Feed, "--record", _folder.File(record))).Exits(0);
        (await followed.RunAsync("check", "--record", _folder.File(record))).Exits(0);

        AssertPrivate([followed.Database, .. Entries(_folder.File(""))]);
    }

    [Fact]
    public async Task A_database_that_others_may_read_stays_so()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("There are no modes.");
            return; // Which the compiler cannot know.
        }

        await using FollowedSite followed = await FollowedSite.StartAsync();
        const UnixFileMode Shared = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead;
        await File.WriteAllBytesAsync(followed.Database, [], TestContext.Current.CancellationToken);
        File.SetUnixFileMode(followed.Database, Shared);

        (await followed.RunAsync("add", followed.Feed)).Exits(0);

        Assert.Equal(Shared, File.GetUnixFileMode(followed.Database));
    }

    [Fact]
    public async Task The_demo_writes_for_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes.");
        string output = _folder.File("new/demo");

        (await ToolRun.RunAsync("demo", "--output", output)).Exits(0);

        AssertPrivate(Entries(_folder.File("")));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".newsdiff-demo")]
    [InlineData("newsdiff.db")]
    [InlineData("index.html")]
    [InlineData("articles")]
    public async Task The_demo_follows_no_link(string link)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege.");
        string output = _folder.File("demo");
        string elsewhere = _folder.File("elsewhere");
        string mine = Path.Combine(elsewhere, "index.html");
        Directory.CreateDirectory(elsewhere);
        await File.WriteAllTextAsync(mine, "Mine", TestContext.Current.CancellationToken);
        if (link.Length > 0)
        {
            Directory.CreateDirectory(output);
            await File.WriteAllTextAsync(
                Path.Combine(output, ".newsdiff-demo"),
                "index.html\narticles/index.html\n",
                TestContext.Current.CancellationToken);
            File.Delete(Path.Combine(output, link));
        }

        _ = link is "" or "articles"
            ? Directory.CreateSymbolicLink(Path.Combine(output, link), elsewhere)
            : File.CreateSymbolicLink(Path.Combine(output, link), mine);

        ToolResult demo = await ToolRun.RunAsync("demo", "--output", output);

        Assert.Contains("is a link", demo.Exits(2).Error, StringComparison.Ordinal);
        Assert.Equal("Mine", await File.ReadAllTextAsync(mine, TestContext.Current.CancellationToken));
        Assert.Equal([mine], Directory.EnumerateFileSystemEntries(elsewhere));
    }

    [Fact]
    public async Task A_broken_link_is_not_written_through()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege.");
        string output = _folder.File("demo");
        (await ToolRun.RunAsync("demo", "--output", output)).Exits(0);
        File.Delete(Path.Combine(output, "changes.rss"));
        File.CreateSymbolicLink(Path.Combine(output, "changes.rss"), _folder.File("new.txt"));

        Assert.Contains(
            "is a link", (await ToolRun.RunAsync("demo", "--output", output)).Exits(2).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("new.txt")));
    }

    [Fact]
    public async Task A_database_behind_a_link_that_leads_nowhere_is_made_only_to_write_to_it_and_for_its_owner()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a privilege.");
        string link = _folder.File("link.db");
        string target = _folder.File("target.db");
        string list = _folder.Write(
            "list.opml", """<opml><body><outline xmlUrl="https://open.example/feed"/></body></opml>""");
        File.CreateSymbolicLink(_folder.File("chain.db"), target);
        File.CreateSymbolicLink(link, _folder.File("chain.db"));
        File.CreateSymbolicLink(_folder.File("circle.db"), _folder.File("circle.db"));

        Assert.Contains(
            "there is no database",
            (await ToolRun.RunAsync("list", "--db", link)).Exits(2).Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "there is no database", (await ToolRun.RunAsync("list", "--db", _folder.File("circle.db"))).Exits(2).Error,
            StringComparison.Ordinal);
        Assert.False(File.Exists(target));

        (await ToolRun.RunAsync("import", list, "--db", link)).Exits(0);
        (await ToolRun.RunAsync("list", "--db", link)).Exits(0);
        AssertPrivate([target, link]);
    }

    [Fact]
    public async Task The_list_of_an_earlier_demo_is_believed_only_of_what_a_demo_writes()
    {
        string output = _folder.File("demo");
        string[] mine =
        [
            _folder.Write("outside.txt", "Mine"), Path.Combine(output, "notes.txt"),
            Path.Combine(output, "photo.html"),
        ];
        Directory.CreateDirectory(output);
        await File.WriteAllTextAsync(mine[1], "Mine", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(mine[2], "Mine", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(output, ".newsdiff-demo"),
            $"../outside.txt\n{mine[0]}\nnotes.txt\narticles/../notes.txt\nphoto.html\n",
            TestContext.Current.CancellationToken);

        (await ToolRun.RunAsync("demo", "--output", output)).Exits(0);

        Assert.All(mine, path => Assert.Equal("Mine", File.ReadAllText(path)));
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Entries(string folder) =>
        Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories);

    private static void AssertPrivate(string[] entries)
    {
        Assert.True(entries.Length > 1);
        foreach (string path in entries)
        {
            UnixFileMode mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);
            Assert.True((mode & ForOthers) == UnixFileMode.None, $"{path}: {mode}");
        }
    }
}

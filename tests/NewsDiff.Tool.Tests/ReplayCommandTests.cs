namespace NewsDiff.Tool.Tests;

public sealed class ReplayCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run.warc.gz")]
    [InlineData("pages")]
    public async Task A_recorded_run_is_repeated_after_the_site_is_gone(string archive)
    {
        string path = _folder.File(archive);
        await using (FollowedSite followed = await FollowedSite.StartAsync())
        {
            (await followed.RunAsync("add", followed.Feed, "--record", path)).Exits(0);
            (await followed.RunAsync("check", "--record", path)).Exits(0);
            followed.ChangeLibrary();
            (await followed.RunAsync("check", "--all", "--record", path)).Exits(0);
        }

        ToolResult replay = await ToolRun.RunAsync(
            "replay", path, "--pages", "--diff", "--db", _folder.File("again.db"));

        Assert.Contains("About [-300-]{+450+} readers", replay.Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal("2 first seen, 1 changed, 1 unchanged.\n", replay.Error);
    }

    [Fact]
    public async Task The_feeds_of_an_archive_are_found_and_followed()
    {
        string path = _folder.File("run.warc");
        await using (FollowedSite followed = await FollowedSite.StartAsync())
        {
            (await followed.RunAsync("add", followed.Feed, "--record", path)).Exits(0);
            (await followed.RunAsync("check", "--record", path)).Exits(0);
        }

        string database = _folder.File("again.db");
        Assert.Equal("2 first seen.\n", (await ToolRun.RunAsync("replay", path, "--db", database)).Exits(0).Error);
        Assert.Equal(2, (await ToolRun.RunAsync("list", "--json", "--db", database)).JsonLines().Count);
    }

    [Fact]
    public async Task Requests_in_search_of_a_feed_are_recorded_too()
    {
        string path = _folder.File("run.warc");
        await using (FollowedSite followed = await FollowedSite.StartAsync())
        {
            followed.Site.MapText("/", NewsPages.Front());
            (await followed.RunAsync("add", followed.Site.BaseUrl.AbsoluteUri, "--record", path)).Exits(0);
        }

        ToolResult replay = await ToolRun.RunAsync("replay", path, "--db", _folder.File("again.db"));

        replay.Exits(0);
        ToolResult feeds = await ToolRun.RunAsync("list", "--feeds", "--db", _folder.File("again.db"));
        Assert.Contains("/feed.xml", feeds.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_archive_is_not_recorded_to_and_nothing_is_checked()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        int asked = followed.Site.Requests.Count;

        ToolResult check = await followed.RunAsync(
            "check", "--all", "--record", _folder.Write("notes.txt", "These are notes."));

        Assert.Contains("not a WARC file (.warc or .warc.gz)", check.Exits(2).Error, StringComparison.Ordinal);
        Assert.Equal(asked, followed.Site.Requests.Count);
    }

    [Fact]
    public async Task What_is_no_archive_is_refused_with_a_reason()
    {
        ToolResult missing = await ToolRun.RunAsync("replay", _folder.File("none.warc"), "--db", _folder.File("x.db"));
        Assert.Contains("there is no file", missing.Exits(2).Error, StringComparison.Ordinal);

        await File.WriteAllTextAsync(
            _folder.File("notes.txt"), "These are notes.", TestContext.Current.CancellationToken);
        ToolResult notes = await ToolRun.RunAsync("replay", _folder.File("notes.txt"), "--db", _folder.File("x.db"));
        Assert.Contains("has no captures", notes.Exits(2).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("x.db")));
    }
}

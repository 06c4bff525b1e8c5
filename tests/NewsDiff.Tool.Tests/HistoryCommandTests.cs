using NewsDiff.TestSupport;

namespace NewsDiff.Tool.Tests;

public sealed class HistoryCommandTests : IDisposable
{
    private static readonly Uri Story = new("https://town.example/library");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_articles_past_becomes_its_versions()
    {
        await using LoopbackArchive archive = await StartAsync();

        ToolResult history = await RunAsync(archive, "--diff");

        Assert.Contains("About [-300-]{+450+} readers", history.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains(
            "2024-05-02T12:00:00", (await ToolRun.RunAsync("export", "--db", _folder.File("news.db"))).Exits(0).Output,
            StringComparison.Ordinal);
        ToolResult again = await RunAsync(archive);
        Assert.Equal("Left out 2 captures that are no newer than the latest version.\n", again.Exits(0).Error);
    }

    [Fact]
    public async Task Captures_are_listed()
    {
        await using LoopbackArchive archive = await StartAsync();

        ToolResult list = await RunAsync(archive, "--list", "--from", "2024-05-02");

        Assert.Equal($"2024-05-02 12:00:00Z  {archive.Captures}20240502120000/{Story}\n", list.Exits(0).Output);
        ToolResult json = await RunAsync(archive, "--list", "--json");
        Assert.Equal(2, json.Exits(0).JsonLines().Count);
        Assert.Equal(Story.AbsoluteUri, json.JsonLines()[0].GetProperty("original").GetString());
        Assert.Contains(
            "no such capture",
            (await RunAsync(archive, "--from", "2025-01-01")).Exits(2).Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "not a date", (await RunAsync(archive, "--from", "tomorrow")).Exits(2).Error, StringComparison.Ordinal);
    }

    private static async Task<LoopbackArchive> StartAsync()
    {
        LoopbackArchive archive = await LoopbackArchive.StartAsync();
        string before = NewsPages.Article("Library to stay open longer");
        archive.Capture("20240501120000", Story, before);
        archive.Capture("20240502120000", Story, before.Replace("300", "450", StringComparison.Ordinal));
        return archive;
    }

    private Task<ToolResult> RunAsync(LoopbackArchive archive, params string[] options) => ToolRun.RunAsync(
        ["history", Story.AbsoluteUri, "--archive", archive.Captures.AbsoluteUri, "--allow-private",
            archive.Site.BaseUrl.Authority,
            "--gap", "0.001s", "--db", _folder.File("news.db"), .. options]);
}

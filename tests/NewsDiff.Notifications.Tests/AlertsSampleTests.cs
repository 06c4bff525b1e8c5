using System.Diagnostics;
using NewsDiff.TestSupport;

namespace NewsDiff.Notifications.Tests;

/// <summary>The sample, run as its README says: from a feed to a post on Mastodon.</summary>
public sealed class AlertsSampleTests : IDisposable
{
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Alerts",
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Alerts.dll");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_that_changes_is_posted()
    {
        await using MastodonServer mastodon = await MastodonServer.StartAsync();
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/ferry", FerryStory.Html);
        site.MapText(
            "/feed",
            $"""
             <rss version="2.0"><channel><title>News</title><link>{site.BaseUrl}</link><description>News</description>
             <item><title>Ferry returns</title><link>{site.Url("/ferry")}</link></item></channel></rss>
             """,
            "application/rss+xml");
        using Process sample = Start(site, mastodon);
        try
        {
            // The second request says that the first one was answered.
            await Patience.UntilAsync(() => sample.HasExited || site.RequestsFor("/ferry").Count > 1, Stop);
            Assert.False(sample.HasExited);
            site.MapText("/ferry", FerryStory.Html.Replace("eleven weeks", "twelve weeks", StringComparison.Ordinal));
            await Patience.UntilAsync(() => mastodon.Posts.Count > 0, Stop);
        }
        finally
        {
            sample.Kill(entireProcessTree: true);
            await sample.WaitForExitAsync(CancellationToken.None);
        }

        Assert.Contains("[eleven → twelve] weeks in dock", $"{mastodon.Posts[0]["status"]}", StringComparison.Ordinal);
    }

    private Process Start(LoopbackSite site, MastodonServer mastodon)
    {
        var start = new ProcessStartInfo("dotnet", [Program])
        {
            WorkingDirectory = Path.GetDirectoryName(_folder.File("news.db")),
        };
        start.Environment["NewsDiff__Feeds__0"] = $"{site.Url("/feed")}";
        start.Environment["NewsDiff__Notifications__Mastodon__0__Name"] = "bot";
        start.Environment["NewsDiff__Notifications__Mastodon__0__Server"] = $"{mastodon.Url}";
        start.Environment["NewsDiff__Notifications__Mastodon__0__Token"] = "token";

        // The site is on this machine, and the test does not wait for a quarter of an hour.
        start.Environment["NewsDiff__Fetch__AllowedPrivateHosts__0"] = site.BaseUrl.Authority;
        start.Environment["NewsDiff__Fetch__MinGap"] = "00:00:00.1";
        start.Environment["NewsDiff__Interval"] = "00:00:01";
        start.Environment["NewsDiff__Tracker__ArticlePolicy__Interval"] = "00:00:01";
        return Process.Start(start)!;
    }
}

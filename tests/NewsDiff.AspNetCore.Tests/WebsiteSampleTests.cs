using System.Diagnostics;
using NewsDiff.TestSupport;

namespace NewsDiff.AspNetCore.Tests;

/// <summary>The sample, run as its README says: from a feed to a page of what changed.</summary>
public sealed class WebsiteSampleTests : IDisposable
{
    private static readonly string Program = Path.Combine(
        AppContext.BaseDirectory, "..", "..", "Website",
        Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Website.dll");

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_page_that_changes_is_on_the_site()
    {
        await using LoopbackSite news = await LoopbackSite.StartAsync();
        news.MapText("/ferry", FerryStory.Html);
        news.MapText(
            "/feed",
            $"""
             <rss version="2.0"><channel><title>News</title><link>{news.BaseUrl}</link><description>News</description>
             <item><title>Ferry returns</title><link>{news.Url("/ferry")}</link></item></channel></rss>
             """,
            "application/rss+xml");
        int port = LoopbackPort.Find();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using Process sample = Start(news, port);
        try
        {
            // The second request says that the first one was answered.
            await Patience.UntilAsync(() => sample.HasExited || news.RequestsFor("/ferry").Count > 1, Stop);
            Assert.False(sample.HasExited);
            news.MapText("/ferry", FerryStory.Html.Replace("eleven weeks", "twelve weeks", StringComparison.Ordinal));
            await Patience.UntilAsync(() => HasChangedAsync(client), Stop);

            Assert.Contains("twelve", await client.GetStringAsync("/", Stop), StringComparison.Ordinal);
            Assert.Contains(
                "/changes/api/events", await client.GetStringAsync("/openapi/v1.json", Stop), StringComparison.Ordinal);
        }
        finally
        {
            sample.Kill(entireProcessTree: true);
            await sample.WaitForExitAsync(CancellationToken.None);
        }
    }

    private static async Task<bool> HasChangedAsync(HttpClient client)
    {
        try
        {
            string events = await client.GetStringAsync("/changes/api/events", Stop);
            return events.Contains("\"Changed\"", StringComparison.Ordinal);
        }
        catch (HttpRequestException early) when (early.HttpRequestError == HttpRequestError.ConnectionError)
        {
            // The tracker starts before the site.
            return false;
        }
    }

    private Process Start(LoopbackSite news, int port)
    {
        var start = new ProcessStartInfo("dotnet", [Program])
        {
            WorkingDirectory = Path.GetDirectoryName(_folder.File("news.db")),
        };
        start.Environment["Urls"] = $"http://127.0.0.1:{port}";
        start.Environment["NewsDiff__Feeds__0"] = $"{news.Url("/feed")}";

        // The site is on this machine, and the test does not wait for a quarter of an hour.
        start.Environment["NewsDiff__Fetch__AllowedPrivateHosts__0"] = news.BaseUrl.Authority;
        start.Environment["NewsDiff__Fetch__MinGap"] = "00:00:00.1";
        start.Environment["NewsDiff__Interval"] = "00:00:01";
        start.Environment["NewsDiff__Tracker__ArticlePolicy__Interval"] = "00:00:01";
        return Process.Start(start)!;
    }
}

using Microsoft.AspNetCore.Http;
using NewsDiff.Fetching;
using NewsDiff.Tracking;

namespace NewsDiff.Archives.Tests;

/// <summary>A tracker that follows a small site for some days while an archive records what the site says.</summary>
internal static class RecordedRun
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Records a run, and stops the site.</summary>
    public static async Task<(InMemoryVersionStore Store, Uri Feed, int Passes)> RecordAsync(IPageArchive archive)
    {
        var clock = new ManualTimeProvider(new DateTimeOffset(2026, 5, 3, 12, 0, 0, 125, TimeSpan.Zero));
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        var options = new HttpFetchOptions { AllowedPrivateHosts = [site.BaseUrl.Authority], MinGap = TimeSpan.Zero };
        using SocketsHttpHandler network = NewsDiffHttp.CreateHandler(options);
        using var handler = new RecordingHandler(archive, network, clock);
        using var client = new HttpClient(handler);
        using var polite = new PoliteClient(client, options, new SitePoliteness(clock), clock);
        using var articles = new HttpArticleFetcher(polite);
        using var feeds = new HttpFeedFetcher(polite);
        var store = new InMemoryVersionStore();
        var tracker = new ArticleTracker(articles, feeds, store, timeProvider: clock);

        Uri feed = site.Url("/feed");
        await store.AddSubscriptionAsync(new Subscription { Url = feed, AddedAt = clock.Now }, Stop);
        site.MapText("/robots.txt", "User-agent: *\nDisallow: /secret", "text/plain");
        site.MapText(
            "/feed", Rss(site, "/first", "/second", "/moved", "/secret/plan", "/paper"), "application/rss+xml");
        site.MapRedirect("/moved", "/landing", 301);
        site.Map("/paper", Answer("%PDF-1.7", "application/pdf"));
        int passes = 0;
        for (int day = 0; day < 6; day++)
        {
            site.Map("/first", Page("First", $"The count stands at {day / 2}."));
            site.Map("/second", day == 5 ? Gone : Page("Second", "Nothing new here."));
            site.Map("/landing", Page("Moved", day < 3 ? "It was here." : "It was there."));
            await tracker.CheckDueAsync(Stop).ToListAsync(Stop);
            passes++;
            clock.Advance(TimeSpan.FromHours(26));
        }

        await handler.FlushAsync(Stop);
        return (store, feed, passes);
    }

    /// <summary>Everything a store holds, as text to compare.</summary>
    public static async Task<string> DescribeAsync(InMemoryVersionStore store)
    {
        IEnumerable<string> versions = (await store.ReadVersionsAsync(new VersionQuery(), Stop).ToListAsync(Stop))
            .OrderBy(version => version.ArticleId, StringComparer.Ordinal).ThenBy(version => version.Number)
            .Select(
                version =>
                    $"{version.ArticleId} {version.Number} {version.SeenAt:O} {version.Article.Url} "
                    + $"{version.ContentHash} {version.PageHash}");
        IEnumerable<string> articles = (await store.ReadArticlesAsync(new ArticleQuery(), Stop).ToListAsync(Stop))
            .Select(article => $"{article.Id} {article.FirstSeenAt:O} {article.Url} {string.Join(' ', article.Keys)}");
        IEnumerable<string> visits = (await store.ReadVisitsAsync(Stop).ToListAsync(Stop)).Select(
            visit => (visit with { Claim = 0 }).ToString());
        return string.Join('\n', [.. versions, .. articles, .. visits]);
    }

    private static string Rss(LoopbackSite site, params string[] paths) =>
        "<rss version=\"2.0\"><channel><title>News</title>"
            + string.Concat(paths.Select(path => $"<item><title>{path}</title><link>{site.Url(path)}</link></item>"))
            + "</channel></rss>";

    private static RequestDelegate Page(string title, string news) => context =>
    {
        string tag = $"\"{title}{news.Length}{news.GetHashCode(StringComparison.Ordinal)}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        string body = string.Concat(Enumerable.Range(1, 5).Select(n =>
            $"<p>The river rose for the {n}. time this week, and the town below the dam was cut off from the road "
            + "for hours.</p>"));
        return Answer(
            $"<!DOCTYPE html><html><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{news} So "
            + $"said the mayor on Sunday.</p>{body}</article></body></html>",
            "text/html; charset=utf-8")(context);
    };

    private static RequestDelegate Answer(string text, string type) => context =>
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(text);
    };

    private static Task Gone(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status410Gone;
        return Task.CompletedTask;
    }
}

using Microsoft.AspNetCore.Http;
using NewsDiff.Fetching;

namespace NewsDiff.Tests.Tracking;

/// <summary>The whole way over a real connection: feed, page, extraction, store, comparison.</summary>
public sealed class LoopbackTrackingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_story_is_followed_over_http_from_first_sight_to_its_end()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        var options = new HttpFetchOptions { AllowedPrivateHosts = [site.BaseUrl.Authority], MinGap = TimeSpan.Zero };
        using var web = new PoliteClient(options, new SitePoliteness());
        using var articles = new HttpArticleFetcher(web);
        using var feeds = new HttpFeedFetcher(web);
        var clock = new ManualTimeProvider();
        var store = new InMemoryVersionStore();
        var tracker = new ArticleTracker(articles, feeds, store, timeProvider: clock);
        site.MapText("/feed", Rss(site.Url("/story?utm_source=rss")), "application/rss+xml");

        List<CheckOutcome> outcomes = [];
        foreach (RequestDelegate page in (RequestDelegate[])[Page("Three"), Page("Three"), Page("Four"), Gone, Gone])
        {
            site.Map("/story", page);
            outcomes.AddRange(
                await tracker.CheckFeedAsync(site.Url("/feed"), Stop)
                    .Where(found => found.ArticleId is not null)
                    .ToListAsync(Stop));
            clock.Advance(outcomes.Count > 3 ? TimeSpan.FromDays(1) : TimeSpan.FromHours(1));
        }

        Assert.Equal(
            [CheckKind.FirstSeen, CheckKind.Unchanged, CheckKind.Changed, CheckKind.Failed, CheckKind.Vanished],
            outcomes.Select(outcome => outcome.Kind));
        Assert.Equal(FetchStatus.NotModified, outcomes[1].Status);
        TextDiff words =
            outcomes[2].Change!.Diff.Paragraphs.Single(change => change.Kind == ParagraphChangeKind.Modified).Words!;
        Assert.Equal("Four", words.NewText[words.Edits.Single(edit => edit.Kind == EditKind.Insert).NewRange].Trim());
    }

    private static string Rss(Uri story) =>
        $"<rss version=\"2.0\"><channel><title>News</title><item><title>Flood</title><link>{story}</link></item></channel></rss>";

    private static RequestDelegate Page(string missing) => context =>
    {
        string tag = $"\"{missing}\"";
        context.Response.Headers.ETag = tag;
        if (context.Request.Headers.IfNoneMatch == tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        string body = string.Concat(Enumerable.Range(1, 6).Select(n =>
            $"<p>The river rose for the {n}. time this week, and the town below the dam was cut off from the road "
            + "for hours.</p>"));
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync($"""
            <!DOCTYPE html>
            <html lang="en"><head><title>Flood in the valley</title></head>
            <body><article><h1>Flood in the valley</h1><p>{missing} people are still missing, the mayor said on Sunday evening.</p>{body}</article></body></html>
            """);
    };

    private static Task Gone(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status410Gone;
        return Task.CompletedTask;
    }
}

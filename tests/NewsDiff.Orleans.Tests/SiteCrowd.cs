using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using NewsDiff.TestSupport;
using NewsDiff.Tracking;

namespace NewsDiff.Orleans.Tests;

/// <summary>Some sites on the loopback interface that note which silo asked when.</summary>
internal sealed class SiteCrowd : IAsyncDisposable
{
    public const int Sites = 16;
    public const int Pages = 8;

    private readonly ConcurrentQueue<SiteRequest> _requests = [];
    private readonly List<LoopbackSite> _sites = [];
    private readonly long _start = Stopwatch.GetTimestamp();

    /// <summary>The requests so far that are over.</summary>
    public SiteRequest[] Requests => [.. _requests];

    /// <summary>The requests for pages so far that are over.</summary>
    public SiteRequest[] PageRequests => [.. _requests.Where(request => request.IsPage)];

    /// <summary>The name of each site.</summary>
    public IEnumerable<string> Names => _sites.Select(site => site.BaseUrl.Authority);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<SiteCrowd> StartAsync()
    {
        var crowd = new SiteCrowd();
        for (int i = 0; i < Sites; i++)
        {
            LoopbackSite site = await LoopbackSite.StartAsync();
            crowd._sites.Add(site);
            crowd.Map(site, "/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n"u8.ToArray());
            for (int page = 0; page < Pages; page++)
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"/{page}");
                crowd.Map(site, path, "text/html; charset=utf-8", FerryStory.Numbered(site.BaseUrl.Port + path));
            }
        }

        return crowd;
    }

    /// <summary>Makes every page an article whose visit is due.</summary>
    public async Task PlanAsync(ITrackerStore store)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        foreach (Uri url in _sites.SelectMany(
            site => Enumerable.Range(0, Pages).Select(page => site.Url($"/{page}"))))
        {
            TrackedArticle article = await ((IArticleCatalog)store).RegisterAsync(
                new ArticleRegistration { Keys = [url.AbsoluteUri], Url = url, SeenAt = now }, Token);
            await store.SaveVisitAsync(
                new Visit { Kind = VisitKind.Article, Target = article.Id, Url = url, DueAt = now }, Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (LoopbackSite site in _sites)
        {
            await site.DisposeAsync();
        }
    }

    private void Map(LoopbackSite site, string path, string type, byte[] body) => site.Map(path, async context =>
    {
        TimeSpan begin = Stopwatch.GetElapsedTime(_start);
        int silo = int.Parse(context.Request.Headers.UserAgent.ToString().Split('/')[1], CultureInfo.InvariantCulture);
        try
        {
            await Task.Delay(50, context.RequestAborted);
            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The silo was killed; its request counts all the same.
        }
        finally
        {
            _requests.Enqueue(new SiteRequest(site.Url(path), silo, begin, Stopwatch.GetElapsedTime(_start)));
        }
    });
}

using System.IO.Compression;
using System.Text;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

/// <summary>A sitemap is followed as a feed is: what is new in it is news, and the rest of the site is not.</summary>
public sealed class SitemapTests : IAsyncLifetime
{
    private readonly InMemoryVersionStore _store = new();
    private readonly ManualTimeProvider _clock = new();
    private LoopbackSite _site = null!;
    private PoliteClient _web = null!;
    private HttpFeedFetcher _feeds = null!;
    private ArticleTracker _tracker = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        var options = new HttpFetchOptions { AllowedPrivateHosts = [_site.BaseUrl.Authority], MinGap = TimeSpan.Zero };
        _web = new PoliteClient(options, new SitePoliteness());
        _feeds = new HttpFeedFetcher(_web);
        _tracker = new ArticleTracker(new ScriptedFetcher(), _feeds, _store, timeProvider: _clock);
    }

    public ValueTask DisposeAsync()
    {
        _feeds.Dispose();
        _web.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task The_news_of_a_sitemap_is_followed_and_the_rest_of_the_site_is_not()
    {
        _site.MapText("/sitemap.xml", Sitemap(("/new", -1), ("/old", -90), ("/undated", null)), "application/xml");

        CheckOutcome outcome = await ReadAsync("/sitemap.xml");

        Assert.Equal((CheckKind.FeedRead, "3 entries, 1 new."), (outcome.Kind, outcome.Reason));
        Assert.Equal(["/new"], await PathsAsync());
        Assert.Equal("3 entries, 0 new.", (await ReadAsync("/sitemap.xml")).Reason);
    }

    [Fact]
    public async Task Of_an_index_the_sitemaps_that_may_hold_news_are_read_packed_or_not()
    {
        _site.MapText("/index.xml", $"""
            <?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
            <sitemap><loc>/news.xml.gz</loc><lastmod>{Day(-1)}</lastmod></sitemap>
            <sitemap><loc>/undated.xml</loc></sitemap>
            <sitemap><loc>/archive-2001.xml</loc><lastmod>{Day(-2000)}</lastmod></sitemap>
            <sitemap><loc>/index.xml</loc><lastmod>{Day(0)}</lastmod></sitemap></sitemapindex>
            """, "application/xml");
        byte[] packed = Pack(Sitemap(("/packed", 0)));
        _site.Map("/news.xml.gz", context => context.Response.Body.WriteAsync(packed, Stop).AsTask());
        _site.MapText("/undated.xml", Sitemap(("/plain", 0)), "text/xml");

        await ReadAsync("/index.xml");

        Assert.Equal(["/packed", "/plain"], (await PathsAsync()).Order(StringComparer.Ordinal));
        Assert.Empty(_site.RequestsFor("/archive-2001.xml"));
        Assert.Equal(2, _site.RequestsFor("/index.xml").Count);
    }

    [Fact]
    public async Task What_is_not_wanted_of_a_sitemap_is_left_out()
    {
        _site.MapText("/sitemap.xml", Sitemap(("/news/a", 0), ("/sport/b", 0)), "application/xml");
        await _store.AddSubscriptionAsync(
            new Subscription
            {
                Url = _site.Url("/sitemap.xml"),
                AddedAt = _clock.Now,
                Filter = new EntryFilter(exclude: ["url:/sport/"]),
            },
            Stop);

        await _tracker.CheckDueAsync(Stop).ToListAsync(Stop);

        Assert.Equal(["/news/a"], await PathsAsync());
    }

    [Fact]
    public async Task A_sitemap_that_is_not_in_order_is_read_as_far_as_it_goes_and_asked_for_again_in_full()
    {
        string broken = Sitemap(("/new?a&b", 0)).Replace("</urlset>", "<url><loc>", StringComparison.Ordinal);
        _site.Map("/sitemap.xml", context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.ContentType = "application/xml";
            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(broken), Stop).AsTask();
        });

        CheckOutcome outcome = await ReadAsync("/sitemap.xml");
        await ReadAsync("/sitemap.xml");

        Assert.Equal((CheckKind.FeedRead, FetchStatus.Fetched), (outcome.Kind, outcome.Status));
        Assert.StartsWith("1 entry, 1 new. The sitemap is damaged: ", outcome.Reason, StringComparison.Ordinal);
        Assert.All(
            _site.RequestsFor("/sitemap.xml"),
            request => Assert.Empty(request.Headers.GetValueOrDefault("If-None-Match", "")));
    }

    [Fact]
    public async Task Of_an_index_the_latest_sitemaps_are_read_wherever_they_stand()
    {
        string Part(int n) => $"<sitemap><loc>/{n}.xml</loc><lastmod>{Day(0)[..11]}{n:00}:00:00Z</lastmod></sitemap>";
        _clock.Advance(TimeSpan.FromDays(1));
        _site.MapText(
            "/index.xml",
            $"<sitemapindex><sitemap><loc>/undated.xml</loc></sitemap>{string.Concat(Enumerable.Range(0, 20).OrderBy(n => n * 7 % 20).Select(Part))}</sitemapindex>",
            "application/xml");

        await ReadAsync("/index.xml");

        Assert.Equal(
            Enumerable.Range(4, 16).Reverse().Select(n => $"/{n}.xml"),
            Enumerable.Range(0, 20)
                .Where(n => _site.RequestsFor($"/{n}.xml").Count > 0)
                .Reverse()
                .Select(n => $"/{n}.xml"));
        Assert.Empty(_site.RequestsFor("/undated.xml"));
    }

    [Fact]
    public async Task An_index_that_stays_the_same_is_read_again_for_what_its_sitemaps_have_gained()
    {
        string[] pages = ["/first"];
        _site.Map("/index.xml", context =>
        {
            context.Response.Headers.ETag = "\"1\"";
            context.Response.ContentType = "application/xml";
            bool isKnown = context.Request.Headers.IfNoneMatch == "\"1\"";
            context.Response.StatusCode = isKnown ? 304 : 200;
            return isKnown ? Task.CompletedTask
                : context.Response.Body.WriteAsync(
                    "<sitemapindex><sitemap><loc>/news.xml</loc></sitemap></sitemapindex>"u8.ToArray(), Stop).AsTask();
        });
        _site.Map("/news.xml", context => context.Response.Body.WriteAsync(
            Encoding.UTF8.GetBytes(Sitemap([.. pages.Select(page => (page, (int?)0))])), Stop).AsTask());
        await ReadAsync("/index.xml");
        pages = ["/first", "/second"];

        await ReadAsync("/index.xml");

        Assert.Equal(["/first", "/second"], (await PathsAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_date_that_cannot_be_yet_makes_nothing_news_nor_an_index_prefer_it()
    {
        _site.MapText("/sitemap.xml", Sitemap(("/soon", 1), ("/next-year", 365)), "application/xml");
        _site.MapText(
            "/index.xml",
            "<sitemapindex>"
            + string.Concat(
                Enumerable.Range(0, 20).Select(
                    n => $"<sitemap><loc>/{n}.xml</loc><lastmod>9999-12-31T23:59:59-12:00</lastmod></sitemap>"))
            + $"<sitemap><loc>/news.xml</loc><lastmod>{Day(0)}</lastmod></sitemap></sitemapindex>",
            "application/xml");

        await ReadAsync("/sitemap.xml");
        await ReadAsync("/index.xml");

        Assert.Equal(["/soon"], await PathsAsync());
        Assert.Single(_site.RequestsFor("/news.xml"));
    }

    [Fact]
    public async Task A_feed_that_an_index_names_is_read()
    {
        _site.MapText(
            "/index.xml",
            "<sitemapindex><sitemap><loc>/rss.xml</loc></sitemap><sitemap><loc>/page</loc></sitemap></sitemapindex>",
            "application/xml");
        _site.MapText(
            "/rss.xml",
            $"<rss><channel><title>News</title><item><link>{_site.Url("/new")}</link></item></channel></rss>",
            "application/rss+xml");
        _site.MapText("/page", "<!DOCTYPE html><title>No sitemap</title>", "text/html");

        CheckOutcome outcome = await ReadAsync("/index.xml");

        Assert.Equal(["/new"], await PathsAsync());
        Assert.StartsWith(
            $"1 entry, 1 new. {_site.Url("/page")} could not be read: ", outcome.Reason, StringComparison.Ordinal);
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private string Day(int offset) =>
        _clock.Now.AddDays(offset).ToString(
            "yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private string Sitemap(params (string Path, int? Days)[] pages) =>
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"
        + string.Concat(pages.Select(page =>
            $"<url><loc>{_site.Url(page.Path)}</loc>{(page.Days is { } days ? $"<lastmod>{Day(days)}</lastmod>" : "")}</url>"))
        + "</urlset>";

    private ValueTask<CheckOutcome> ReadAsync(string path) =>
        _tracker.CheckFeedAsync(_site.Url(path), Stop).FirstAsync(outcome => outcome.ArticleId is null, Stop);

    private async Task<List<string>> PathsAsync() =>
        await _store.ReadArticlesAsync(new ArticleQuery(), Stop)
            .Select(article => article.Url.AbsolutePath)
            .ToListAsync(Stop);
}

using NewsDiff.Fetching;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

/// <summary>
/// Which addresses of a real site become one article: redirects, canonical links, twins, and what must stay apart.
/// </summary>
public sealed class LoopbackIdentityTests : IAsyncLifetime
{
    private readonly InMemoryVersionStore _store = new();
    private readonly ManualTimeProvider _clock = new();
    private LoopbackSite _site = null!;
    private HttpArticleFetcher _articles = null!;
    private PoliteClient _web = null!;
    private HttpFeedFetcher _feeds = null!;
    private ArticleTracker _tracker = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        var options = new HttpFetchOptions { AllowedPrivateHosts = [_site.BaseUrl.Authority], MinGap = TimeSpan.Zero };
        _web = new PoliteClient(options, new SitePoliteness());
        _articles = new HttpArticleFetcher(_web);
        _feeds = new HttpFeedFetcher(_web);
        _tracker = new ArticleTracker(_articles, _feeds, _store, timeProvider: _clock);
    }

    public async ValueTask DisposeAsync()
    {
        _articles.Dispose();
        _feeds.Dispose();
        _web.Dispose();
        await _site.DisposeAsync();
    }

    [Theory]
    [InlineData("<link rel=\"canonical\" href=\"/world/flood-in-the-valley\">")]
    [InlineData("<meta property=\"og:url\" content=\"/world/flood-in-the-valley\">")]
    [InlineData("<link rel=\"canonical\" href=\"/\"><meta property=\"og:url\" content=\"/world/flood-in-the-valley\">")]
    public async Task The_page_and_its_amp_and_print_twins_are_one_article(string head)
    {
        foreach (string path in (string[])[
            "/world/flood-in-the-valley", "/world/flood-in-the-valley/amp", "/print/world/flood-in-the-valley.html",
        ])
        {
            _site.MapText(path, Page("Flood", "flood", head));
        }

        Assert.Equal(
            [CheckKind.FirstSeen, CheckKind.Merged, CheckKind.Merged],
            await CheckAsync(
                "/world/flood-in-the-valley",
                "/world/flood-in-the-valley/amp",
                "/print/world/flood-in-the-valley.html"));
        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData(301, 1)]
    [InlineData(308, 1)]
    [InlineData(302, 2)]
    public async Task A_short_address_is_the_article_when_it_leads_there_for_good(int status, int articles)
    {
        _site.MapText("/world/flood", Page("Flood", "flood"));
        _site.MapRedirect("/s/x7", "/world/flood", status);

        await CheckAsync("/world/flood", "/s/x7");

        Assert.Equal(articles, await CountAsync());
    }

    [Fact]
    public async Task Lost_pages_that_all_lead_to_one_section_stay_apart()
    {
        foreach (string name in (string[])["flood", "fire"])
        {
            _site.MapText($"/world/{name}", Page(name, name));
        }

        await CheckAsync("/world/flood", "/world/fire");
        _site.MapText("/world/", Page("World", "section"));
        _site.MapRedirect("/world/flood", "/world/", 301).MapRedirect("/world/fire", "/world/", 301);
        await CheckAsync("/world/flood", "/world/fire");

        Assert.Equal(2, await CountAsync());
    }

    [Theory]
    [InlineData("<link rel=\"canonical\" href=\"/\">")]
    [InlineData("<link rel=\"canonical\" href=\"/world\">")]
    [InlineData("<link rel=\"canonical\" href=\"/world/landing-page-of-all\">")]
    [InlineData("<link rel=\"canonical\" href=\"https://aggregator.example/world/flood\">")]
    [InlineData("<meta property=\"og:url\" content=\"/world/flood\">")]
    public async Task Stories_with_one_wrong_canonical_address_stay_apart(string head)
    {
        string[] paths = ["/world/flood", "/world/fire", "/world/frost"];
        foreach (string path in paths)
        {
            _site.MapText(path, Page(path, path, head));
        }

        Assert.All(await CheckAsync(paths), kind => Assert.Equal(CheckKind.FirstSeen, kind));
        Assert.All(await CheckAsync(paths), kind => Assert.Equal(CheckKind.Unchanged, kind));
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task The_pages_of_one_article_that_is_spread_over_several_stay_apart()
    {
        const string Head = "<link rel=\"canonical\" href=\"/world/flood\">";
        _site.MapText("/world/flood", Page("Flood", "one", Head)).MapText("/world/flood/2", Page("Flood", "two", Head));

        await CheckAsync("/world/flood", "/world/flood/2");

        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task One_article_from_two_feeds_under_two_addresses_is_read_twice_and_then_once()
    {
        const string Head = "<link rel=\"canonical\" href=\"/world/flood\">";
        _site.MapText("/world/flood", Page("Flood", "flood", Head));
        _site.MapText("/a.xml", Rss("/world/flood?from=a"), "application/rss+xml").MapText(
            "/b.xml", Rss("/world/flood?from=b"), "application/rss+xml");
        foreach (string feed in (string[])["/a.xml", "/b.xml", "/a.xml", "/b.xml"])
        {
            await _tracker.CheckFeedAsync(_site.Url(feed), Stop).ToListAsync(Stop);
        }

        TrackedArticle article = await _store.ReadArticlesAsync(new ArticleQuery(), Stop).SingleAsync(Stop);
        Assert.Equal(2, article.FeedUrls.Length);
        Assert.Equal(2, _site.RequestsFor("/world/flood").Count);

        _clock.Advance(TimeSpan.FromHours(1));
        await _tracker.CheckFeedAsync(_site.Url("/b.xml"), Stop).ToListAsync(Stop);
        Assert.Equal(3, _site.RequestsFor("/world/flood").Count);
    }

    private async Task<List<CheckKind>> CheckAsync(params string[] paths)
    {
        List<CheckKind> kinds = [];
        foreach (string path in paths)
        {
            kinds.Add((await _tracker.CheckArticleAsync(_site.Url(path), Stop)).Kind);
        }

        return kinds;
    }

    private ValueTask<int> CountAsync() => _store.ReadArticlesAsync(new ArticleQuery(), Stop).CountAsync(Stop);

    private string Rss(string link) =>
        $"<rss version=\"2.0\"><channel><title>News</title><item><title>Flood</title><link>{_site.Url(link)}</link></item></channel></rss>";

    private static string Page(string title, string subject, string head = "")
    {
        // Every word carries the subject, so that two subjects share nothing.
        string name = subject.Replace("/", "", StringComparison.Ordinal);
        string body = string.Concat(Enumerable.Range(1, 6).Select(n =>
            $"<p>{string.Join(' ', Enumerable.Range(n * 30, 25).Select(word => $"{name}{word}"))}, as {name} said to "
            + $"{name}.</p>"));
        return $"<!DOCTYPE html><html lang=\"en\"><head><title>{title}</title>{head}</head>"
            + $"<body><article><h1>{title}</h1>{body}</article></body></html>";
    }
}

using NewsDiff.Fetching;

namespace NewsDiff.Tests.Fetching;

/// <summary>Where the feeds of a site are looked for, and how many requests that takes.</summary>
public sealed class FeedFinderTests : IAsyncLifetime
{
    private const string Page =
        "<!DOCTYPE html><html><head><title>Harbour</title></head><body><p>News.</p></body></html>";

    private LoopbackSite _site = null!;
    private PoliteClient _client = null!;
    private FeedFinder _finder = null!;

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        var options = new HttpFetchOptions { AllowedPrivateHosts = ["127.0.0.1"], MinGap = TimeSpan.Zero };
        _client = new PoliteClient(options, new SitePoliteness());
        _finder = new FeedFinder(_client);
    }

    public ValueTask DisposeAsync()
    {
        _finder.Dispose();
        _client.Dispose();
        return _site.DisposeAsync();
    }

    [Fact]
    public async Task A_feed_is_found_where_it_is()
    {
        _site.MapText("/news", FetchingSite.Feed, "application/rss+xml");

        FoundFeed found = Assert.Single((await FindAsync("/news")).Feeds);

        Assert.Equal((FeedPlace.Itself, "/news"), (found.Place, found.Url.AbsolutePath));
        Assert.Equal("Harbour News", found.Result!.Feed!.Title);
    }

    [Fact]
    public async Task A_client_of_the_hosts_own_carries_every_request_and_is_left_to_it()
    {
        _site.MapText("/", Page).MapText("/rss", FetchingSite.Feed, "application/rss+xml");
        var options = new HttpFetchOptions { AllowedPrivateHosts = ["127.0.0.1"], MinGap = TimeSpan.Zero };
        using SocketsHttpHandler network = NewsDiffHttp.CreateHandler(options);
        using var client = new HttpClient(network, disposeHandler: false);
        client.DefaultRequestHeaders.Add("X-Host", "mine");

        using (var polite = new PoliteClient(client, options, new SitePoliteness()))
        using (var finder = new FeedFinder(polite))
        {
            Assert.Single((await finder.FindAsync(_site.BaseUrl, TestContext.Current.CancellationToken)).Feeds);
        }

        Assert.Equal(
            ["/robots.txt", "/", "/feed", "/rss", "/robots.txt"], _site.Requests.Select(request => request.Path));
        Assert.All(_site.Requests, request => Assert.Equal("mine", request.Headers["X-Host"]));
        Assert.NotEmpty(await client.GetStringAsync(_site.Url("/rss"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_a_page_names_is_taken_and_nothing_else_is_asked()
    {
        _site.MapText(
            "/",
            Page.Replace(
                "</head>",
                "<link rel=alternate type=application/atom+xml href=/named></head>",
                StringComparison.Ordinal));

        FoundFeed found = Assert.Single((await FindAsync("/")).Feeds);

        Assert.Equal((FeedPlace.Page, "/named"), (found.Place, found.Url.AbsolutePath));
        Assert.Equal(["/robots.txt", "/"], _site.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task Without_a_name_the_common_places_are_tried_in_order_and_the_sitemaps_of_robots_txt_listed()
    {
        _site.MapText("/about", Page).MapText("/rss.xml", FetchingSite.Feed, "application/rss+xml");
        _site.MapText(
            "/robots.txt",
            "User-agent: *\nDisallow: /rss\nAllow: /rss.xml\n\nsitemap : no\nSitemap: /news.xml\nSITEMAP: "
            + "/news.xml\nSitemap: ftp://x/",
            "text/plain");

        FeedSearchResult search = await FindAsync("/about");

        Assert.Equal(
            [(FeedPlace.CommonPlace, "/rss.xml"), (FeedPlace.Robots, "/news.xml")],
            search.Feeds.Select(found => (found.Place, found.Url.AbsolutePath)));
        Assert.Equal(
            ["/about", "/feed", "/feed.xml", "/rss.xml"],
            _site.Requests.Select(request => request.Path).Where(path => path != "/robots.txt"));
    }

    [Fact]
    public async Task A_site_without_feeds_is_asked_a_bounded_number_of_times()
    {
        _site.MapText("/", Page);

        Assert.Empty((await FindAsync("/")).Feeds);
        Assert.True(_site.Requests.Count <= FeedFinder.CommonPlaces.Length + 3);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    public async Task Where_no_page_answers_nothing_is_guessed(int status)
    {
        _site.MapStatus("/", status);

        FeedSearchResult search = await FindAsync("/");

        Assert.Empty(search.Feeds);
        Assert.NotNull(search.Answer.Reason);
        Assert.Equal(["/robots.txt", "/"], _site.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_site_that_asks_to_be_left_alone_is_left_alone()
    {
        _site.MapText("/", Page).MapStatus("/feed", 429);

        await FindAsync("/");

        Assert.DoesNotContain(_site.Requests, request => request.Path == "/rss");
    }

    private Task<FeedSearchResult> FindAsync(string path) =>
        _finder.FindAsync(_site.Url(path), TestContext.Current.CancellationToken);
}

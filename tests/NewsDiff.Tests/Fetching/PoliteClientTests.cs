using System.Text;
using Microsoft.Extensions.Logging;
using NewsDiff.Feeds;
using NewsDiff.Fetching;

namespace NewsDiff.Tests.Fetching;

/// <summary>What a host gets with the library's own client, by the rules of the site.</summary>
public sealed class PoliteClientTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_gets_the_bytes_of_any_address()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/data.json", "[1]", "application/json");
        using PoliteClient client = Open(site);

        PoliteResponse response = await client.GetAsync(site.Url("/data.json"), "application/json", Stop);

        Assert.Equal(
            (FetchStatus.Fetched, 200, "[1]"),
            (response.Status, response.HttpStatusCode, Encoding.UTF8.GetString(response.Body.Span)));
        Assert.Equal(
            "application/json", site.Requests.Single(request => request.Path == "/data.json").Headers["Accept"]);
    }

    [Fact]
    public async Task An_address_that_robots_txt_forbids_is_not_requested()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/robots.txt", "User-agent: *\nDisallow: /data", "text/plain").MapText(
            "/data.json", "[1]", "application/json");
        using PoliteClient client = Open(site);

        PoliteResponse response = await client.GetAsync(site.Url("/data.json"), cancellationToken: Stop);

        Assert.Equal(FetchStatus.DisallowedByRobots, response.Status);
        Assert.NotNull(response.Reason);
        Assert.Equal(["/robots.txt"], site.Requests.Select(request => request.Path));
    }

    [Fact]
    public async Task A_private_address_is_refused()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        using var client = new PoliteClient(politeness: new SitePoliteness());

        PoliteResponse response = await client.GetAsync(site.Url("/data.json"), cancellationToken: Stop);

        Assert.Equal(FetchStatus.Refused, response.Status);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_forgotten_robots_txt_is_requested_again()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/data.json", "[1]", "application/json");
        var politeness = new SitePoliteness();
        using PoliteClient client = Open(site, politeness);
        await client.GetAsync(site.Url("/data.json"), cancellationToken: Stop);
        await client.GetAsync(site.Url("/data.json"), cancellationToken: Stop);
        int before = site.Requests.Count(request => request.Path == "/robots.txt");

        politeness.ForgetRobots();
        await client.GetAsync(site.Url("/data.json"), cancellationToken: Stop);

        Assert.Equal((1, 2), (before, site.Requests.Count(request => request.Path == "/robots.txt")));
    }

    [Fact]
    public async Task Fetchers_leave_a_client_that_they_share_open()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/ferry", FetchingSite.Story).MapText("/feed", FetchingSite.Feed, "application/rss+xml");
        using PoliteClient client = Open(site);

        using (var articles = new HttpArticleFetcher(client))
        using (var feeds = new HttpFeedFetcher(client))
        using (var finder = new FeedFinder(client))
        {
            Assert.Equal(
                FetchStatus.Fetched, (await articles.FetchAsync(FetchRequest.For(site.Url("/ferry")), Stop)).Status);
            Assert.Equal(
                FetchStatus.Fetched, (await feeds.FetchAsync(FeedRequest.For(site.Url("/feed")), Stop)).Status);
            Assert.Single((await finder.FindAsync(site.Url("/feed"), Stop)).Feeds);
        }

        Assert.Equal(FetchStatus.Fetched, (await client.GetAsync(site.Url("/ferry"), cancellationToken: Stop)).Status);
        Assert.Single(site.Requests, request => request.Path == "/robots.txt");
    }

    [Fact]
    public async Task Whoever_made_a_client_closes_it()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        HttpFetchOptions options = Options(site) with { RespectRobots = false };
        var client = new PoliteClient(options);
        var articles = new HttpArticleFetcher(options);
        var feeds = new HttpFeedFetcher(options);
        var finder = new FeedFinder(options);
        client.Dispose();
        articles.Dispose();
        feeds.Dispose();
        finder.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => client.GetAsync(site.BaseUrl, cancellationToken: Stop));
        await Assert.ThrowsAsync<ObjectDisposedException>(
            () => articles.FetchAsync(FetchRequest.For(site.BaseUrl), Stop));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => feeds.FetchAsync(FeedRequest.For(site.BaseUrl), Stop));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => finder.FindAsync(site.BaseUrl, Stop));
    }

    [Fact]
    public async Task A_client_of_the_host_stays_open()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/ferry", FetchingSite.Story).MapText("/feed", FetchingSite.Feed, "application/rss+xml");
        using var http = new HttpClient(NewsDiffHttp.CreateHandler(Options(site)));

        new PoliteClient(http, Options(site)).Dispose();
        new HttpArticleFetcher(http, Options(site)).Dispose();
        new HttpFeedFetcher(http, Options(site)).Dispose();

        Assert.NotEmpty(await http.GetStringAsync(site.Url("/ferry"), Stop));
    }

    [Fact]
    public async Task Each_fetcher_writes_to_a_log_of_its_own_name()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/ferry", FetchingSite.Story).MapText("/feed", FetchingSite.Feed, "application/rss+xml");
        using var loggers = new NotedLoggers();
        using var client = new PoliteClient(Options(site), new SitePoliteness(), loggers: loggers);
        using var articles = new HttpArticleFetcher(client);
        using var feeds = new HttpFeedFetcher(client);

        await articles.FetchAsync(FetchRequest.For(site.Url("/ferry")), Stop);
        await feeds.FetchAsync(FeedRequest.For(site.Url("/feed")), Stop);

        Assert.Equal(
            [typeof(HttpArticleFetcher).FullName!, typeof(HttpFeedFetcher).FullName!],
            loggers.Written);
    }

    private static HttpFetchOptions Options(LoopbackSite site) =>
        new() { AllowedPrivateHosts = [site.BaseUrl.Authority], MinGap = TimeSpan.Zero };

    private static PoliteClient Open(LoopbackSite site, SitePoliteness? politeness = null) =>
        new(Options(site), politeness ?? new SitePoliteness());

    /// <summary>Notes the name of the log with every line that is written.</summary>
    private sealed class NotedLoggers : ILoggerFactory
    {
        public List<string> Written { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Noted(categoryName, Written);

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        private sealed class Noted(string name, List<string> written) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception,
                Func<TState, Exception?, string> formatter) => written.Add(name);
        }
    }
}

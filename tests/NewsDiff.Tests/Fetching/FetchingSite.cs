using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.TestSupport;

namespace NewsDiff.Tests.Fetching;

/// <summary>
/// A site on the loopback interface with fetchers that may reach it and do not wait between requests.
/// </summary>
internal sealed class FetchingSite : IAsyncDisposable
{
    public const string Story = FerryStory.Html;

    public const string Feed = """
        <?xml version="1.0" encoding="utf-8"?>
        <rss version="2.0"><channel><title>Harbour News</title><link>/</link>
        <item><title>Ferry returns</title><link>/ferry</link><guid isPermaLink="false">f-1</guid></item>
        </channel></rss>
        """;

    private readonly PoliteClient _client;

    private FetchingSite(
        LoopbackSite site,
        HttpFetchOptions options,
        TimeProvider? clock,
        TimeProvider? politenessClock)
    {
        Site = site;
        Politeness = new SitePoliteness(politenessClock ?? clock);
        _client = new PoliteClient(options, Politeness, clock);
        Articles = new HttpArticleFetcher(_client);
        Feeds = new HttpFeedFetcher(_client);
    }

    public LoopbackSite Site { get; }

    public SitePoliteness Politeness { get; }

    public HttpArticleFetcher Articles { get; }

    public HttpFeedFetcher Feeds { get; }

    public static async Task<FetchingSite> StartAsync(
        Func<HttpFetchOptions, HttpFetchOptions>? change = null, TimeProvider? clock = null,
        TimeProvider? politenessClock = null)
    {
        var options = new HttpFetchOptions { AllowedPrivateHosts = ["127.0.0.1"], MinGap = TimeSpan.Zero };
        return new FetchingSite(
            await LoopbackSite.StartAsync(), change?.Invoke(options) ?? options, clock, politenessClock);
    }

    public Task<FetchResult> FetchAsync(string path, FetchValidators? validators = null) =>
        Articles.FetchAsync(
            new FetchRequest { Url = Site.Url(path), Validators = validators }, TestContext.Current.CancellationToken);

    public Task<FeedResult> FetchFeedAsync(string path, FetchValidators? validators = null) =>
        Feeds.FetchAsync(
            new FeedRequest { Url = Site.Url(path), Validators = validators }, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Articles.Dispose();
        Feeds.Dispose();
        _client.Dispose();
        await Site.DisposeAsync();
    }
}

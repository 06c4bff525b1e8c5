using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Identity;
using NewsDiff.TestSupport.Faults;
using NewsDiff.Tracking;

namespace NewsDiff.TestSupport.Scenarios;

/// <summary>
/// Everything a scenario needs: a network with one site, fetchers and a tracker on it, and a clock that stands still.
/// </summary>
public sealed class ScenarioStage : IAsyncDisposable
{
    /// <summary>The name of the site that is always there.</summary>
    public const string Host = "news.example";

    /// <summary>A page with an article.</summary>
    public const string Story = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><title>Lighthouse lamp is lit again</title></head>
        <body><main><article>
        <h1>Lighthouse lamp is lit again</h1>
        <p>The lamp of the old lighthouse was lit on Friday for the first time since the storm of last winter took its lantern room.</p>
        <p>Volunteers had raised most of the money by selling pieces of the broken lens, which visitors took home as keepsakes.</p>
        <p>The harbour board said that the light would burn every night from now on, though no ship depends on it any more.</p>
        </article></main></body></html>
        """;

    private readonly List<IDisposable> _fetchers = [];

    /// <summary>Sets the stage.</summary>
    public ScenarioStage()
    {
        Site = Network.Open(Host);
        Site.On("/story", 200, Story, Html);
    }

    /// <summary>The header of a page.</summary>
    public static string Html => "Content-Type: text/html; charset=utf-8";

    /// <summary>The network.</summary>
    public FaultNetwork Network { get; } = new();

    /// <summary>The site that is always there, with an article at <c>/story</c>.</summary>
    public FaultSite Site { get; }

    /// <summary>The clock of everything.</summary>
    public ManualTimeProvider Clock { get; } = new();

    /// <summary>The options; to be changed before the first fetch.</summary>
    public HttpFetchOptions Options
    {
        get;
        set;
    } = new() { Contact = "https://bot.example/about", MinGap = TimeSpan.Zero };

    /// <summary>Whether the certificates of sites are taken as they are.</summary>
    public bool TrustsAll { get; set; }

    /// <summary>Where versions and visits are kept.</summary>
    public InMemoryVersionStore Store { get; } = new();

    /// <summary>The knowledge of all sites: turns, gaps and holds.</summary>
    public SitePoliteness Politeness => field ??= new SitePoliteness(Clock, new Random(1));

    private PoliteClient Web => field ??= Keep(new PoliteClient(Client(), Options, Politeness, Clock));

    /// <summary>The fetcher of articles.</summary>
    public HttpArticleFetcher Articles => field ??= Keep(new HttpArticleFetcher(Web));

    /// <summary>The fetcher of feeds.</summary>
    public HttpFeedFetcher Feeds => field ??= Keep(new HttpFeedFetcher(Web));

    /// <summary>A tracker over the fetchers and the store.</summary>
    public ArticleTracker Tracker => field ??= CreateTracker(Clock);

    /// <summary>An address of the site.</summary>
    public static Uri Url(string path) => new($"http://{Host}{path}");

    /// <summary>Makes another tracker, as after a restart.</summary>
    public ArticleTracker CreateTracker(TimeProvider clock) =>
        new(Articles, Feeds, Store, new TrackerOptions { Politeness = Politeness }, clock);

    /// <summary>Fetches an article.</summary>
    public Task<FetchResult> FetchAsync(string url, FetchValidators? validators = null) =>
        Articles.FetchAsync(new FetchRequest { Url = new Uri(Url("/"), url), Validators = validators });

    /// <summary>Fetches a feed.</summary>
    public Task<FeedResult> FetchFeedAsync(string url) =>
        Feeds.FetchAsync(new FeedRequest { Url = new Uri(Url("/"), url) });

    /// <summary>Visits the story now, as a plan does: what is known is asked only whether it has changed.</summary>
    public async Task<CheckOutcome> CheckAsync(string path = "/story")
    {
        string id = ArticleRegistration.ComputeId(ArticleKeys.Compute(Url(path))[0]);
        return await Store.FindVisitAsync(VisitKind.Article, id) is { DueAt: not null } known
            ? await Tracker.VisitAsync(known)
            : await Tracker.CheckArticleAsync(Url(path));
    }

    /// <summary>Lets time pass until the story is due, and checks it.</summary>
    public async Task<CheckOutcome> CheckWhenDueAsync(string path = "/story")
    {
        Visit visit = await VisitAsync(path);
        Clock.Advance(Later(visit.DueAt!.Value - Clock.Now, TimeSpan.Zero));
        return await CheckAsync(path);
    }

    /// <summary>The state of the story's visits.</summary>
    public async Task<Visit> VisitAsync(string path = "/story")
    {
        TrackedArticle article = await Store.ReadArticlesAsync(new ArticleQuery()).FirstAsync(
            article => article.Url == Url(path));
        return (await Store.FindVisitAsync(VisitKind.Article, article.Id))!;
    }

    /// <summary>Follows a feed of the site.</summary>
    public async Task FollowAsync(string path = "/feed") =>
        await Store.AddSubscriptionAsync(new Subscription { Url = Url(path), AddedAt = Clock.Now });

    /// <summary>The state of a feed's visits.</summary>
    public async Task<Visit> FeedVisitAsync(string path = "/feed") =>
        (await Store.FindVisitAsync(VisitKind.Feed, Url(path).AbsoluteUri))!;

    /// <summary>How many versions are kept.</summary>
    public async Task<int> VersionsAsync() => await Store.ReadVersionsAsync(new VersionQuery()).CountAsync();

    /// <summary>A feed that announces nothing.</summary>
    public static string Feed(string more = "") =>
        $"<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><title>Harbour</title>{more}</channel></rss>";

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _fetchers.ForEach(fetcher => fetcher.Dispose());
        await Network.DisposeAsync();
    }

    private static TimeSpan Later(TimeSpan left, TimeSpan right) => left > right ? left : right;

    private HttpClient Client() => Keep(Network.CreateClient(Options, TrustsAll));

    private T Keep<T>(T fetcher)
        where T : IDisposable
    {
        _fetchers.Add(fetcher);
        return fetcher;
    }
}

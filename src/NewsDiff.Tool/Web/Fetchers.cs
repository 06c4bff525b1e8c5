using NewsDiff.Archives.Mementos;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Web;

/// <summary>The commands' way to the web: two fetchers that share their politeness.</summary>
internal sealed class Fetchers : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly WebSettings _settings;
    private readonly MementoFetcher _articles;
    private readonly HttpFeedFetcher _feeds;
    private readonly FeedFinder _finder;
    private readonly GuardedClient? _own;

    /// <summary>Makes fetchers with a client of their own.</summary>
    internal Fetchers(WebSettings settings, TimeProvider clock)
        : this(new GuardedClient(settings.Fetch, clock), settings, clock) => _own = Client;

    /// <summary>Makes fetchers with a given client, which is not disposed.</summary>
    internal Fetchers(GuardedClient client, WebSettings settings, TimeProvider clock)
    {
        _settings = settings;
        _clock = clock;
        Client = client;
        _articles = new MementoFetcher(client.Polite, settings.Extractor);
        _feeds = new HttpFeedFetcher(client.Polite);
        _finder = new FeedFinder(client.Polite);
    }

    /// <summary>The fetchers' HTTP client.</summary>
    internal GuardedClient Client { get; }

    internal IArticleFetcher Articles => _articles;

    internal IFeedFetcher Feeds => _feeds;

    internal FeedFinder Finder => _finder;

    public void Dispose()
    {
        _articles.Dispose();
        _feeds.Dispose();
        _finder.Dispose();
        _own?.Dispose();
    }

    internal ArticleTracker CreateTracker(NewsStore store) => CreateTracker(store, _articles);

    internal ArticleTracker CreateTracker(NewsStore store, IArticleFetcher articles)
    {
        TrackerOptions options = _settings.Tracker with
        {
            Catalog = store.Articles,
            Visits = store.Visits,
            Subscriptions = store.Feeds,
            Politeness = Client.Politeness,
        };
        return new ArticleTracker(articles, _feeds, store.Versions, options, _clock);
    }
}

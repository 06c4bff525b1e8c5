using NewsDiff.Archives.Mementos;
using NewsDiff.Extraction;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Web;

/// <summary>The commands' way to the web: two fetchers that are polite together.</summary>
internal sealed class Fetchers : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly HostPoliteness _politeness;
    private readonly MementoFetcher _articles;
    private readonly HttpFeedFetcher _feeds;
    private readonly FeedFinder _finder;
    private readonly GuardedClient? _own;

    internal Fetchers(
        HttpFetchOptions options,
        TimeProvider clock,
        IArticleExtractor? extractor = null,
        GuardedClient? client = null)
    {
        _clock = clock;
        _politeness = new HostPoliteness(clock);
        _own = client is null ? new GuardedClient(options) : null;
        Client = client ?? _own!;
        _articles = new MementoFetcher(Client.Http, options, extractor, _politeness, clock);
        _feeds = new HttpFeedFetcher(Client.Http, options, _politeness, clock);
        _finder = new FeedFinder(Client.Http, options, _politeness, clock);
    }

    /// <summary>Their HTTP client.</summary>
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
        var options = new TrackerOptions
        {
            Catalog = store.Articles,
            Visits = store.Visits,
            Subscriptions = store.Feeds,
            Politeness = _politeness,
        };
        return new ArticleTracker(articles, _feeds, store.Versions, options, _clock);
    }
}

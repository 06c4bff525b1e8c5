using NewsDiff.Archives.Mementos;
using NewsDiff.Extraction;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Web;

/// <summary>What the commands visit the web with: both fetchers, polite together.</summary>
internal sealed class Fetchers : IDisposable
{
    private readonly TimeProvider _clock;
    private readonly MementoFetcher _articles;
    private readonly HttpFeedFetcher _feeds;

    internal Fetchers(HttpFetchOptions options, TimeProvider clock, IArticleExtractor? extractor = null, HttpClient? client = null)
    {
        _clock = clock;
        var politeness = new HostPoliteness(clock);
        _articles = new MementoFetcher(client, options, extractor, politeness, clock);
        _feeds = client is null
            ? new HttpFeedFetcher(options, politeness, clock)
            : new HttpFeedFetcher(client, options, politeness, clock);
    }

    internal IArticleFetcher Articles => _articles;

    internal IFeedFetcher Feeds => _feeds;

    public void Dispose()
    {
        _articles.Dispose();
        _feeds.Dispose();
    }

    internal ArticleTracker CreateTracker(NewsStore store) => CreateTracker(store, _articles);

    internal ArticleTracker CreateTracker(NewsStore store, IArticleFetcher articles)
    {
        var options = new TrackerOptions { Catalog = store.Articles, Visits = store.Visits, Subscriptions = store.Feeds };
        return new ArticleTracker(articles, _feeds, store.Versions, options, _clock);
    }
}

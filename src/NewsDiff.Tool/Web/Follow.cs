using NewsDiff.Feeds;
using NewsDiff.Identity;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Web;

/// <summary>Starts to follow a feed or article that was fetched.</summary>
internal sealed class Follow
{
    private readonly NewsStore _store;
    private readonly Fetchers _web;
    private readonly TimeProvider _clock;

    internal Follow(NewsStore store, Fetchers web, TimeProvider clock)
    {
        _store = store;
        _web = web;
        _clock = clock;
    }

    /// <summary>The name of the source; null for the host name.</summary>
    internal string? Source { get; init; }

    /// <summary>The filter of a feed's entries; null for all entries.</summary>
    internal EntryFilter? Filter { get; init; }

    internal async Task FeedAsync(Uri url, string? title, FollowReport report, CancellationToken stop)
    {
        var subscription = new Subscription
        {
            Url = url,
            AddedAt = _clock.GetUtcNow(),
            Title = title,
            Source = Source,
            Filter = Filter,
        };
        FollowedFeeds feeds = await FollowedFeeds.ReadAsync(_store, stop).ConfigureAwait(false);
        bool isNew = await feeds.AddAsync(subscription, stop).ConfigureAwait(false);
        await report.WriteFeedAsync(isNew, url, title).ConfigureAwait(false);
    }

    internal async Task ArticleAsync(Uri url, FetchResult page, FollowReport report, CancellationToken stop)
    {
        var registration = new ArticleRegistration
        {
            Keys = ArticleKeys.Compute(url),
            Url = url,
            SeenAt = _clock.GetUtcNow(),
            Source = Source ?? url.IdnHost,
        };
        bool isNew = !await IsFollowedAsync(registration, stop).ConfigureAwait(false);
        await _store.Articles.RegisterAsync(registration, stop).ConfigureAwait(false);
        ArticleTracker tracker = _web.CreateTracker(_store, new AlreadyFetched(page));
        await tracker.CheckArticleAsync(url, stop).ConfigureAwait(false);
        await report.WriteAsync(
            isNew ? "article-added" : "article-known",
            url,
            page.Article?.Title,
            isNew ? "Following the article" : "Already following the article").ConfigureAwait(false);
    }

    /// <summary>Whether the article is followed now.</summary>
    private async Task<bool> IsFollowedAsync(ArticleRegistration registration, CancellationToken stop)
    {
        TrackedArticle? known = await _store.Articles.FindByKeyAsync(registration.Keys[0], stop).ConfigureAwait(false);
        Visit? visit = known is null
            ? null
            : await _store.Visits.FindVisitAsync(VisitKind.Article, known.Id, stop).ConfigureAwait(false);
        return known is not null && visit?.State != VisitState.Removed;
    }
}

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
        await (await ResumeAsync(VisitKind.Feed, url.AbsoluteUri, stop).ConfigureAwait(false)
            ? report.WriteAsync("feed-resumed", url, title, "Resumed the feed")
            : report.WriteFeedAsync(isNew, url, title)).ConfigureAwait(false);
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
        TrackedArticle article = await _store.Articles.RegisterAsync(registration, stop).ConfigureAwait(false);
        bool isResumed = await ResumeAsync(VisitKind.Article, article.Id, stop).ConfigureAwait(false);
        ArticleTracker tracker = _web.CreateTracker(_store, new AlreadyFetched(page));
        await tracker.CheckArticleAsync(url, stop).ConfigureAwait(false);
        (string happened, string sentence) = (isNew, isResumed) switch
        {
            (true, _) => ("article-added", "Following the article"),
            (_, true) => ("article-resumed", "Resumed the article"),
            _ => ("article-known", "Already following the article"),
        };
        await report.WriteAsync(happened, url, page.Article?.Title, sentence).ConfigureAwait(false);
    }

    /// <summary>Ends a pause: the person who adds a feed or article wants it visited.</summary>
    /// <returns>Whether it was paused.</returns>
    private async Task<bool> ResumeAsync(VisitKind kind, string target, CancellationToken stop)
    {
        while (await _store.Visits.FindVisitAsync(kind, target, stop).ConfigureAwait(false)
            is { State: VisitState.Paused } visit)
        {
            Visit resumed = visit with { State = VisitState.Active, DueAt = _clock.GetUtcNow() };
            if (await _store.Visits.SaveVisitAsync(resumed, stop).ConfigureAwait(false))
            {
                return true;
            }
        }

        return false;
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

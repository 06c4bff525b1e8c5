using System.Runtime.CompilerServices;
using NewsDiff.Archives;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Web;

/// <summary>A run over an archive, at the pace at which it was captured.</summary>
internal sealed class ReplayRun
{
    private readonly ReplayFetcher _replay;
    private readonly NewsStore _store;
    private readonly ArticleTracker _tracker;

    internal ReplayRun(ReplayFetcher replay, NewsStore store)
    {
        _replay = replay;
        _store = store;
        var options = new TrackerOptions { Catalog = store.Articles, Visits = store.Visits, Subscriptions = store.Feeds };
        _tracker = new ArticleTracker(replay, replay, store.Versions, options, replay.Clock);
    }

    /// <summary>Follows feeds: those given or, when none are, those in the archive; and checks what is due at each capture.</summary>
    internal async IAsyncEnumerable<CheckOutcome> CheckFeedsAsync(Uri[] feeds, [EnumeratorCancellation] CancellationToken stop)
    {
        Uri[] followed = feeds.Length > 0 ? feeds : await _replay.FindFeedsAsync(stop).ToArrayAsync(stop).ConfigureAwait(false);
        foreach (Uri feed in followed)
        {
            var subscription = new Subscription { Url = feed, AddedAt = _replay.Clock.GetUtcNow() };
            await _store.Feeds.AddSubscriptionAsync(subscription, stop).ConfigureAwait(false);
        }

        while (followed.Length > 0 && _replay.MoveNext())
        {
            await foreach (CheckOutcome outcome in _tracker.CheckDueAsync(stop).ConfigureAwait(false))
            {
                yield return outcome;
            }
        }
    }

    /// <summary>Checks every page that was captured, one after the other.</summary>
    internal async IAsyncEnumerable<CheckOutcome> CheckPagesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        foreach (CaptureEntry page in _replay.Captures.Where(static capture => capture is { IsPage: true, StatusCode: 200 }))
        {
            while (_replay.Clock.GetUtcNow() < page.CapturedAt && _replay.MoveNext())
            {
                // The clock goes over what lies between.
            }

            yield return await _tracker.CheckArticleAsync(page.Url, stop).ConfigureAwait(false);
        }
    }
}

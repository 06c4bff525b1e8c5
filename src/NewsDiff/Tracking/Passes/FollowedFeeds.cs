using System.Diagnostics.CodeAnalysis;
using NewsDiff.Diagnostics;

namespace NewsDiff.Tracking.Passes;

/// <summary>The followed feeds of a pass.</summary>
internal sealed class FollowedFeeds(TrackingContext context)
{
    private Dictionary<string, Subscription> _feeds = [];

    /// <summary>The feeds.</summary>
    public IReadOnlyCollection<Subscription> All => _feeds.Values;

    /// <summary>Reads the followed feeds from the store.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, Subscription> feeds = [];
        await foreach (Subscription subscription in context.Subscriptions.ReadSubscriptionsAsync(cancellationToken)
            .ConfigureAwait(false))
        {
            if (subscription.Url is { IsAbsoluteUri: true })
            {
                feeds.TryAdd(subscription.Url.AbsoluteUri, subscription);
            }
            else
            {
                context.Log.FeedWithoutAddress(subscription.Title ?? subscription.Url?.OriginalString);
            }
        }

        _feeds = feeds;
    }

    /// <summary>The subscription of a visit's target; null for an article or unfollowed feed.</summary>
    public Subscription? Find(Visit visit) =>
        visit.Kind == VisitKind.Feed ? _feeds.GetValueOrDefault(visit.Target) : null;

    /// <summary>Whether to make a claimed visit; ends the visits of an unfollowed feed.</summary>
    public async Task<bool> IsWantedAsync(Visit visit)
    {
        if (visit.Kind == VisitKind.Article || _feeds.ContainsKey(visit.Target))
        {
            return true;
        }

        // Or it was followed after this pass began.
        if (Uri.TryCreate(visit.Target, UriKind.Absolute, out Uri? url)
            && await context.Subscriptions.FindSubscriptionAsync(url, CancellationToken.None)
                .ConfigureAwait(false) is { } subscription)
        {
            _feeds = new(_feeds) { [visit.Target] = subscription };
            return true;
        }

        await EndAsync(visit with { State = VisitState.Removed, DueAt = null }).ConfigureAwait(false);
        return false;
    }

    [SuppressMessage("Design", "CA1031", Justification = "It is logged; its lease ends by itself.")]
    private async Task EndAsync(Visit removed)
    {
        try
        {
            await context.Visits.SaveVisitAsync(removed, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            context.Log.FailureNotSaved(removed.Url, exception);
        }
    }
}

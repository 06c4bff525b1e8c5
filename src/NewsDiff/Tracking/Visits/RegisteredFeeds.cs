using System.Collections.Concurrent;

namespace NewsDiff.Tracking.Visits;

/// <summary>The feeds whose entries this tracker has all registered.</summary>
/// <remarks>
/// Its repeated entries need not be registered again: most readings then write nothing but the visit. A feed is
/// forgotten after a day, because people and other processes change the store too. Instances are safe for concurrent
/// use.
/// </remarks>
internal sealed class RegisteredFeeds
{
    private static readonly TimeSpan Lasting = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, (Subscription Subscription, DateTimeOffset At)> _feeds = [];

    /// <summary>Whether a feed's entries are registered under its current subscription.</summary>
    public bool Contains(Subscription? subscription, DateTimeOffset now) =>
        subscription is not null
        && _feeds.TryGetValue(subscription.Url.AbsoluteUri, out (Subscription Subscription, DateTimeOffset At) known)
        && known.Subscription == subscription
        && known.At <= now && now - known.At < Lasting;

    /// <summary>Notes a reading that registered every entry.</summary>
    public void Add(Subscription? subscription, DateTimeOffset now)
    {
        if (subscription is not null && !Contains(subscription, now))
        {
            _feeds[subscription.Url.AbsoluteUri] = (subscription, now);
        }
    }

    /// <summary>Forgets a feed: not every entry could be registered.</summary>
    public void Remove(Subscription? subscription)
    {
        if (subscription is not null)
        {
            _feeds.TryRemove(subscription.Url.AbsoluteUri, out _);
        }
    }
}

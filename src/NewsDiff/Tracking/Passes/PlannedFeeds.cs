using System.Collections.Concurrent;

namespace NewsDiff.Tracking.Passes;

/// <summary>The followed feeds whose visits are known to be planned.</summary>
/// <remarks>
/// A pass looks up only the others, instead of every feed. A feed that is followed again has a new time of following.
/// Other processes may end visits, so the knowledge expires after an hour. Instances are safe for concurrent use.
/// </remarks>
internal sealed class PlannedFeeds
{
    private static readonly TimeSpan Lasting = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Url, DateTimeOffset AddedAt), DateTimeOffset> _lookedAt = [];

    /// <summary>Notes that a feed's visit is stored.</summary>
    public void Add(Subscription subscription, DateTimeOffset now) => _lookedAt[KeyOf(subscription)] = now;

    /// <summary>The feeds to look up; unfollowed ones are forgotten.</summary>
    public List<Subscription> Unknown(IReadOnlyCollection<Subscription> followed, DateTimeOffset now)
    {
        HashSet<(string, DateTimeOffset)> keys = [.. followed.Select(KeyOf)];
        foreach ((string, DateTimeOffset) key in _lookedAt.Keys.Where(key => !keys.Contains(key)))
        {
            _lookedAt.TryRemove(key, out _);
        }

        // A time in the future comes from a clock that was ahead.
        return
        [
            .. followed.Where(subscription => !(_lookedAt.TryGetValue(KeyOf(subscription), out DateTimeOffset at)
                && at <= now && now - at < Lasting)),
        ];
    }

    private static (string Url, DateTimeOffset AddedAt) KeyOf(Subscription subscription) =>
        (subscription.Url.AbsoluteUri, subscription.AddedAt);
}

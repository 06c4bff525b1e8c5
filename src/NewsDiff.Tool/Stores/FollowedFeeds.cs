using System.Collections.Immutable;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Stores;

/// <summary>The followed feeds, and how to add one.</summary>
/// <remarks>A feed keeps its title, source and filter unless new ones are given.</remarks>
internal sealed class FollowedFeeds
{
    private readonly NewsStore _store;
    private readonly Dictionary<string, Subscription> _known;

    private FollowedFeeds(NewsStore store, Dictionary<string, Subscription> known)
    {
        _store = store;
        _known = known;
    }

    internal static async Task<FollowedFeeds> ReadAsync(NewsStore store, CancellationToken stop)
    {
        var known = new Dictionary<string, Subscription>(StringComparer.Ordinal);
        await foreach (Subscription feed in store.Feeds.ReadSubscriptionsAsync(stop).ConfigureAwait(false))
        {
            // A database of an earlier release may have an address twice, once with a password.
            known.TryAdd(feed.Url.AbsoluteUri, feed);
        }

        return new FollowedFeeds(store, known);
    }

    /// <summary>Follows a feed.</summary>
    /// <returns>True, unless the feed was already followed.</returns>
    internal ValueTask<bool> AddAsync(Subscription feed, CancellationToken stop) =>
        _store.Feeds.AddSubscriptionAsync(Merge(feed), stop);

    /// <summary>Follows a feed, unless it is known already.</summary>
    /// <returns>True, unless the feed was already followed.</returns>
    internal async ValueTask<bool> AddNewAsync(Uri url, DateTimeOffset now, CancellationToken stop) =>
        !_known.ContainsKey(url.AbsoluteUri)
        && await AddAsync(new Subscription { Url = url, AddedAt = now }, stop).ConfigureAwait(false);

    /// <summary>Follows feeds.</summary>
    /// <returns>For each feed: true, unless it was already followed.</returns>
    internal ValueTask<ImmutableArray<bool>> AddAsync(IEnumerable<Subscription> feeds, CancellationToken stop) =>
        _store.Feeds.AddSubscriptionsAsync([.. feeds.Select(Merge)], stop);

    private Subscription Merge(Subscription feed)
    {
        Subscription? known = _known.GetValueOrDefault(feed.Url.AbsoluteUri);
        return feed with
        {
            Title = feed.Title ?? known?.Title,
            Source = feed.Source ?? known?.Source,
            Filter = feed.Filter ?? known?.Filter,
        };
    }
}

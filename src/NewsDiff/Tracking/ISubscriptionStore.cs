using System.Collections.Immutable;

namespace NewsDiff.Tracking;

/// <summary>Keeps the followed feeds.</summary>
/// <remarks>Implementations are safe for concurrent use.</remarks>
public interface ISubscriptionStore
{
    /// <summary>Adds a feed.</summary>
    /// <param name="subscription">The feed.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>False when it was already followed; its title, source and filter are then updated.</returns>
    ValueTask<bool> AddSubscriptionAsync(Subscription subscription, CancellationToken cancellationToken = default);

    /// <summary>Adds feeds, in one step if the store can.</summary>
    /// <param name="subscriptions">The feeds.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>For each, the result of <see cref="AddSubscriptionAsync"/>.</returns>
    async ValueTask<ImmutableArray<bool>> AddSubscriptionsAsync(
        ImmutableArray<Subscription> subscriptions, CancellationToken cancellationToken = default)
    {
        var added = ImmutableArray.CreateBuilder<bool>(subscriptions.Length);
        foreach (Subscription subscription in subscriptions)
        {
            added.Add(await AddSubscriptionAsync(subscription, cancellationToken).ConfigureAwait(false));
        }

        return added.MoveToImmutable();
    }

    /// <summary>Stops following a feed. Articles and versions stay.</summary>
    /// <param name="url">The feed's address.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>False when it was not followed.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is null or relative.</exception>
    ValueTask<bool> RemoveSubscriptionAsync(Uri url, CancellationToken cancellationToken = default);

    /// <summary>Finds a feed, by one lookup if the store can.</summary>
    /// <param name="url">The feed's address.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The feed; null when it is not followed.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is null or relative.</exception>
    async ValueTask<Subscription?> FindSubscriptionAsync(Uri url, CancellationToken cancellationToken = default)
    {
        AbsoluteUrl.ThrowIfNot(url);
        return await ReadSubscriptionsAsync(cancellationToken)
            .FirstOrDefaultAsync(feed => feed.Url.AbsoluteUri == url.AbsoluteUri, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Reads the feeds as a stream.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The feeds, in the order of following.</returns>
    IAsyncEnumerable<Subscription> ReadSubscriptionsAsync(CancellationToken cancellationToken = default);
}

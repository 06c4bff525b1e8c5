using NewsDiff.Tracking;

namespace NewsDiff;

public sealed partial class InMemoryVersionStore
{
    private readonly List<Subscription> _subscriptions = [];

    /// <inheritdoc/>
    public ValueTask<bool> AddSubscriptionAsync(
        Subscription subscription,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            int index = _subscriptions.FindIndex(known => IsSame(known.Url, subscription.Url));
            if (index < 0)
            {
                _subscriptions.Add(
                    subscription with { AddedAt = UtcInstant.ToMillisecond(subscription.AddedAt), Fault = null });
                return ValueTask.FromResult(true);
            }

            _subscriptions[index] = _subscriptions[index] with
            {
                Title = subscription.Title,
                Source = subscription.Source,
                Filter = subscription.Filter,
            };
            return ValueTask.FromResult(false);
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> RemoveSubscriptionAsync(Uri url, CancellationToken cancellationToken = default)
    {
        AbsoluteUrl.ThrowIfNot(url);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_subscriptions.RemoveAll(known => IsSame(known.Url, url)) > 0);
        }
    }

    /// <inheritdoc/>
    public ValueTask<Subscription?> FindSubscriptionAsync(Uri url, CancellationToken cancellationToken = default)
    {
        AbsoluteUrl.ThrowIfNot(url);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            return ValueTask.FromResult(_subscriptions.Find(known => IsSame(known.Url, url)));
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Subscription> ReadSubscriptionsAsync(CancellationToken cancellationToken = default)
    {
        return StreamAsync(Select, cancellationToken);

        IEnumerable<Subscription> Select()
        {
            lock (_gate)
            {
                return [.. _subscriptions];
            }
        }
    }
}

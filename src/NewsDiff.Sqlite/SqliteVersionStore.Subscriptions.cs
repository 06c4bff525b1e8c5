using System.Runtime.CompilerServices;
using NewsDiff.Feeds;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<bool> AddSubscriptionAsync(
        Subscription subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return await _database.WriteAsync(
            connection =>
            {
                (string, object?)[] parameters =
                [
                    ("@url", subscription.Url),
                    ("@added_at", subscription.AddedAt),
                    ("@title", subscription.Title),
                    ("@source", subscription.Source),
                    ("@filter", subscription.Filter?.ToString()),
                ];
                bool isNew = connection.Execute(
                    """
                    INSERT INTO subscription (url, added_at, title, source, filter) VALUES (@url, @added_at, @title, @source, @filter)
                    ON CONFLICT DO NOTHING
                    """,
                    parameters) == 1;
                if (!isNew)
                {
                    connection.Execute(
                        "UPDATE subscription SET title = @title, source = @source, filter = @filter WHERE url = @url", parameters);
                }

                return isNew;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveSubscriptionAsync(Uri url, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        return await _database.WriteAsync(
            connection => connection.Execute("DELETE FROM subscription WHERE url = @url", ("@url", url)) == 1,
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Subscription> ReadSubscriptionsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<Subscription> subscriptions = await _database.ReadAsync(
            connection => connection.Query(
                "SELECT url, added_at, title, source, filter FROM subscription ORDER BY rowid",
                row => new Subscription
                {
                    Url = new Uri(row.Text(0)),
                    AddedAt = row.Instant(1),
                    Title = row.TextOrNull(2),
                    Source = row.TextOrNull(3),
                    Filter = EntryFilter.Parse(row.TextOrNull(4)),
                }),
            cancellationToken).ConfigureAwait(false);
        foreach (Subscription subscription in subscriptions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return subscription;
        }
    }
}

using System.Runtime.CompilerServices;
using NewsDiff.Feeds;
using NewsDiff.Tracking;

namespace NewsDiff.PostgreSql;

public sealed partial class PostgreSqlVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<bool> AddSubscriptionAsync(
        Subscription subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        (string, object?)[] parameters =
        [
            ("@url", subscription.Url),
            ("@added_at", subscription.AddedAt),
            ("@title", subscription.Title),
            ("@source", subscription.Source),
            ("@filter", subscription.Filter?.ToString()),
        ];
        return await _database.RunAsync(
            async (connection, token) =>
            {
                while (true)
                {
                    int inserted = await connection.ExecuteAsync(
                        """
                        INSERT INTO newsdiff.subscription (url, added_at, title, source, filter)
                        VALUES (@url, @added_at, @title, @source, @filter) ON CONFLICT (url) DO NOTHING
                        """,
                        parameters,
                        token).ConfigureAwait(false);

                    // Neither inserted nor updated: removed by another in between, so again.
                    if (inserted == 1 || await connection.ExecuteAsync(
                            "UPDATE newsdiff.subscription SET title = @title, source = @source, filter = @filter WHERE url = @url",
                            parameters,
                            token).ConfigureAwait(false) == 1)
                    {
                        return inserted == 1;
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveSubscriptionAsync(Uri url, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        return await _database.RunAsync(
            (connection, token) => connection.ExecuteAsync(
                "DELETE FROM newsdiff.subscription WHERE url = @url", [("@url", url)], token),
            cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<Subscription> ReadSubscriptionsAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<Subscription> subscriptions = await _database.RunAsync(
            (connection, token) => connection.QueryAsync(
                "SELECT url, added_at, title, source, filter FROM newsdiff.subscription ORDER BY ordinal",
                row => new Subscription
                {
                    Url = new Uri(row.Text(0)),
                    AddedAt = row.Instant(1),
                    Title = row.TextOrNull(2),
                    Source = row.TextOrNull(3),
                    Filter = EntryFilter.Parse(row.TextOrNull(4)),
                },
                [],
                token),
            cancellationToken).ConfigureAwait(false);
        foreach (Subscription subscription in subscriptions)
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return subscription;
        }
    }
}

using NewsDiff.Sql;
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
            .. SubscriptionTable.Parameters(subscription), ("@url_hash", KeyHash.Of(subscription.Url.AbsoluteUri)),
        ];
        return await _database.WriteAsync(
            async (connection, token) =>
            {
                while (true)
                {
                    int inserted = await connection.ExecuteAsync(
                        $"""
                         INSERT INTO {connection.Prefix}subscription (url_hash, {SubscriptionTable.Columns})
                         VALUES (@url_hash, @url, @added_at, @title, @source, @filter) ON CONFLICT (url_hash) DO NOTHING
                         """,
                        parameters,
                        token).ConfigureAwait(false);

                    // Neither inserted nor updated: another process removed the row in between, so this is repeated.
                    if (inserted == 1 || await connection.ExecuteAsync(
                            $"UPDATE {connection.Prefix}subscription SET title = @title, source = @source, filter = "
                            + $"@filter WHERE url_hash = @url_hash",
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
    public ValueTask<bool> RemoveSubscriptionAsync(Uri url, CancellationToken cancellationToken = default)
    {
        return SubscriptionTable.RemoveAsync(_database, url, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<Subscription?> FindSubscriptionAsync(Uri url, CancellationToken cancellationToken = default) =>
        SubscriptionTable.FindAsync(_database, url, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<Subscription> ReadSubscriptionsAsync(CancellationToken cancellationToken = default) =>
        SubscriptionTable.ReadAsync(_database, ordinal: "ordinal", cancellationToken);
}

using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<bool> AddSubscriptionAsync(
        Subscription subscription, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(subscription);
        return await _database.WriteAsync(connection => Add(connection, subscription), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<bool>> AddSubscriptionsAsync(
        ImmutableArray<Subscription> subscriptions, CancellationToken cancellationToken = default) =>
        await _database.WriteAsync<ImmutableArray<bool>>(
            connection => [.. subscriptions.Select(subscription => Add(connection, subscription))], cancellationToken)
                .ConfigureAwait(false);

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
        SubscriptionTable.ReadAsync(_database, ordinal: "rowid", cancellationToken);

    private static bool Add(SqliteConnection connection, Subscription subscription)
    {
        (string, object?)[] parameters = SubscriptionTable.Parameters(subscription);
        bool isNew = connection.Execute(
            $"""
             INSERT INTO subscription ({SubscriptionTable.Columns}) VALUES (@url, @added_at, @title, @source, @filter)
             ON CONFLICT DO NOTHING
             """,
            parameters) == 1;
        if (!isNew)
        {
            connection.Execute(
                "UPDATE subscription SET title = @title, source = @source, filter = @filter WHERE url = @url",
                parameters);
        }

        return isNew;
    }
}

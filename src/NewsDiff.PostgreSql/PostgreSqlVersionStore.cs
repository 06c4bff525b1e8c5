using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.PostgreSql;

/// <summary>Keeps versions, articles, feeds and visits in a PostgreSQL database, for many trackers on many machines.</summary>
/// <remarks>
/// Instances are safe for concurrent use. Lost connections, deadlocks and restarts of the server are retried for some seconds;
/// what does not pass is thrown as <see cref="Npgsql.NpgsqlException"/>, and the store stays usable.
/// </remarks>
public sealed partial class PostgreSqlVersionStore
    : IVersionStore, IMergingCatalog, ISubscriptionStore, IVisitStore, IAsyncDisposable, IDisposable
{
    private readonly PostgreSqlDatabase _database;

    /// <summary>Makes a store that connects when it is first used.</summary>
    internal PostgreSqlVersionStore(string connectionString, TimeProvider timeProvider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        _database = new PostgreSqlDatabase(connectionString, timeProvider);
    }

    /// <summary>Connects to a database and brings the tables, in its schema <c>newsdiff</c>, up to date.</summary>
    /// <param name="connectionString">The database, as Npgsql names it: <c>Host=…;Database=…;Username=…</c>.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The store, to be disposed.</returns>
    /// <exception cref="VersionStoreException">The database is of a later version of NewsDiff.</exception>
    public static async Task<PostgreSqlVersionStore> OpenAsync(
        string connectionString, CancellationToken cancellationToken = default)
    {
        var store = new PostgreSqlVersionStore(connectionString, TimeProvider.System);
        try
        {
            await store._database.RunAsync((_, _) => Task.FromResult(true), cancellationToken).ConfigureAwait(false);
            return store;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads the database's id, a random one that never changes.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The id, which makes published names such as feed ids unique.</returns>
    public ValueTask<Guid> ReadIdAsync(CancellationToken cancellationToken = default) =>
        StoreTable.ReadIdAsync(_database, cancellationToken);

    /// <summary>Closes the connections; those in use are closed after their work.</summary>
    public void Dispose() => _database.Dispose();

    /// <summary>Closes the connections; those in use are closed after their work.</summary>
    /// <returns>A task that ends when the idle ones are closed.</returns>
    public ValueTask DisposeAsync() => _database.DisposeAsync();
}

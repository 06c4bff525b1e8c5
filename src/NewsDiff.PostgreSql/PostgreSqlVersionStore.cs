using System.Diagnostics.CodeAnalysis;
using NewsDiff.Sql;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Keeps versions, articles, feeds and visits in a PostgreSQL database.</summary>
/// <remarks>
/// Many trackers on many machines may share it. Instances are safe for concurrent use. Lost connections, deadlocks and
/// restarts of the server are retried for some seconds; what does not pass is thrown as
/// <see cref="Npgsql.NpgsqlException"/>, and the store stays usable.
/// </remarks>
public sealed partial class PostgreSqlVersionStore
    : IVersionStore, IMergingCatalog, ISubscriptionStore, IVisitStore, IAsyncDisposable, IDisposable
{
    private readonly PostgreSqlDatabase _database;

    /// <summary>Makes a store that connects when it is first used.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The database disposes it.")]
    internal PostgreSqlVersionStore(string connectionString, PostgreSqlStoreOptions? options, TimeProvider timeProvider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        _database = new PostgreSqlDatabase(
            NpgsqlDataSource.Create(connectionString), ownsSource: true, options, timeProvider);
    }

    /// <summary>Makes a store over a data source of somebody else.</summary>
    internal PostgreSqlVersionStore(
        NpgsqlDataSource dataSource,
        PostgreSqlStoreOptions? options,
        TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        _database = new PostgreSqlDatabase(dataSource, ownsSource: false, options, timeProvider);
    }

    /// <summary>Connects to a database and brings its tables, in the schema <c>newsdiff</c>, up to date.</summary>
    /// <param name="connectionString">The database, as Npgsql names it: <c>Host=…;Database=…;Username=…</c>.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The store, to be disposed.</returns>
    /// <exception cref="VersionStoreException">The database is of a later version of NewsDiff.</exception>
    public static Task<PostgreSqlVersionStore> OpenAsync(
        string connectionString, CancellationToken cancellationToken = default) =>
        OpenAsync(connectionString, options: null, cancellationToken);

    /// <summary>Connects to a database and brings its tables up to date.</summary>
    /// <param name="connectionString">The database, as Npgsql names it: <c>Host=…;Database=…;Username=…</c>.</param>
    /// <param name="options">How to use the database; null means the defaults.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The store, to be disposed.</returns>
    /// <exception cref="VersionStoreException">The database is of a later version of NewsDiff.</exception>
    public static Task<PostgreSqlVersionStore> OpenAsync(
        string connectionString, PostgreSqlStoreOptions? options, CancellationToken cancellationToken = default) =>
        OpenAsync(new PostgreSqlVersionStore(connectionString, options, TimeProvider.System), cancellationToken);

    /// <summary>Connects through the host's data source and updates the tables.</summary>
    /// <remarks>The data source is not disposed.</remarks>
    /// <param name="dataSource">The database.</param>
    /// <param name="options">How to use the database; null means the defaults.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The store, to be disposed.</returns>
    /// <exception cref="VersionStoreException">The database is of a later version of NewsDiff.</exception>
    public static Task<PostgreSqlVersionStore> OpenAsync(
        NpgsqlDataSource dataSource, PostgreSqlStoreOptions? options = null,
        CancellationToken cancellationToken = default) =>
        OpenAsync(new PostgreSqlVersionStore(dataSource, options, TimeProvider.System), cancellationToken);

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

    private static async Task<PostgreSqlVersionStore> OpenAsync(
        PostgreSqlVersionStore store, CancellationToken cancellationToken)
    {
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
}

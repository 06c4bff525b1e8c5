using System.Diagnostics.CodeAnalysis;
using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.Search;
using NewsDiff.Sql;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Keeps versions, articles, feeds and visits in a PostgreSQL database.</summary>
/// <remarks>
/// Many trackers on many machines may share it. Instances are safe for concurrent use. Calls wait for an unavailable
/// server (<see cref="PostgreSqlStoreOptions.RetryFor"/>); lasting faults are thrown as
/// <see cref="Npgsql.NpgsqlException"/>, and the store stays usable.
/// </remarks>
public sealed partial class PostgreSqlVersionStore
    : ITrackerStore, IMergingCatalog, ISubscriptionStore, IEventDeliveryStore, IDeadLetterStore, ISearchableStore,
        IVersionCare, ISiteStore, IDueStore, IStoreClock, IStoreStamp, IAsyncDisposable, IDisposable
{
    private readonly PostgreSqlDatabase _database;
    private readonly PostgreSqlBlocks _blocks;

    /// <summary>Makes a store that connects on first use.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The database disposes it.")]
    internal PostgreSqlVersionStore(string connectionString, PostgreSqlStoreOptions? options, TimeProvider timeProvider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        _database = new PostgreSqlDatabase(
            PostgreSqlPool.Create(connectionString), ownsSource: true, options, timeProvider);
        _blocks = new PostgreSqlBlocks(_database);
    }

    /// <summary>Makes a store over a data source that it does not own.</summary>
    internal PostgreSqlVersionStore(
        NpgsqlDataSource dataSource,
        PostgreSqlStoreOptions? options,
        TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        _database = new PostgreSqlDatabase(dataSource, ownsSource: false, options, timeProvider);
        _blocks = new PostgreSqlBlocks(_database);
    }

    /// <summary>Connects to a database and updates its tables in the schema <c>newsdiff</c>.</summary>
    /// <param name="connectionString">
    /// The connection string, as Npgsql reads it: <c>Host=…;Database=…;Username=…</c>.
    /// </param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The store, to be disposed.</returns>
    /// <exception cref="VersionStoreException">The database has a later version of NewsDiff.</exception>
    public static Task<PostgreSqlVersionStore> OpenAsync(
        string connectionString, CancellationToken cancellationToken = default) =>
        OpenAsync(connectionString, options: null, cancellationToken);

    /// <summary>Connects to a database and updates its tables.</summary>
    /// <param name="connectionString">
    /// The connection string, as Npgsql reads it: <c>Host=…;Database=…;Username=…</c>.
    /// </param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The store, to be disposed.</returns>
    /// <exception cref="VersionStoreException">The database has a later version of NewsDiff.</exception>
    public static Task<PostgreSqlVersionStore> OpenAsync(
        string connectionString, PostgreSqlStoreOptions? options, CancellationToken cancellationToken = default) =>
        OpenAsync(new PostgreSqlVersionStore(connectionString, options, TimeProvider.System), cancellationToken);

    /// <summary>Connects through the host's data source and updates the tables.</summary>
    /// <remarks>The data source is not disposed.</remarks>
    /// <param name="dataSource">The database.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The store, to be disposed.</returns>
    /// <exception cref="VersionStoreException">The database has a later version of NewsDiff.</exception>
    public static Task<PostgreSqlVersionStore> OpenAsync(
        NpgsqlDataSource dataSource, PostgreSqlStoreOptions? options = null,
        CancellationToken cancellationToken = default) =>
        OpenAsync(new PostgreSqlVersionStore(dataSource, options, TimeProvider.System), cancellationToken);

    /// <summary>Reads the database's random and permanent id.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The id, which makes published names such as feed ids unique.</returns>
    public ValueTask<Guid> ReadIdAsync(CancellationToken cancellationToken = default) =>
        StoreTable.ReadIdAsync(_database, cancellationToken);

    /// <summary>Closes idle connections now, and others after their work.</summary>
    public void Dispose() => _database.Dispose();

    /// <summary>Closes idle connections now, and others after their work.</summary>
    /// <returns>A task that completes when the idle connections are closed.</returns>
    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private static async Task<PostgreSqlVersionStore> OpenAsync(
        PostgreSqlVersionStore store, CancellationToken cancellationToken)
    {
        try
        {
            await store._database.OpenAsync(cancellationToken).ConfigureAwait(false);
            return store;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }
}

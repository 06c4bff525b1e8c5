using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.Search;
using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

/// <summary>Keeps versions, articles, feeds and visits in one SQLite file.</summary>
/// <remarks>
/// Instances are safe for concurrent use, and several processes on one machine may use one file. Network drives are not
/// supported. Faults such as a full disk are thrown as <see cref="Microsoft.Data.Sqlite.SqliteException"/>; the store
/// stays usable.
/// </remarks>
public sealed partial class SqliteVersionStore
    : ITrackerStore, IMergingCatalog, ISubscriptionStore, IEventDeliveryStore, IDeadLetterStore, ISearchableStore,
        IVersionCare, ISiteStore, IDueStore, IStoreClock, IStoreStamp, IAsyncDisposable, IDisposable
{
    private readonly SqliteDatabase _database;

    /// <summary>Makes a store that opens its file on first use.</summary>
    internal SqliteVersionStore(string path, SqliteStoreOptions? options) =>
        _database = new SqliteDatabase(path, options);

    /// <summary>Opens a file, creates it if it is missing, and updates its tables.</summary>
    /// <param name="path">The file; <c>:memory:</c> for a database that ends with the store.</param>
    /// <param name="options">The options; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the opening.</param>
    /// <returns>The store, to be disposed.</returns>
    /// <exception cref="VersionStoreException">
    /// The file has a later version of NewsDiff, or belongs to another program.
    /// </exception>
    public static async Task<SqliteVersionStore> OpenAsync(
        string path, SqliteStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        var store = new SqliteVersionStore(path, options);
        try
        {
            await store._database.ReadAsync(connection => connection.State, cancellationToken).ConfigureAwait(false);
            return store;
        }
        catch
        {
            await store.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Reads the database's random and permanent id.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The id, which makes published names such as feed ids unique.</returns>
    public ValueTask<Guid> ReadIdAsync(CancellationToken cancellationToken = default) =>
        StoreTable.ReadIdAsync(_database, cancellationToken);

    /// <summary>Finishes the current write and closes the file.</summary>
    public void Dispose() => _database.Dispose();

    /// <summary>Finishes the current write and closes the file.</summary>
    /// <returns>A task that completes when the file is closed.</returns>
    public ValueTask DisposeAsync() => new(Task.Run(Dispose));
}

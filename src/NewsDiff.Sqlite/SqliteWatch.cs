using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsDiff.Events;

namespace NewsDiff.Sqlite;

/// <summary>Sees what other connections write, in this process and in others, without reading the file.</summary>
/// <remarks>SQLite counts the commits of others; a connection of its own waits for no read.</remarks>
internal sealed class SqliteWatch : IDisposable
{
    private readonly SqliteLane _lane;
    private readonly string _writes;
    private int _opened;

    /// <summary>Watches a file.</summary>
    /// <param name="opener">Opens its connection.</param>
    public SqliteWatch(SqliteOpener opener)
    {
        _writes = "PRAGMA data_version";
        _lane = new SqliteLane(
            () =>
            {
                _opened++;
                return opener.Open();
            },
            opener.IsStale);
    }

    /// <summary>Watches a database in memory, which has one connection.</summary>
    /// <param name="only">The connection, which counts its own writes.</param>
    public SqliteWatch(SqliteLane only) => (_writes, _lane) = ("SELECT total_changes()", only);

    /// <summary>Reads the stamp.</summary>
    public Task<StoreStamp> ReadAsync(StoreStamp? earlier, CancellationToken cancellationToken) =>
        _lane.RunAsync(connection => Read(connection, earlier), cancellationToken);

    public void Dispose() => _lane.Dispose();

    private StoreStamp Read(SqliteConnection connection, StoreStamp? earlier)
    {
        // The counts of two connections cannot be compared.
        string writes = string.Create(CultureInfo.InvariantCulture, $"{_opened}.{Number(connection, _writes)}");
        return earlier?.Writes == writes
            ? earlier
            : new StoreStamp
            {
                Writes = writes,
                Events = Number(connection, "SELECT coalesce(max(sequence), 0) FROM event")
                    .ToString(CultureInfo.InvariantCulture),
            };
    }

    private static long Number(SqliteConnection connection, string sql) =>
        connection.Query(sql, static row => row.GetInt64(0))[0];
}

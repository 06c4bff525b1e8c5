using System.Data.Common;
using Microsoft.Data.Sqlite;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

/// <summary>A SQLite file with one writer and one reader that never wait for each other.</summary>
internal sealed class SqliteDatabase : ISqlDatabase, IDisposable
{
    private const string InMemory = ":memory:";
    private const int Busy = 5;
    private const int NotADatabase = 26;

    private readonly string _path;
    private readonly SqliteStoreOptions _options;
    private readonly SqliteLane _writer;
    private readonly SqliteLane _reader;

    public SqliteDatabase(string path, SqliteStoreOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        _options = options ?? new SqliteStoreOptions();

        // Made absolute now: the reader may open later than the writer, in another current folder.
        _path = path == InMemory ? path : Path.GetFullPath(path);
        _writer = new SqliteLane(Open);
        _reader = path == InMemory ? _writer : new SqliteLane(Open);
    }

    public string Prefix => "";

    /// <summary>None: writes take turns, so that events become readable in the order of their numbers.</summary>
    public string? EventTransaction => null;

    public string EventEnd => "SELECT 0, coalesce(max(sequence), 0) FROM event";

    public string Size => "(SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)";

    public string Clock => "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

    public object RoundUp(DateTimeOffset instant) =>
        instant.ToUnixTimeMilliseconds() + (instant.UtcTicks % TimeSpan.TicksPerMillisecond == 0 ? 0 : 1);

    public Task<List<T>> QueryAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken) =>
        ReadAsync(connection => connection.Query(sql, read, parameters), cancellationToken);

    public Task<List<T>> WriteAsync<T>(
        string sql,
        Func<DbDataReader, T> read,
        (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken) =>
        WriteAsync(connection => connection.Query(sql, read, parameters), cancellationToken);

    public Task<int> ExecuteAsync(
        string sql, (string Name, object? Value)[] parameters, CancellationToken cancellationToken) =>
        WriteAsync(connection => connection.Execute(sql, parameters), cancellationToken);

    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken) =>
        _reader.RunAsync(read, cancellationToken);

    /// <summary>Runs a write that locks from its beginning, so that what it reads stays true.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        _writer.RunAsync(connection => Write(connection, write, cancellationToken), cancellationToken);

    /// <summary>Runs a write that leaves no trace of what it erases, in the file or in its log.</summary>
    /// <exception cref="VersionStoreException">It is written, but another process keeps the log in use.</exception>
    public Task<T> EraseAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        _writer.RunAsync(
            connection =>
            {
                SqliteErasure.Begin(connection);
                try
                {
                    T result = Write(connection, write, cancellationToken);
                    SqliteErasure.EmptyLog(connection, _path);
                    return result;
                }
                finally
                {
                    SqliteErasure.End(connection);
                }
            },
            cancellationToken);

    /// <summary>Reads without a lock whether there is something to write, and writes it.</summary>
    /// <param name="read">Reads, and decides.</param>
    /// <param name="write">Writes what was read, under the lock; it must look again whether that is still true.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task<T> WriteIfAsync<TRead, T>(
        Func<SqliteConnection, (TRead Read, T Result, bool Writes)> read,
        Func<SqliteConnection, TRead, T> write,
        CancellationToken cancellationToken) =>
        _writer.RunAsync(
            connection =>
            {
                (TRead found, T result, bool writes) = read(connection);
                return writes ? Write(connection, locked => write(locked, found), cancellationToken) : result;
            },
            cancellationToken);

    /// <summary>Opens the file once more; null for one in memory, which has one connection.</summary>
    public SqliteDatabase? TryOpenAnother() =>
        _path == InMemory ? null : new SqliteDatabase(_path, _options with { Search = null });

    public void Dispose()
    {
        _reader.Dispose();
        _writer.Dispose();
    }

    private static T Write<T>(
        SqliteConnection connection, Func<SqliteConnection, T> write, CancellationToken cancellationToken)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        T result = write(connection);
        cancellationToken.ThrowIfCancellationRequested();
        transaction.Commit();
        return result;
    }

    /// <summary>Writes the blocks that an upgraded file has not yet.</summary>
    private static void FillBlocks(SqliteConnection connection)
    {
        if (connection.Query(VersionBlocks.AreMissing(prefix: ""), row => row.GetInt64(0)) is [1])
        {
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            connection.Execute(VersionBlocks.Fill(prefix: ""));
            transaction.Commit();
        }
    }

    private SqliteConnection Open()
    {
        if (_path != InMemory)
        {
            SqliteFile.CreateIfMissing(_path);
        }

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = _path,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(_options.BusyTimeout.TotalSeconds)), // 0 would be for ever.
        }.ConnectionString);
        try
        {
            connection.Open();
            Prepare(connection);
            return connection;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == NotADatabase)
        {
            connection.Dispose();
            throw new VersionStoreException(
                $"The file '{_path}' is not a SQLite database. Name another file, or move this one away.", exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void Prepare(SqliteConnection connection)
    {
        SqliteSafety.Apply(connection);
        connection.Execute($"PRAGMA busy_timeout = {(int)_options.BusyTimeout.TotalMilliseconds}");
        int version = SqliteSchema.Check(connection, _path);
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute(_options.Durability == SqliteDurability.Full
            ? "PRAGMA synchronous = FULL"
            : "PRAGMA synchronous = NORMAL");
        connection.Execute("PRAGMA journal_size_limit = 67108864");

        // In pages: an append writes to eight, most of them the same ones as the appends before. Moving them into the
        // file every 500 appends, not every 125, writes those once instead of four times.
        connection.Execute("PRAGMA wal_autocheckpoint = 4000");
        SqliteErasure.End(connection);

        // In KiB. A claim reads the index entries of many sites, for which SQLite's usual 2 MB are too few.
        connection.Execute("PRAGMA cache_size = -16384");
        Upgrade(connection, version);
    }

    private void Upgrade(SqliteConnection connection, int version)
    {
        var conversion = new SqliteConversion(connection, _options.UpgradeProgress);
        try
        {
            if (version < SqliteSchema.Version)
            {
                SqliteSchema.Migrate(connection, _path);
            }

            if (conversion.IsDue)
            {
                conversion.Run();
            }

            SqliteSchema.CheckTables(connection, _path);
            FillBlocks(connection);
            new SqliteSearchBuild(connection, _options.UpgradeProgress).Run(_options.Search);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == Busy)
        {
            throw new VersionStoreException(
                $"The file '{_path}' must be upgraded, but another process writes to it. Open it when that is done.",
                busy);
        }
    }
}

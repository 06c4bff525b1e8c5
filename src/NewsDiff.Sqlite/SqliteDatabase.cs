using System.Data.Common;
using Microsoft.Data.Sqlite;
using NewsDiff.Events;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

/// <summary>A SQLite file with one writer and one reader that never wait for each other.</summary>
internal sealed class SqliteDatabase : ISqlDatabase, IDisposable
{
    private const int SqlError = 1;

    private readonly string _path;
    private readonly bool _isReadOnly;
    private readonly SqliteOpener _opener;
    private readonly SqliteLane _writer;
    private readonly SqliteLane _reader;
    private readonly SqliteWatch _watch;
    private SqliteGuard? _guard;

    public SqliteDatabase(string path, SqliteStoreOptions? options)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        Options = options ?? new SqliteStoreOptions();
        _isReadOnly = Options.ReadOnly;
        IsInMemory = path == SqliteOpener.InMemory;
        if (IsInMemory && _isReadOnly)
        {
            throw new ArgumentException("A database in memory is empty, so it cannot be read-only.", nameof(options));
        }

        // Made absolute now: the reader may open later than the writer, in another current folder.
        _path = IsInMemory ? path : System.IO.Path.GetFullPath(path);
        _opener = new SqliteOpener(_path, Options);
        _writer = new SqliteLane(OpenWriter, static () => false);
        _reader = IsInMemory ? _writer : new SqliteLane(_opener.Open, _opener.IsStale);
        _watch = IsInMemory ? new SqliteWatch(_writer) : new SqliteWatch(new SqliteOpener(_path, Options));
    }

    public string Prefix => "";

    /// <summary>None: writes take turns, so that events become readable in the order of their numbers.</summary>
    public string? EventTransaction => null;

    public string EventEnd => "SELECT 0, coalesce(max(sequence), 0) FROM event";

    public string Size => "(SELECT page_count * page_size FROM pragma_page_count, pragma_page_size)";

    /// <summary>The expression for the clock, in milliseconds since 1970.</summary>
    public const string ClockExpression = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

    public string Clock => ClockExpression;

    /// <summary>Whether the database ends with the process.</summary>
    public bool IsInMemory { get; }

    /// <summary>The absolute path of the file.</summary>
    public string Path => _path;

    /// <summary>How the file is used.</summary>
    public SqliteStoreOptions Options { get; }

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

    public Task<StoreStamp> ReadStampAsync(StoreStamp? earlier, CancellationToken cancellationToken) =>
        _watch.ReadAsync(earlier, cancellationToken);

    public Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken) =>
        _reader.RunAsync(connection => Read(connection, read), cancellationToken);

    /// <summary>Runs a write that locks before it reads, so that what it reads stays valid.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        RunWriterAsync(connection => Write(connection, write, cancellationToken), cancellationToken);

    /// <summary>Runs work on the writer's connection, without a transaction.</summary>
    public Task WriterAsync(Action<SqliteConnection> work, CancellationToken cancellationToken) =>
        RunWriterAsync(
            connection =>
            {
                work(connection);
                return true;
            },
            cancellationToken);

    /// <summary>Runs a write that leaves no trace of what it erases, in the file or in its log.</summary>
    /// <exception cref="VersionStoreException">It is written, but another process keeps the log in use.</exception>
    public Task<T> EraseAsync<T>(Func<SqliteConnection, T> write, CancellationToken cancellationToken) =>
        RunWriterAsync(
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

    /// <summary>Checks without a lock whether there is something to write, and if so writes it.</summary>
    /// <param name="read">Reads, and decides.</param>
    /// <param name="write">Writes what was read, under the lock; it must check that this is still valid.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public Task<T> WriteIfAsync<TRead, T>(
        Func<SqliteConnection, (TRead Read, T Result, bool Writes)> read,
        Func<SqliteConnection, TRead, T> write,
        CancellationToken cancellationToken) =>
        RunWriterAsync(
            connection =>
            {
                (TRead found, T result, bool writes) = Read(connection, read);
                return writes ? Write(connection, locked => write(locked, found), cancellationToken) : result;
            },
            cancellationToken);

    /// <summary>Opens the file once more; null for one in memory, which has one connection.</summary>
    public SqliteDatabase? TryOpenAnother() =>
        IsInMemory ? null : new SqliteDatabase(_path, Options with { Search = null });

    public void Dispose()
    {
        _watch.Dispose();
        _reader.Dispose();
        _writer.Dispose();
    }

    private SqliteConnection OpenWriter()
    {
        SqliteConnection connection = _opener.Open();
        _guard = IsInMemory ? null : new SqliteGuard(connection, _path);
        return connection;
    }

    private Task<T> RunWriterAsync<T>(Func<SqliteConnection, T> work, CancellationToken cancellationToken) =>
        _isReadOnly
            ? Task.FromException<T>(SqliteOpener.NotWritable(_path))
            : _writer.RunAsync(work, cancellationToken);

    /// <summary>Reads; if a later version changed the tables, the exception says so.</summary>
    private T Read<T>(SqliteConnection connection, Func<SqliteConnection, T> read)
    {
        try
        {
            T result = read(connection);
            _opener.CheckUnchanged();
            return result;
        }
        catch (SqliteException fault) when (fault.SqliteErrorCode == SqlError)
        {
            SqliteGuard.CheckSchema(connection, _path);
            throw;
        }
    }

    private T Write<T>(
        SqliteConnection connection, Func<SqliteConnection, T> write, CancellationToken cancellationToken)
    {
        try
        {
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            _guard?.Check(connection);
            T result = write(connection);
            cancellationToken.ThrowIfCancellationRequested();
            transaction.Commit();

            // Checked again: a commit to a file that was replaced meanwhile must not count as stored.
            _guard?.CheckPlace(connection);
            return result;
        }
        catch (SqliteException fault) when (SqliteOpener.IsReadOnly(fault))
        {
            throw SqliteOpener.NotWritable(_path, fault);
        }
    }
}

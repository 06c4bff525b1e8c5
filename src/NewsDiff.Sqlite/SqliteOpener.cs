using Microsoft.Data.Sqlite;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

/// <summary>Opens connections to a file, and brings its tables up to date.</summary>
/// <param name="path">The absolute path, or <see cref="InMemory"/>.</param>
/// <param name="options">The options.</param>
internal sealed class SqliteOpener(string path, SqliteStoreOptions options)
{
    public const string InMemory = ":memory:";

    private const int Busy = 5;
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private FileStamp? _immutable;

    /// <summary>Opens a connection as the options require.</summary>
    public SqliteConnection Open() => options.ReadOnly
        ? OpenForReading(connection => SqliteSchema.CheckPresent(connection, path))
        : OpenForWriting();

    /// <summary>Opens a connection that only copies the file, whatever its version.</summary>
    public SqliteConnection OpenForCopying() => OpenForReading(connection => SqliteSchema.CheckOurs(connection, path));

    /// <summary>Whether a file that was opened as immutable has since been opened or changed by others.</summary>
    public bool IsStale() => _immutable is { } stamp && FileStamp.Of(path) != stamp;

    /// <summary>Checks that what was just read was not changed meanwhile.</summary>
    /// <exception cref="VersionStoreException">It may have been.</exception>
    public void CheckUnchanged()
    {
        if (IsStale())
        {
            throw new VersionStoreException($"The file '{path}' was written to while it was read. Repeat the call.");
        }
    }

    /// <summary>The exception for a write that is not allowed.</summary>
    public static VersionStoreException NotWritable(string path, SqliteException? cause = null) =>
        new(
            cause is null
                ? $"The file '{path}' was opened read-only. Open it for writing to change it."
                : $"The file '{path}' may not be written. Give this account write permission to the file and its "
                    + "folder, or open it read-only.",
            cause)
        {
            IsReadOnly = true,
        };

    /// <summary>Whether a fault says that the file may only be read.</summary>
    public static bool IsReadOnly(SqliteException fault) => fault.SqliteErrorCode == ReadOnly;

    private SqliteConnection OpenForWriting()
    {
        if (path != InMemory)
        {
            SqliteFile.CreateIfMissing(path);
        }

        try
        {
            return Connect(path, SqliteOpenMode.ReadWriteCreate, Prepare);
        }
        catch (SqliteException fault) when (IsReadOnly(fault)
            || (fault.SqliteErrorCode == CannotOpen && File.Exists(path)))
        {
            throw NotWritable(path, fault);
        }
    }

    private SqliteConnection OpenForReading(Action<SqliteConnection> check)
    {
        if (!File.Exists(path))
        {
            throw new VersionStoreException($"There is no file '{path}' to read.");
        }

        FileStamp before = FileStamp.Of(path);
        _immutable = null;
        if (before.IsClosed)
        {
            return OpenImmutable(before, check);
        }

        try
        {
            return Connect(path, SqliteOpenMode.ReadOnly, connection => PrepareForReading(connection, check));
        }
        catch (SqliteException fault) when (IsReadOnly(fault) || fault.SqliteErrorCode == CannotOpen)
        {
            return before.HasLog
                ? throw new VersionStoreException(
                    $"The file '{path}' was not closed, and its last versions are in '{path}-wal', which cannot be read "
                    + "in a folder without write permission. Copy both files to another folder, and open them there.",
                    fault)
                {
                    IsReadOnly = true,
                }
                : OpenImmutable(before, check);
        }
    }

    /// <summary>Opens a file that no other process has open.</summary>
    /// <remarks>SQLite then creates no files beside it, which writers of another account could not use.</remarks>
    private SqliteConnection OpenImmutable(FileStamp before, Action<SqliteConnection> check)
    {
        SqliteConnection connection = Connect(
            $"{UriOf(path)}?immutable=1", SqliteOpenMode.ReadOnly, opened => PrepareForReading(opened, check));
        _immutable = before;
        return connection;
    }

    private static string UriOf(string file) =>
        "file://" + string.Join(
            '/',
            (Path.DirectorySeparatorChar == '/' ? file : $"/{file.Replace('\\', '/')}")
                .Split('/').Select(Uri.EscapeDataString));

    private SqliteConnection Connect(string source, SqliteOpenMode mode, Action<SqliteConnection> prepare)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = source,
            Mode = mode,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(options.BusyTimeout.TotalSeconds)), // 0 would be for ever.
        }.ConnectionString);
        try
        {
            connection.Open();
            SqliteSafety.Apply(connection);
            connection.Execute($"PRAGMA busy_timeout = {(int)options.BusyTimeout.TotalMilliseconds}");
            prepare(connection);
            return connection;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == NotADatabase)
        {
            connection.Dispose();
            throw new VersionStoreException(
                $"The file '{path}' is not a SQLite database. Name another file, or move this one away.", exception);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void PrepareForReading(SqliteConnection connection, Action<SqliteConnection> check)
    {
        check(connection);
        UseMoreCache(connection);
    }

    private void Prepare(SqliteConnection connection)
    {
        int version = SqliteSchema.Check(connection, path);
        connection.Execute("PRAGMA journal_mode = WAL");
        connection.Execute(options.Durability == SqliteDurability.Full
            ? "PRAGMA synchronous = FULL"
            : "PRAGMA synchronous = NORMAL");
        connection.Execute("PRAGMA journal_size_limit = 67108864");
        SqliteErasure.End(connection);
        UseMoreCache(connection);
        Upgrade(connection, version);
    }

    // In KiB. A claim reads the index entries of many sites, for which SQLite's usual 2 MB are too little.
    private static void UseMoreCache(SqliteConnection connection) => connection.Execute("PRAGMA cache_size = -16384");

    /// <summary>Writes the blocks that an upgraded file lacks.</summary>
    private static void FillBlocks(SqliteConnection connection)
    {
        if (connection.Query(VersionBlocks.AreMissing(prefix: ""), row => row.GetInt64(0)) is [1])
        {
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            connection.Execute(VersionBlocks.Fill(prefix: ""));
            transaction.Commit();
        }
    }

    private void Upgrade(SqliteConnection connection, int version)
    {
        var conversion = new SqliteConversion(connection, options.UpgradeProgress);
        try
        {
            if (version < SqliteSchema.Version)
            {
                SqliteSchema.Migrate(connection, path);
            }

            if (conversion.IsDue)
            {
                conversion.Run();
            }

            SqliteSchema.CheckTables(connection, path);
            FillBlocks(connection);
            new SqliteSearchBuild(connection, options.UpgradeProgress).Run(options.Search);
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == Busy)
        {
            throw new VersionStoreException(
                $"The file '{path}' must be upgraded, but another process writes to it. Open it when that is done.",
                busy);
        }
    }
}

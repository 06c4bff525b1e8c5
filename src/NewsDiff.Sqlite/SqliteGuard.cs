using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsDiff.Sqlite;

/// <summary>Checks at each write that the file is still the one that was opened.</summary>
internal sealed class SqliteGuard
{
    private readonly string _name;
    private readonly string _path;
    private readonly string? _link;
    private readonly bool _hasLog;

    /// <summary>Remembers the file of a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="name">The path under which it was opened.</param>
    public SqliteGuard(SqliteConnection connection, string name)
    {
        _name = name;
        _path = raw.sqlite3_db_filename(connection.Handle, "main").utf8_to_string();
        _link = TargetOf(name);
        _hasLog = connection.Query("PRAGMA journal_mode", row => row.GetString(0)) is ["wal"];
    }

    /// <summary>Checks file and schema, within the transaction of a write.</summary>
    /// <exception cref="VersionStoreException">The file was replaced, or a later version upgraded it.</exception>
    public void Check(SqliteConnection connection)
    {
        CheckPlace(connection);
        CheckSchema(connection, _name);
    }

    /// <summary>Checks that the file and its log are still at their places.</summary>
    /// <exception cref="VersionStoreException">They are not.</exception>
    public void CheckPlace(SqliteConnection connection)
    {
        if (SqliteFileMoves.HasMoved(connection, _path)
            || (_hasLog && !File.Exists($"{_path}-wal"))
            || TargetOf(_name) != _link)
        {
            throw new VersionStoreException(
                $"The file '{_name}' was moved, deleted or replaced while it was open, or '{_path}-wal' was. "
                + "Put them back, or open the store again to use the file that is there now.")
            {
                IsReplaced = true,
            };
        }
    }

    /// <summary>Checks that no later version of the library has upgraded the file.</summary>
    /// <exception cref="VersionStoreException">One has.</exception>
    public static void CheckSchema(SqliteConnection connection, string name)
    {
        int version = connection.Query("PRAGMA user_version", row => row.GetInt32(0))[0];
        if (version > SqliteSchema.Version)
        {
            throw VersionStoreException.NewerSchema(name, version, SqliteSchema.Version);
        }
    }

    private static string? TargetOf(string name)
    {
        var file = new FileInfo(name);
        try
        {
            return file.LinkTarget is null ? null : file.ResolveLinkTarget(returnFinalTarget: true)?.FullName;
        }
        catch (IOException)
        {
            // The links go round in a circle, so they lead to no file.
            return null;
        }
    }
}

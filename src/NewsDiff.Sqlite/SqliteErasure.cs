using Microsoft.Data.Sqlite;

namespace NewsDiff.Sqlite;

/// <summary>Erases what is deleted, so that no text stays in unused parts of the file.</summary>
internal static class SqliteErasure
{
    /// <summary>From now on, overwrites all that is deleted.</summary>
    public static void Begin(SqliteConnection connection) => connection.Execute("PRAGMA secure_delete = ON");

    /// <summary>From now on, overwrites deleted content only where that costs no extra write.</summary>
    public static void End(SqliteConnection connection) => connection.Execute("PRAGMA secure_delete = FAST");

    /// <summary>Moves everything from the log into the file, and empties the log.</summary>
    /// <exception cref="VersionStoreException">Another process keeps it in use for longer than the wait.</exception>
    public static void EmptyLog(SqliteConnection connection, string path)
    {
        if (connection.Query("PRAGMA wal_checkpoint(TRUNCATE)", row => row.GetInt64(0)) is [not 0])
        {
            throw new VersionStoreException(
                $"The texts are erased, but the file '{path}-wal' may still hold them, because another process is "
                + "still reading. Repeat the call later.");
        }
    }
}

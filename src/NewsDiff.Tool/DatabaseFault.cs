using Microsoft.Data.Sqlite;

namespace NewsDiff.Tool;

/// <summary>Explains SQLite's result codes in one sentence for the user.</summary>
/// <remarks>The codes: https://sqlite.org/rescode.html</remarks>
internal static class DatabaseFault
{
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ReadOnly = 8;
    private const int InputOutput = 10;
    private const int Corrupt = 11;
    private const int Full = 13;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;
    private const int CannotGrowSharedMemory = 10 | (19 << 8);

    internal static string Describe(SqliteException exception, string database) => exception switch
    {
        // When the journal's shared memory cannot grow, a full disk looks like a fault of the disk.
        { SqliteErrorCode: Full } or { SqliteExtendedErrorCode: CannotGrowSharedMemory } =>
            $"the disk is full: the database '{database}' cannot grow. Nothing was lost; make room and try again.",
        { SqliteErrorCode: Busy or Locked } =>
            $"the database '{database}' is busy: another program keeps it locked. Try again later.",
        { SqliteErrorCode: ReadOnly } =>
            $"the database '{database}' is read-only; give write permission to the file and its folder.",
        { SqliteErrorCode: InputOutput } => $"the database '{database}' cannot be read or written: {exception.Message}",
        { SqliteErrorCode: Corrupt } => $"the database '{database}' is damaged; restore it from a backup.",
        { SqliteErrorCode: CannotOpen } =>
            $"the database '{database}' cannot be opened; check that its folder exists and is writable.",
        { SqliteErrorCode: NotADatabase } => $"'{database}' is not a SQLite database; name another file with --db.",
        _ => $"the database '{database}' cannot be used: {exception.Message}",
    };
}

using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsDiff.Sqlite;

/// <summary>Opens a file as one that a stranger may have made: nothing in it runs, and what is damaged is noticed.</summary>
/// <remarks>Triggers and views that somebody added stay in the file; only this connection runs none.</remarks>
internal static class SqliteSafety
{
    // Numbers of sqlite3.h, which the binding does not name.
    private const int EnableTrigger = 1003;
    private const int Defensive = 1010;
    private const int EnableView = 1015;

    /// <summary>Switches off what the tables of ours do not need.</summary>
    public static void Apply(SqliteConnection connection)
    {
        Configure(connection, Defensive, 1);
        Configure(connection, EnableTrigger, 0);
        Configure(connection, EnableView, 0);
        connection.Execute("PRAGMA trusted_schema = OFF");
        connection.Execute("PRAGMA cell_size_check = ON");
    }

    // A library that is too old for one of them says so; the others still hold.
    private static void Configure(SqliteConnection connection, int option, int value) =>
        raw.sqlite3_db_config(connection.Handle, option, value, out _);
}

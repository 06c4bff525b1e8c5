using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsDiff.Sqlite;

/// <summary>Configures a connection to an untrusted file: its schema runs no code; damage is noticed.</summary>
/// <remarks>Foreign triggers and views stay in the file, but this connection does not run them.</remarks>
internal static class SqliteSafety
{
    // Numbers of sqlite3.h, which the binding does not name.
    private const int EnableTrigger = 1003;
    private const int Defensive = 1010;
    private const int EnableView = 1015;

    /// <summary>Switches off the features that our tables do not need.</summary>
    public static void Apply(SqliteConnection connection)
    {
        Configure(connection, Defensive, 1);
        Configure(connection, EnableTrigger, 0);
        Configure(connection, EnableView, 0);
        connection.Execute("PRAGMA trusted_schema = OFF");
        connection.Execute("PRAGMA cell_size_check = ON");
    }

    // A library that is too old for one of them reports that; the others still apply.
    private static void Configure(SqliteConnection connection, int option, int value) =>
        raw.sqlite3_db_config(connection.Handle, option, value, out _);
}

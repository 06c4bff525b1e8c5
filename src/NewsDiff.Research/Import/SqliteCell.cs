using System.Globalization;
using Microsoft.Data.Sqlite;

namespace NewsDiff.Research.Import;

/// <summary>Reads cells whose type the database does not promise.</summary>
internal static class SqliteCell
{
    internal static string? Text(SqliteDataReader row, int column) => row.GetValue(column) switch
    {
        string text => text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    internal static bool Flag(SqliteDataReader row, int column) => row.GetValue(column) is long and not 0;
}

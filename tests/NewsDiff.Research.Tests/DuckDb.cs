using System.Globalization;
using DuckDB.NET.Data;

namespace NewsDiff.Research.Tests;

/// <summary>Asks DuckDB.</summary>
internal static class DuckDb
{
    /// <summary>The rows of an answer, a line each, with a bar between the cells.</summary>
    internal static string Ask(this DuckDBConnection duck, string sql)
    {
        using DuckDBCommand command = duck.CreateCommand();
#pragma warning disable CA2100 // The tests' own queries.
        command.CommandText = sql;
#pragma warning restore CA2100
        using DuckDBDataReader rows = command.ExecuteReader();
        List<string> lines = [];
        while (rows.Read())
        {
            IEnumerable<string?> cells = Enumerable.Range(0, rows.FieldCount)
                .Select(i => Convert.ToString(rows[i], CultureInfo.InvariantCulture));
            lines.Add(string.Join('|', cells));
        }

        return string.Join('\n', lines);
    }
}

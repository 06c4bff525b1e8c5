using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace NewsDiff.Research.Import;

/// <summary>Puts the three CSV files of a NewsSniffer dump into a database, where they can be joined.</summary>
internal static class NewsSnifferTables
{
    /// <summary>Whether a folder has the files.</summary>
    internal static bool AreIn(string folder) =>
        NewsSniffer.Tables.All(table => File.Exists(FileOf(folder, table.Table)));

    /// <summary>Writes the database.</summary>
    /// <exception cref="FormatException">A file lacks a column.</exception>
    internal static void Load(string folder, string database)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        connection.Open();
        using SqliteTransaction all = connection.BeginTransaction();
        foreach ((string table, string[] columns) in NewsSniffer.Tables)
        {
            Load(FileOf(folder, table), table, columns, connection);
        }

        all.Commit();
    }

    private static string FileOf(string folder, string table) => Path.Combine(folder, table + ".csv");

    private static void Load(string path, string table, string[] columns, SqliteConnection connection)
    {
        using var text = new StreamReader(path, Encoding.UTF8);
        var rows = new CsvReader(text);
        string?[] header = [.. rows.Read() ?? []];
        int[] places = [.. columns.Select(column => Array.FindIndex(
            header, name => column.Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase)))];
        if (places.Contains(-1))
        {
            throw new FormatException(
                $"'{Path.GetFileName(path)}' needs a header with these columns: {string.Join(", ", columns)}.");
        }

        using SqliteCommand insert = connection.CreateCommand();
        string names = string.Join(", ", columns);
#pragma warning disable CA2100 // Tables and columns are constants.
        insert.CommandText = $"CREATE TABLE {table} ({names})";
        insert.ExecuteNonQuery();
        insert.CommandText =
            $"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", columns.Select(static name => "@" + name))})";
#pragma warning restore CA2100
        foreach (string column in columns)
        {
            insert.Parameters.AddWithValue("@" + column, DBNull.Value);
        }

        while (rows.Read() is { } cells)
        {
            for (int i = 0; i < places.Length; i++)
            {
                insert.Parameters[i].Value = Value(places[i] < cells.Count ? cells[places[i]] : "", columns[i]);
            }

            insert.ExecuteNonQuery();
        }
    }

    // Ids and numbers of versions are numbers, or they would be ordered as texts.
    private static object Value(string? cell, string column) => cell switch
    {
        null => DBNull.Value,
        _ when (column == "version" || column.EndsWith("id", StringComparison.Ordinal))
            && long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out long number) => number,
        _ => cell,
    };
}

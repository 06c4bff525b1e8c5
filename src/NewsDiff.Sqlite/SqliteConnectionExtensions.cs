using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;
using NewsDiff.Sql;
using NewsDiff.Storage;

namespace NewsDiff.Sqlite;

/// <summary>
/// One-line commands. Text passes through <see cref="StorableText"/>, so that any text can be stored.
/// </summary>
internal static class SqliteConnectionExtensions
{
    /// <summary>Runs a command.</summary>
    /// <returns>The number of rows it inserted, updated or deleted.</returns>
    public static int Execute(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    /// <summary>Reads all rows of a query.</summary>
    public static List<T> Query<T>(
        this SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        using SqliteCommand command = connection.Command(sql, parameters);
        using SqliteDataReader reader = command.ExecuteReader();
        List<T> rows = [];
        while (reader.Read())
        {
            rows.Add(reader.ReadRow(read));
        }

        return rows;
    }

    [SuppressMessage("Security", "CA2100", Justification = "The texts are written here; values travel as parameters.")]
    private static SqliteCommand Command(
        this SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.AddWithValue(name, value switch
            {
                null => DBNull.Value,
                string text => StorableText.Encode(text),
                DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
                Uri url => url.AbsoluteUri,
                Enum member => member.ToString(),
                _ => value,
            });
        }

        return command;
    }
}

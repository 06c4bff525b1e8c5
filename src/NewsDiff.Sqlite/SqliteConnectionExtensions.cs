using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using NewsDiff.Sql;
using NewsDiff.Storage;

namespace NewsDiff.Sqlite;

/// <summary>
/// One-line commands. Text passes through <see cref="StorableText"/>, so that any text can be stored.
/// </summary>
internal static class SqliteConnectionExtensions
{
    /// <summary>The maximum number of kept statements, which exceeds those of a store without rare queries.</summary>
    private const int MostKept = 100;

    /// <summary>The prepared statements of each connection; a connection disposes its own.</summary>
    private static readonly ConditionalWeakTable<SqliteConnection, Dictionary<string, SqliteCommand>> Prepared = [];

    /// <summary>Runs a command.</summary>
    /// <returns>The number of rows it inserted, updated or deleted.</returns>
    public static int Execute(
        this SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteCommand command = connection.Take(sql, parameters);
        int rows = command.ExecuteNonQuery();
        connection.Keep(command);
        return rows;
    }

    /// <summary>Reads all rows of a query.</summary>
    public static List<T> Query<T>(
        this SqliteConnection connection,
        string sql,
        Func<SqliteDataReader, T> read,
        params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteCommand command = connection.Take(sql, parameters);
        List<T> rows = [];
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
            {
                rows.Add(reader.ReadRow(read));
            }
        }

        connection.Keep(command);
        return rows;
    }

    /// <summary>Takes the prepared command out, so that a nested query gets its own.</summary>
    [SuppressMessage("Security", "CA2100", Justification = "The texts are written here; values travel as parameters.")]
    private static SqliteCommand Take(
        this SqliteConnection connection, string sql, ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        if (Prepared.GetOrCreateValue(connection).Remove(sql, out SqliteCommand? kept))
        {
            kept.Transaction = command.Transaction;
            command.Dispose();
            command = kept;
            command.Parameters.Clear();
        }
        else
        {
            command.CommandText = sql;
        }

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

    private static void Keep(this SqliteConnection connection, SqliteCommand command)
    {
        Dictionary<string, SqliteCommand> kept = Prepared.GetOrCreateValue(connection);
        if (kept.Count >= MostKept || !kept.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }
}

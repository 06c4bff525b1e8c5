using System.Diagnostics.CodeAnalysis;
using NewsDiff.Sql;
using NewsDiff.Storage;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Commands in one line. Text passes through <see cref="StorableText"/>, so that any is kept.</summary>
internal static class NpgsqlConnectionExtensions
{
    /// <summary>Runs a command.</summary>
    /// <returns>The number of rows it inserted, updated or deleted.</returns>
    public static async Task<int> ExecuteAsync(
        this NpgsqlConnection connection,
        string sql,
        (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken)
    {
        NpgsqlCommand command = connection.Command(sql, parameters);
        await using (command.ConfigureAwait(false))
        {
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads all rows of a query.</summary>
    public static async Task<List<T>> QueryAsync<T>(
        this NpgsqlConnection connection,
        string sql,
        Func<NpgsqlDataReader, T> read,
        (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken)
    {
        NpgsqlCommand command = connection.Command(sql, parameters);
        await using (command.ConfigureAwait(false))
        {
            NpgsqlDataReader reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                List<T> rows = [];
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    rows.Add(reader.ReadRow(read));
                }

                return rows;
            }
        }
    }

    [SuppressMessage("Security", "CA2100", Justification = "The texts are written here; values travel as parameters.")]
    private static NpgsqlCommand Command(
        this NpgsqlConnection connection, string sql, (string Name, object? Value)[] parameters)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.AddWithValue(name, value switch
            {
                null => DBNull.Value,
                string text => StorableText.Encode(text)!,
                DateTimeOffset instant => DateTimeOffset.FromUnixTimeMilliseconds(instant.ToUnixTimeMilliseconds()),
                Uri url => url.AbsoluteUri,
                Enum member => member.ToString(),
                _ => value,
            });
        }

        return command;
    }
}

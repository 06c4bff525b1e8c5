using Microsoft.Data.Sqlite;

namespace NewsDiff.Research.Export;

/// <summary>Writes one table of a database.</summary>
internal sealed class SqliteTableWriter : ITableWriter
{
    private const int Decimals = 6;

    private readonly SqliteCommand _insert;
    private readonly int[] _indexes;

    internal SqliteTableWriter(SqliteConnection connection, ExportTable table, bool includesText)
    {
        _indexes = [.. table.Select(includesText)];
        _insert = connection.CreateCommand();
        string values = string.Join(", ", _indexes.Select(static index => FormattableString.Invariant($"@{index}")));
#pragma warning disable CA2100 // The text is made of the schema's own names.
        _insert.CommandText = $"INSERT INTO {table.Name} VALUES ({values})";
#pragma warning restore CA2100
        foreach (int index in _indexes)
        {
            _insert.Parameters.AddWithValue(FormattableString.Invariant($"@{index}"), DBNull.Value);
        }
    }

    public async ValueTask WriteAsync(object?[] cells)
    {
        for (int i = 0; i < _indexes.Length; i++)
        {
            object? cell = cells[_indexes[i]];
            _insert.Parameters[i].Value = cell is double share ? Math.Round(share, Decimals) : cell ?? DBNull.Value;
        }

        await _insert.ExecuteNonQueryAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        _insert.Dispose();
        return ValueTask.CompletedTask;
    }
}

using Microsoft.Data.Sqlite;

namespace NewsDiff.Research.Import;

/// <summary>Opens a database that somebody else made, and reads its tables row by row.</summary>
/// <remarks>
/// It is opened for reading only, and what its schema defines is not trusted: only real tables are read, no views, and
/// triggers never run.
/// </remarks>
internal sealed class SqliteSource : IDisposable
{
    private readonly SqliteConnection _connection;

    internal SqliteSource(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        try
        {
            _connection.Open();
            Execute("PRAGMA trusted_schema = OFF");
            Execute("PRAGMA cell_size_check = ON");
        }
        catch
        {
            _connection.Dispose();
            throw;
        }
    }

    public void Dispose() => _connection.Dispose();

    /// <summary>Finds a table.</summary>
    /// <returns>The table; null when there is none, or only a view or a virtual table of this name.</returns>
    internal SqliteTable? FindTable(string name)
    {
        using SqliteCommand find = Command(
            "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = @name COLLATE NOCASE AND rootpage > 0",
            ("@name", name));
        if (find.ExecuteScalar() is null)
        {
            return null;
        }

        using SqliteCommand list = Command("SELECT name FROM pragma_table_info(@name)", ("@name", name));
        using SqliteDataReader rows = list.ExecuteReader();
        HashSet<string> columns = new(StringComparer.OrdinalIgnoreCase);
        while (rows.Read())
        {
            columns.Add(rows.GetString(0));
        }

        return new SqliteTable(name, columns);
    }

    /// <summary>Makes a command.</summary>
    internal SqliteCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // The text is ours; names of columns are those that the table was found to have.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach ((string name, object? value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        return command;
    }

    internal void Execute(string sql)
    {
        using SqliteCommand command = Command(sql);
        command.ExecuteNonQuery();
    }
}

using Microsoft.Data.Sqlite;

namespace NewsDiff.Research.Export;

/// <summary>Writes all tables into one database.</summary>
/// <remarks>The same rows give the same bytes with the same release of SQLite.</remarks>
internal sealed class SqliteCorpus : IDisposable
{
    internal const string FileName = "corpus.sqlite";

    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly bool _includesText;

    internal SqliteCorpus(string path, bool includesText)
    {
        _includesText = includesText;
        File.Delete(path);
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();

        // A file without run.json is incomplete, so nothing needs to be rolled back. Bytes that no row uses are zeros.
        Execute("PRAGMA journal_mode = OFF");
        Execute("PRAGMA synchronous = OFF");
        Execute("PRAGMA secure_delete = ON");
        Execute("PRAGMA page_size = 4096");
        _transaction = _connection.BeginTransaction();
    }

    /// <summary>Makes a table.</summary>
    internal SqliteTableWriter Open(ExportTable table)
    {
        IEnumerable<string> columns = table.Select(_includesText).Select(index => table.Columns[index])
            .Select(static column =>
                $"\"{column.Name}\" {TypeOf(column.Type)}{(column.IsNullable ? "" : " NOT NULL")}");
        Execute($"CREATE TABLE {table.Name} ({string.Join(", ", columns)})");
        return new SqliteTableWriter(_connection, table, _includesText);
    }

    /// <summary>Adds the indexes and views, and closes the file.</summary>
    public void Dispose()
    {
        foreach (string statement in SqliteViews.Indexes.Concat(SqliteViews.Views(_includesText)))
        {
            Execute(statement);
        }

        _transaction.Commit();
        _transaction.Dispose();
        _connection.Dispose();
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // The text is made of the schema's own names.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static string TypeOf(ExportType type) => type switch
    {
        ExportType.Integer or ExportType.Flag => "INTEGER",
        ExportType.Share => "REAL",
        _ => "TEXT",
    };
}

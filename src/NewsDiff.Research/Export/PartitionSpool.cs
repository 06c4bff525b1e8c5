using Microsoft.Data.Sqlite;

namespace NewsDiff.Research.Export;

/// <summary>Keeps packed rows in a file until all are there, and gives them back by partition.</summary>
/// <remarks>SQLite sorts the names of the partitions on disk; the memory does not grow with their number.</remarks>
internal sealed class PartitionSpool : IDisposable
{
    private readonly string _path;
    private readonly SqliteConnection _connection;
    private readonly SqliteTransaction _transaction;
    private readonly SqliteCommand _insert;

    internal PartitionSpool(string path)
    {
        _path = path;
        File.Delete(path);
        _connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        foreach (string setting in (string[])["journal_mode = OFF", "synchronous = OFF", "temp_store = FILE"])
        {
            Execute($"PRAGMA {setting}");
        }

        _transaction = _connection.BeginTransaction();
        Execute("CREATE TABLE packed (place INTEGER PRIMARY KEY, partition TEXT NOT NULL, content BLOB NOT NULL)");
        _insert = Command("INSERT INTO packed (partition, content) VALUES (@partition, @content)");
        _insert.Parameters.Add("@partition", SqliteType.Text);
        _insert.Parameters.Add("@content", SqliteType.Blob);
    }

    internal void Add(string partition, byte[] packed)
    {
        _insert.Parameters[0].Value = partition;
        _insert.Parameters[1].Value = packed;
        _insert.ExecuteNonQuery();
    }

    /// <summary>Reads all, one partition after the other, each in the order in which it was added.</summary>
    internal IEnumerable<(string Partition, byte[] Packed)> Read()
    {
        using SqliteCommand list = Command("SELECT partition, place FROM packed ORDER BY partition, place");
        using SqliteCommand one = Command("SELECT content FROM packed WHERE place = @place");
        one.Parameters.Add("@place", SqliteType.Integer);
        using SqliteDataReader places = list.ExecuteReader();
        while (places.Read())
        {
            one.Parameters[0].Value = places.GetInt64(1);
            yield return (places.GetString(0), (byte[])one.ExecuteScalar()!);
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _transaction.Dispose();
        _connection.Dispose();
        File.Delete(_path);
    }

    private void Execute(string sql)
    {
        using SqliteCommand command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        SqliteCommand command = _connection.CreateCommand();
#pragma warning disable CA2100 // The text is ours.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = _transaction;
        return command;
    }
}

using Microsoft.Data.Sqlite;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

/// <summary>Brings the versions of earlier releases into the present form.</summary>
/// <remarks>
/// Each portion is committed. The next process to open the file continues after the last portion, and several processes
/// take turns. The old table stays unchanged until all is converted.
/// </remarks>
/// <param name="connection">The file, whose tables are those of the present schema version.</param>
/// <param name="progress">Receives the share that is done.</param>
internal sealed class SqliteConversion(SqliteConnection connection, IProgress<double>? progress)
{
    private const int RowsAtOnce = 1_000;
    private const int BytesAtOnce = 32 << 20;

    private const string Select =
        $"""
         SELECT {FormerVersion.Columns} FROM former_version
         WHERE (article_id, number) > (@article, @number) ORDER BY article_id, number LIMIT @limit
         """;

    private static readonly string[] Indexes =
    [
        "CREATE INDEX IF NOT EXISTS version_by_sequence ON version (sequence, seen_at)",
        "CREATE INDEX IF NOT EXISTS version_by_time ON version (seen_at, sequence, host)",
        "CREATE INDEX IF NOT EXISTS version_by_host ON version (host, sequence, seen_at)",
    ];

    private long _total;
    private long _done;

    /// <summary>Whether the file has versions in the old form, or lacks the indexes.</summary>
    public bool IsDue => Number(
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'former_version'") == 1;

    /// <summary>Converts all versions that are left, then makes the indexes.</summary>
    public void Run()
    {
        while (InTransaction(ConvertSome))
        {
            progress?.Report(Math.Min(1, (double)_done / _total));
        }

        foreach (string index in Indexes)
        {
            InTransaction(() => connection.Execute(index) == 0);
        }

        // Plain texts would stay in the unused pages, where no takedown reaches them.
        SqliteErasure.Begin(connection);
        InTransaction(() => connection.Execute("DROP TABLE IF EXISTS former_version") == 0);
        SqliteErasure.End(connection);
    }

    private static void Insert(SqliteCommand command, long id, FormerVersion row, int depth, byte[] body)
    {
        command.Parameters["@id"].Value = id;
        command.Parameters["@sequence"].Value = row.Sequence;
        command.Parameters["@content_hash"].Value = row.ContentHash;
        command.Parameters["@depth"].Value = depth;
        command.Parameters["@body"].Value = body;
        command.ExecuteNonQuery();
    }

    private bool InTransaction(Func<bool> work)
    {
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        bool result = work();
        transaction.Commit();
        return result;
    }

    /// <summary>Converts the rows after the last one that was converted.</summary>
    /// <returns>Whether there were any.</returns>
    private bool ConvertSome()
    {
        if (!IsDue)
        {
            return false;
        }

        connection.CreateFunction("hash_column", static (string? text) => HashColumn.EncodeStored(text), true);
        (string article, long number, long history) = FindPosition();
        using SqliteCommand select = connection.CreateCommand();
        select.CommandText = Select;
        select.Parameters.AddWithValue("@limit", RowsAtOnce);
        select.Parameters.AddWithValue("@article", article);
        select.Parameters.AddWithValue("@number", number);
        using SqliteDataReader reader = select.ExecuteReader();
        long start = _done;
        Convert(reader, article, history);
        return _done > start;
    }

    /// <summary>Converts rows, as many as fit into memory.</summary>
    /// <param name="reader">The rows.</param>
    /// <param name="article">The article of the last converted version.</param>
    /// <param name="history">The key of its history; 0 for none.</param>
    private void Convert(SqliteDataReader reader, string article, long history)
    {
        using SqliteCommand insert = CreateInsert();
        using SqliteCommand insertHistory = CreateHistoryInsert();
        FormerVersion? last = null;
        DecodedBody? before = null;
        for (int bytes = 0; bytes < BytesAtOnce && reader.Read(); bytes += last.Json.Length)
        {
            FormerVersion row = reader.ReadRow(FormerVersion.Read);
            if (row.ArticleId != (last?.ArticleId ?? article) || history == 0)
            {
                insertHistory.Parameters[0].Value = row.Sequence;
                history = (long)insertHistory.ExecuteScalar()!;
            }

            (byte[] body, int depth) = row.Encode(last is not null && row.Follows(last) ? before : null);
            Insert(insert, VersionKey.Of(history, row.Number), row, depth, body);
            (last, before) = (row, new DecodedBody(row.Json, depth));
            _done++;
        }
    }

    /// <summary>The last converted version; each process continues from there.</summary>
    private (string Article, long Number, long History) FindPosition()
    {
        (string Article, long Number, long History) position = connection.Query(
            $"""
             SELECT h.article_id, {VersionKey.NumberOf("v.id")}, h.key FROM version v
             JOIN history h ON h.key = v.id >> {VersionKey.NumberBits} ORDER BY v.id DESC LIMIT 1
             """,
            row => (row.GetString(0), row.GetInt64(1), row.GetInt64(2))).FirstOrDefault(("", 0, 0));
        if (_total == 0)
        {
            _total = Math.Max(1, Number("SELECT count(*) FROM former_version"));
            _done = Number("SELECT count(*) FROM version");
        }

        return position;
    }

    private SqliteCommand CreateHistoryInsert()
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT INTO history (article_id) SELECT article_id FROM former_version WHERE sequence = @sequence
            RETURNING key
            """;
        command.Parameters.Add("@sequence", SqliteType.Integer);
        return command;
    }

    private SqliteCommand CreateInsert()
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText =
            """
            INSERT OR IGNORE INTO host (name) SELECT host FROM former_version WHERE sequence = @sequence;
            INSERT INTO version
                (id, sequence, seen_at, host, content_hash, extractor_version, container, page_hash, doubt, depth, body)
            SELECT @id, f.sequence, f.seen_at, host.key, @content_hash, f.extractor_version, f.container,
                hash_column(f.page_hash), f.doubt, @depth, @body
            FROM former_version f JOIN host ON host.name = f.host WHERE f.sequence = @sequence
            """;
        command.Parameters.Add("@id", SqliteType.Integer);
        command.Parameters.Add("@sequence", SqliteType.Integer);
        command.Parameters.Add("@content_hash", SqliteType.Blob);
        command.Parameters.Add("@depth", SqliteType.Integer);
        command.Parameters.Add("@body", SqliteType.Blob);
        return command;
    }

    private long Number(string sql) => connection.Query(sql, row => row.GetInt64(0))[0];
}

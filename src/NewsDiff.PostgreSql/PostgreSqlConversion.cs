using NewsDiff.Sql;

namespace NewsDiff.PostgreSql;

/// <summary>Brings the versions of earlier releases into the present form.</summary>
/// <remarks>
/// Each portion is committed. The next process to open the database continues after the last portion, and several
/// processes take turns. The old table stays unchanged until all is converted.
/// </remarks>
/// <param name="connection">The database, whose tables are those of the present schema version.</param>
/// <param name="schema">The schema's name.</param>
/// <param name="key">The lock for changes to the tables.</param>
/// <param name="progress">Receives the share that is done.</param>
internal sealed class PostgreSqlConversion(
    PostgreSqlConnection connection, string schema, long key, IProgress<double>? progress)
{
    private const int RowsAtOnce = 1_000;
    private const int BytesAtOnce = 32 << 20;

    private readonly string _prefix = connection.Prefix;
    private long _total;
    private long _done;

    /// <summary>Whether the database has versions in the old form, or lacks the indexes.</summary>
    public async Task<bool> IsDueAsync(CancellationToken cancellationToken) => (await connection.QueryAsync(
        "SELECT EXISTS (SELECT FROM pg_tables WHERE schemaname = @schema AND tablename = 'former_version')",
        row => row.GetBoolean(0),
        [("@schema", schema)],
        cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Converts all versions that are left, then makes the indexes.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await connection.InLockAsync(key, ConvertSomeAsync, cancellationToken).ConfigureAwait(false))
        {
            progress?.Report(Math.Min(1, (double)_done / _total));
        }

        await connection.InLockAsync(key, FinishAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Converts the rows after the last one that was converted.</summary>
    /// <returns>Whether there were any.</returns>
    private async Task<bool> ConvertSomeAsync(PostgreSqlConnection locked, CancellationToken cancellationToken)
    {
        if (!await IsDueAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (_total == 0)
        {
            (_total, _done) = (await locked.QueryAsync(
                $"SELECT (SELECT count(*) FROM {_prefix}former_version), (SELECT count(*) FROM {_prefix}version)",
                row => (Math.Max(1, row.GetInt64(0)), row.GetInt64(1)),
                [],
                cancellationToken).ConfigureAwait(false))[0];
        }

        List<FormerVersion> rows = await locked.QueryAsync(
            Select(), FormerVersion.Read, [("@rows", RowsAtOnce), ("@bytes", (long)BytesAtOnce)], cancellationToken)
            .ConfigureAwait(false);
        if (rows.Count > 0)
        {
            await WriteAsync(locked, rows, cancellationToken).ConfigureAwait(false);
            _done += rows.Count;
        }

        return rows.Count > 0;
    }

    /// <summary>The next rows by article and number, as many as fit into memory.</summary>
    private string Select() =>
        $"""
         WITH last (article_id, number) AS (
             SELECT h.article_id, {VersionKey.NumberOf("max(v.id)")} FROM (
                 SELECT key, article_id FROM {_prefix}history ORDER BY article_id DESC LIMIT 1) h
             JOIN {_prefix}version v
                 ON v.id BETWEEN h.key * {VersionKey.HistoryStep} AND (h.key + 1) * {VersionKey.HistoryStep} - 1
             GROUP BY h.article_id)
         SELECT {FormerVersion.Columns} FROM (
             SELECT n.*, sum(octet_length(article)) OVER (ORDER BY article_id, number) - octet_length(article) AS before
             FROM (
                 SELECT {FormerVersion.Columns} FROM {_prefix}former_version
                 WHERE (article_id, number) > (
                     coalesce((SELECT article_id FROM last), ''), coalesce((SELECT number FROM last), 0))
                 ORDER BY article_id, number LIMIT @rows) n) fitting
         WHERE before < @bytes ORDER BY article_id, number
         """;

    /// <summary>Writes rows; the database itself copies all columns except the bodies.</summary>
    private Task<int> WriteAsync(
        PostgreSqlConnection locked, List<FormerVersion> rows, CancellationToken cancellationToken)
    {
        byte[][] bodies = new byte[rows.Count][];
        int[] depths = new int[rows.Count];
        DecodedBody? before = null;
        for (int i = 0; i < rows.Count; i++)
        {
            bool follows = i > 0 && rows[i].Follows(rows[i - 1]);
            (bodies[i], depths[i]) = rows[i].Encode(follows ? before : null);
            before = new DecodedBody(rows[i].Json, depths[i]);
        }

        return locked.ExecuteAsync(
            Insert(),
            [
                ("@sequences", rows.Select(row => row.Sequence).ToArray()),
                ("@hashes", rows.Select(row => row.ContentHash).ToArray()),
                ("@depths", depths),
                ("@bodies", bodies),
            ],
            cancellationToken);
    }

    private string Insert() =>
        $"""
         INSERT INTO {_prefix}host (name)
             SELECT DISTINCT host FROM {_prefix}former_version WHERE sequence = ANY(@sequences)
             ON CONFLICT DO NOTHING;
         INSERT INTO {_prefix}history (article_id)
             SELECT DISTINCT article_id FROM {_prefix}former_version WHERE sequence = ANY(@sequences)
             ON CONFLICT DO NOTHING;
         INSERT INTO {_prefix}version
             (id, sequence, seen_at, host, content_hash, extractor_version, container, page_hash, doubt, depth, body)
         OVERRIDING SYSTEM VALUE
         SELECT h.key * {VersionKey.HistoryStep} + f.number, f.sequence, f.seen_at, o.key, new.content_hash,
             f.extractor_version, f.container, {Hash("f.page_hash")}, f.doubt, new.depth, new.body
         FROM unnest(@sequences, @hashes, @depths, @bodies) new (sequence, content_hash, depth, body)
         JOIN {_prefix}former_version f ON f.sequence = new.sequence
         JOIN {_prefix}history h ON h.article_id = f.article_id
         JOIN {_prefix}host o ON o.name = f.host;
 
         """;

    /// <summary>The expression that encodes a column as <see cref="HashColumn"/> does.</summary>
    private static string Hash(string column) =>
        $"""
         CASE WHEN length({column}) = 64 AND {column} !~ '[^0-9a-f]' THEN '\x01'::bytea || decode({column}, 'hex')
             ELSE '\x00'::bytea || convert_to({column}, 'UTF8') END
         """;

    private async Task<bool> FinishAsync(PostgreSqlConnection locked, CancellationToken cancellationToken)
    {
        if (!await IsDueAsync(cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        long next = (await locked.QueryAsync(
            $"SELECT coalesce(max(sequence), 0) + 1 FROM {_prefix}former_version",
            row => row.GetInt64(0),
            [],
            cancellationToken).ConfigureAwait(false))[0];
        await locked.ExecuteAsync(
            $"""
             ALTER TABLE {_prefix}version ALTER COLUMN sequence RESTART WITH {next};
             CREATE UNIQUE INDEX version_by_sequence ON {_prefix}version (sequence) INCLUDE (id, seen_at);
             CREATE INDEX version_by_time ON {_prefix}version (seen_at, sequence);
             CREATE INDEX version_by_host ON {_prefix}version (host, sequence);
             DROP TABLE {_prefix}former_version;
             ANALYZE {_prefix}version, {_prefix}history, {_prefix}host;
             """,
            [],
            cancellationToken).ConfigureAwait(false);
        return true;
    }
}

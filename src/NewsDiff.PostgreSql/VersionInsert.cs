using NewsDiff.Sql;

namespace NewsDiff.PostgreSql;

/// <summary>Inserts a version and its event, with its history and its host where they are new.</summary>
internal static class VersionInsert
{
    private const int Attempts = 3;

    /// <summary>Inserts a version.</summary>
    /// <returns>False when another append took its number; nothing is written then.</returns>
    public static async Task<bool> RunAsync(
        PostgreSqlConnection connection,
        ArticleVersion version,
        StoredHead? head,
        CancellationToken cancellationToken)
    {
        long history = head?.History
            ?? await FindAsync(connection, History(connection.Prefix), version.ArticleId, cancellationToken)
                .ConfigureAwait(false);
        (string, object?)[] parameters =
        [
            .. VersionRow.Parameters(version, history, head?.Body), .. EventTable.Parameters(version),
        ];
        string insert =
            $"""
             WITH stored AS (
                 {VersionRow.Insert(connection.Prefix)} AND {FollowsItsHead(connection.Prefix)} ON CONFLICT (id) DO NOTHING RETURNING id)
             {EventTable.InsertAfter("stored", connection.Prefix, PostgreSqlDatabase.EventTransactionOf(connection.Prefix))}
             """;
        if (await connection.ExecuteAsync(insert, parameters, cancellationToken).ConfigureAwait(false) == 1)
        {
            return true;
        }

        // The number is taken, or the host is new.
        await FindAsync(connection, Host(connection.Prefix), version.Host, cancellationToken).ConfigureAwait(false);
        return await connection.ExecuteAsync(insert, parameters, cancellationToken).ConfigureAwait(false) == 1;
    }

    /// <summary>Whether a version was not inserted because its text was taken down.</summary>
    public static async Task<bool> IsHiddenAsync(
        PostgreSqlConnection connection, ArticleVersion version, StoredHead head, CancellationToken cancellationToken) =>
        (await connection.QueryAsync(
            $"SELECT {VersionRow.IsNotHidden(connection.Prefix)}",
            row => !row.GetBoolean(0),
            [
                ("@id", VersionKey.Of(head.History, version.Number)),
                ("@content_hash", HashColumn.Encode(version.ContentHash)),
            ],
            cancellationToken).ConfigureAwait(false))[0];

    /// <summary>The condition that the version before is still as it was when the difference was made.</summary>
    /// <remarks>A takedown locks the table; this statement begins after it, or the takedown waits for it.</remarks>
    private static string FollowsItsHead(string prefix) =>
        $"""
         (@depth = 0 OR EXISTS (
             SELECT FROM {prefix}version b WHERE b.id = @id - 1 AND b.depth = @depth - 1 AND b.erased IS NULL))
         """;

    private static string History(string prefix) => Named($"{prefix}history", "article_id");

    private static string Host(string prefix) => Named($"{prefix}host", "name");

    /// <summary>The statement that finds the key of a name, or makes one.</summary>
    private static string Named(string table, string column) =>
        $"""
         WITH added AS (
             INSERT INTO {table} ({column}) SELECT @name WHERE NOT EXISTS (SELECT FROM {table} WHERE {column} = @name)
             ON CONFLICT DO NOTHING RETURNING key)
         SELECT key::bigint FROM added UNION ALL SELECT key FROM {table} WHERE {column} = @name
         """;

    private static async Task<long> FindAsync(
        PostgreSqlConnection connection, string sql, string name, CancellationToken cancellationToken)
    {
        // Neither added nor found: another transaction added it meanwhile, and a new statement sees it.
        for (int attempt = 1; ; attempt++)
        {
            List<long> keys = await connection.QueryAsync(
                sql, row => row.GetInt64(0), [("@name", name)], cancellationToken).ConfigureAwait(false);
            if (keys.Count > 0 || attempt == Attempts)
            {
                return keys[0];
            }
        }
    }
}

using NewsDiff.Sql;

namespace NewsDiff.PostgreSql;

/// <summary>Inserts a version and its event, with its history and its host if they are new.</summary>
internal static class VersionInsert
{
    private static readonly string Id = $"history.key * {VersionKey.HistoryStep} + @number";

    /// <summary>Inserts a version in one statement, or in two when its site is new to an article.</summary>
    /// <returns>False when another append was faster; nothing is written then.</returns>
    public static async Task<bool> RunAsync(
        PostgreSqlConnection connection,
        ArticleVersion version,
        StoredHead? head,
        string? by,
        CancellationToken cancellationToken)
    {
        (string, object?)[] parameters =
        [
            .. VersionRow.Parameters(version, head?.Body), .. EventTable.Parameters(version, by),
            ("@before_seal", head?.Seal ?? []),
        ];
        if (!connection.Search.IsOn)
        {
            string condition = $"NOT EXISTS (SELECT FROM {connection.Prefix}store WHERE search_built IS NOT NULL)";
            if (await InsertAsync(connection, version, head, condition, parameters, cancellationToken)
                .ConfigureAwait(false))
            {
                return true;
            }

            // Another process may have made a search index since the database was opened.
            connection.Search.IsOn = await PostgreSqlSearch.FindBuiltAsync(connection, cancellationToken)
                .ConfigureAwait(false) is not null;
        }

        return connection.Search.IsOn && await connection.InTransactionAsync(
            token => InsertAndIndexAsync(connection, version, head, parameters, token), cancellationToken)
            .ConfigureAwait(false);
    }

    private static async Task<bool> InsertAsync(
        PostgreSqlConnection connection, ArticleVersion version, StoredHead? head, string condition,
        (string, object?)[] parameters, CancellationToken cancellationToken) =>
        (head is not null
            && await connection.ExecuteAsync(
                Next(connection.Prefix, condition),
                [("@id", VersionKey.Of(head.History, version.Number)), .. parameters],
                cancellationToken).ConfigureAwait(false) == 1)
            || await connection.ExecuteAsync(First(connection.Prefix, condition), parameters, cancellationToken)
                .ConfigureAwait(false) == 1;

    private static async Task<bool> InsertAndIndexAsync(
        PostgreSqlConnection connection, ArticleVersion version, StoredHead? head, (string, object?)[] parameters,
        CancellationToken cancellationToken)
    {
        await PostgreSqlSearch.ShareAsync(connection, cancellationToken).ConfigureAwait(false);
        long? built = await PostgreSqlSearch.FindBuiltAsync(connection, cancellationToken).ConfigureAwait(false);
        if (!await InsertAsync(connection, version, head, "true", parameters, cancellationToken)
            .ConfigureAwait(false))
        {
            return false;
        }

        // While the index is being built, its builder adds this version later.
        if (built == SearchTable.Complete)
        {
            // After an erased version, the current texts must be read from an earlier one.
            await (head?.Version is { HasText: false }
                ? PostgreSqlSearch.RenewAsync(connection, version.ArticleId, cancellationToken)
                : PostgreSqlSearch.AddAsync(connection, head?.Version, version, cancellationToken))
                .ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Whether a version was not inserted because its text was taken down.</summary>
    public static async Task<bool> IsHiddenAsync(
        PostgreSqlConnection connection,
        ArticleVersion version,
        StoredHead head,
        CancellationToken cancellationToken) =>
        (await connection.QueryAsync(
            $"SELECT {VersionRow.IsNotHidden(connection.Prefix)}",
            row => !row.GetBoolean(0),
            [
                ("@id", VersionKey.Of(head.History, version.Number)),
                ("@content_hash", HashColumn.Encode(version.ContentHash)),
            ],
            cancellationToken).ConfigureAwait(false))[0];

    /// <summary>The condition that the previous version is as it was, and that the text is not hidden.</summary>
    /// <remarks>
    /// What rewrites versions locks the table: it waits for this statement, or is seen by it. A keyframe needs no other
    /// version, but its paragraphs were compared with those of the previous one for the search index.
    /// </remarks>
    private static string Follows(string prefix, string id) =>
        $"""
         (length(@before_seal) = 0 OR EXISTS (
             SELECT FROM {prefix}version b WHERE b.id = {id} - 1 AND (@depth = 0 OR b.depth = @depth - 1)
                 AND b.erased IS NULL AND substr(b.body, 1, {VersionBody.HeaderSize}) = @before_seal))
             AND {VersionRow.IsNotHidden(prefix, id)}
         """;

    private static string Next(string prefix, string condition) =>
        $"""
         WITH stored AS (
             INSERT INTO {prefix}version (id, host, {VersionRow.GivenColumns})
             SELECT @id, key, {VersionRow.GivenValues} FROM {prefix}host
             WHERE name = @host AND {condition} AND {Follows(prefix, "@id")}
             ON CONFLICT (id) DO NOTHING RETURNING id)
         {Event(prefix)}
         """;

    private static string First(string prefix, string condition) =>
        $"""
         WITH {Named("history", $"{prefix}history", "article_id", "@article")},
             {Named("host", $"{prefix}host", "name", "@host")},
             stored AS (
                 INSERT INTO {prefix}version (id, host, {VersionRow.GivenColumns})
                 SELECT {Id}, host.key, {VersionRow.GivenValues}
                 FROM history, host WHERE {condition} AND {Follows(prefix, Id)}
                 ON CONFLICT (id) DO NOTHING RETURNING id)
         {Event(prefix)}
         """;

    private static string Event(string prefix) =>
        EventTable.InsertAfter("stored", prefix, PostgreSqlDatabase.EventTransactionOf(prefix));

    /// <summary>The key of a name, which is added if it is missing.</summary>
    /// <remarks>There is none when another transaction added the name meanwhile: a new statement sees it.</remarks>
    private static string Named(string name, string table, string column, string value) =>
        $"""
         new_{name} AS (
             INSERT INTO {table} ({column}) SELECT {value} WHERE NOT EXISTS (SELECT FROM {table} WHERE {column} = {value})
             ON CONFLICT DO NOTHING RETURNING key),
         {name} AS (SELECT key FROM new_{name} UNION ALL SELECT key FROM {table} WHERE {column} = {value} LIMIT 1)
         """;
}

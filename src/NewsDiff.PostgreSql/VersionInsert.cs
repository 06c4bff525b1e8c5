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
        Task<bool> TryAsync() => connection.Search.IsOn
            ? InsertAndIndexAsync(connection, version, head, history, parameters, cancellationToken)
            : InsertAsync(connection, UnlessIndexed(connection.Prefix), parameters, cancellationToken);
        if (await TryAsync().ConfigureAwait(false))
        {
            return true;
        }

        // The number is taken, the host is new, or somebody has made a search index.
        await FindAsync(connection, Host(connection.Prefix), version.Host, cancellationToken).ConfigureAwait(false);
        connection.Search.IsOn |=
            await PostgreSqlSearch.FindBuiltAsync(connection, cancellationToken).ConfigureAwait(false) is not null;
        return await TryAsync().ConfigureAwait(false);
    }

    private static Task<bool> InsertAndIndexAsync(
        PostgreSqlConnection connection, ArticleVersion version, StoredHead? head, long history,
        (string, object?)[] parameters, CancellationToken cancellationToken) =>
        connection.InTransactionAsync(
            async token =>
            {
                await PostgreSqlSearch.ShareAsync(connection, token).ConfigureAwait(false);
                long? built = await PostgreSqlSearch.FindBuiltAsync(connection, token).ConfigureAwait(false);
                bool isInserted = await InsertAsync(connection, "", parameters, token).ConfigureAwait(false);
                if (isInserted && built == SearchTable.Complete)
                {
                    await PostgreSqlSearch.AddAsync(connection, history, head?.Version, version, token)
                        .ConfigureAwait(false);
                }

                return isInserted;
            },
            cancellationToken);

    private static async Task<bool> InsertAsync(
        PostgreSqlConnection connection, string condition, (string, object?)[] parameters,
        CancellationToken cancellationToken) => await connection.ExecuteAsync(
        $"""
         WITH stored AS (
             {VersionRow.Insert(connection.Prefix)}{condition} ON CONFLICT (id) DO NOTHING RETURNING id)
         {EventTable.InsertAfter("stored", connection.Prefix, PostgreSqlDatabase.EventTransactionOf(connection.Prefix))}
         """,
        parameters,
        cancellationToken).ConfigureAwait(false) == 1;

    /// <summary>The condition that no search index was made since the database was opened.</summary>
    private static string UnlessIndexed(string prefix) =>
        $" AND NOT EXISTS (SELECT FROM {prefix}store WHERE search_built IS NOT NULL)";

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

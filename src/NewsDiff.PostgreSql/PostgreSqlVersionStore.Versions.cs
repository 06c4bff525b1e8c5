using NewsDiff.Sql;

namespace NewsDiff.PostgreSql;

public sealed partial class PostgreSqlVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<ArticleVersion?> FindLatestAsync(
        string articleId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        return await _database.RunAsync(
            (connection, token) => FindLatestAsync(connection, articleId, token), cancellationToken)
                .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(VersionDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArticleVersion? attempted = null;
        return await _database.RunAsync(
            async (connection, token) =>
            {
                // A connection was lost during the insert: it may have been stored before the answer got lost.
                if (attempted is not null && await IsStoredAsync(connection, attempted, token).ConfigureAwait(false))
                {
                    return new AppendResult { Status = AppendStatus.Appended, Head = attempted };
                }

                return await AppendAsync(connection, draft, token, version => attempted = version)
                    .ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ArticleVersion> ReadVersionsAsync(
        VersionQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new VersionPages(_database, query, withPredecessors: false)
            .ReadAsync(row => row.Version, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ArticleChange> ReadChangesAsync(
        VersionQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return new VersionPages(_database, query, withPredecessors: true)
            .ReadAsync(row => new ArticleChange(row.Predecessor!, row.Version), cancellationToken);
    }

    private static async Task<ArticleVersion?> FindLatestAsync(
        PostgreSqlConnection connection, string articleId, CancellationToken cancellationToken)
    {
        List<ArticleVersion> latest = await connection.QueryAsync(
            $"""
             SELECT {VersionRow.Columns("v")} FROM {connection.Prefix}version v
             WHERE article_id = @article ORDER BY number DESC LIMIT 1
             """,
            row => VersionRow.Read(row, 0),
            [("@article", articleId)],
            cancellationToken).ConfigureAwait(false);
        return latest.FirstOrDefault();
    }

    private static async Task<bool> IsStoredAsync(
        PostgreSqlConnection connection, ArticleVersion version, CancellationToken cancellationToken)
    {
        List<int> found = await connection.QueryAsync(
            $"""
            SELECT number FROM {connection.Prefix}version
            WHERE article_id = @article AND number = @number AND content_hash = @hash AND seen_at = @seen_at
            """,
            row => row.GetInt32(0),
            [
                ("@article", version.ArticleId),
                ("@number", version.Number),
                ("@hash", version.ContentHash),
                ("@seen_at", version.SeenAt),
            ],
            cancellationToken).ConfigureAwait(false);
        return found.Count == 1;
    }

    /// <summary>Appends a version and its event, also within a transaction of the caller.</summary>
    private async Task<AppendResult> AppendAsync(
        PostgreSqlConnection connection, VersionDraft draft, CancellationToken cancellationToken,
        Action<ArticleVersion?>? attempt = null)
    {
        while (true)
        {
            AppendResult result = draft.ApplyTo(
                await FindLatestAsync(connection, draft.ArticleId, cancellationToken).ConfigureAwait(false));
            ArticleVersion? version = result.IsAppended ? result.Head : null;
            attempt?.Invoke(version);

            // Another append that took the number first leaves no row; then it is the head to apply to.
            if (version is null || await InsertAsync(connection, version, cancellationToken).ConfigureAwait(false) == 1)
            {
                return result;
            }
        }
    }

    /// <summary>Inserts a version and its event in one statement, or nothing when the number is taken.</summary>
    /// <returns>The number of versions that were inserted.</returns>
    private Task<int> InsertAsync(
        PostgreSqlConnection connection, ArticleVersion version, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            $"""
             WITH stored AS (
                 {VersionRow.Insert(_database.Prefix)} ON CONFLICT (article_id, number) DO NOTHING RETURNING number)
             {EventTable.Insert(_database, from: "stored")}
             """,
            [.. VersionRow.Parameters(version), .. EventTable.Parameters(version)],
            cancellationToken);
}

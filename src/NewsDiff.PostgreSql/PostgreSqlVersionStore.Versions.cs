using System.Collections.Immutable;
using NewsDiff.Sql;

namespace NewsDiff.PostgreSql;

public sealed partial class PostgreSqlVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<ArticleVersion?> FindLatestAsync(
        string articleId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        StoredHead? head = await _database.RunAsync(
            (connection, token) => FindHeadAsync(connection, articleId, token), cancellationToken)
                .ConfigureAwait(false);
        return head?.Version;
    }

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(VersionDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArticleVersion? attempted = null;
        await _blocks.FillNowAndThenAsync(appends: 1, cancellationToken).ConfigureAwait(false);
        return await _database.WriteAsync(
            async (connection, token) =>
            {
                // The connection was lost during the insert: the version may have been stored before the answer was
                // lost.
                if (attempted is not null && await IsStoredAsync(connection, attempted, token).ConfigureAwait(false))
                {
                    return new AppendResult { Status = AppendStatus.Appended, Head = attempted };
                }

                return await AppendAsync(connection, draft, version => attempted = version, token)
                    .ConfigureAwait(false);
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<AppendResult>> AppendAllAsync(
        IReadOnlyList<VersionDraft> drafts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ImmutableArray<AppendResult> attempted = [];
        await _blocks.FillNowAndThenAsync(drafts.Count, cancellationToken).ConfigureAwait(false);
        return await _database.WriteAsync(
            async (connection, token) =>
            {
                // The connection was lost during the commit: all may have been stored before the answer was lost.
                return attempted.LastOrDefault(result => result.IsAppended) is { Head: { } last }
                    && await IsStoredAsync(connection, last, token).ConfigureAwait(false)
                    ? attempted
                    : await connection.InTransactionAsync(
                        async inner => attempted = await AppendAllAsync(connection, drafts, inner)
                            .ConfigureAwait(false),
                        token).ConfigureAwait(false);
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

    private static async Task<ImmutableArray<AppendResult>> AppendAllAsync(
        PostgreSqlConnection connection, IReadOnlyList<VersionDraft> drafts, CancellationToken cancellationToken)
    {
        var results = ImmutableArray.CreateBuilder<AppendResult>(drafts.Count);
        foreach (VersionDraft draft in drafts)
        {
            results.Add(await AppendAsync(connection, draft, attempting: null, cancellationToken)
                .ConfigureAwait(false));
        }

        return results.MoveToImmutable();
    }

    /// <summary>Appends, in the caller's transaction if there is one.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="draft">The version to append.</param>
    /// <param name="attempting">
    /// Called with each version before its insertion, and with null when it was not inserted.
    /// </param>
    /// <param name="cancellationToken">Cancels the write.</param>
    private static async Task<AppendResult> AppendAsync(
        PostgreSqlConnection connection,
        VersionDraft draft,
        Action<ArticleVersion?>? attempting,
        CancellationToken cancellationToken)
    {
        while (true)
        {
            StoredHead? head = await FindHeadAsync(connection, draft.ArticleId, cancellationToken)
                .ConfigureAwait(false);
            AppendResult result = draft.ApplyTo(head?.Version);
            ArticleVersion? version = result.IsAppended ? result.Head : null;
            attempting?.Invoke(version);

            if (version is null || await VersionInsert.RunAsync(connection, version, head, draft.By, cancellationToken)
                .ConfigureAwait(false))
            {
                return result;
            }

            attempting?.Invoke(null);
            if (head is not null && await VersionInsert.IsHiddenAsync(connection, version, head, cancellationToken)
                .ConfigureAwait(false))
            {
                return new AppendResult { Status = AppendStatus.Unchanged, Head = head.Version };
            }

            // Another append took the number first, or the head was rewritten: the new head is then read.
        }
    }

    /// <summary>The latest version, and what an append needs to refer to it.</summary>
    private static async Task<StoredHead?> FindHeadAsync(
        PostgreSqlConnection connection, string articleId, CancellationToken cancellationToken)
    {
        var chain = new VersionChain();
        List<StoredHead?> rows = await connection.QueryAsync(
            StoredHead.Select(connection.Prefix),
            row => chain.Read(row, withPredecessor: false) is null ? null : chain.Head,
            [("@article", articleId)],
            cancellationToken).ConfigureAwait(false);
        return rows.LastOrDefault();
    }

    private static async Task<bool> IsStoredAsync(
        PostgreSqlConnection connection, ArticleVersion version, CancellationToken cancellationToken)
    {
        List<long> found = await connection.QueryAsync(
            $"""
            SELECT v.id FROM {connection.Prefix}history h
            JOIN {connection.Prefix}version v ON v.id = h.key * {VersionKey.HistoryStep} + @number
            WHERE h.article_id = @article AND v.content_hash = @hash AND v.seen_at = @seen_at
            """,
            row => row.GetInt64(0),
            [
                ("@article", version.ArticleId),
                ("@number", version.Number),
                ("@hash", HashColumn.Encode(version.ContentHash)),
                ("@seen_at", version.SeenAt),
            ],
            cancellationToken).ConfigureAwait(false);
        return found.Count == 1;
    }
}

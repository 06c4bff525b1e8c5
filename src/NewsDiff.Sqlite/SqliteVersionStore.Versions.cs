using Microsoft.Data.Sqlite;
using NewsDiff.Sql;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<ArticleVersion?> FindLatestAsync(
        string articleId, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        StoredHead? head = await _database.ReadAsync(
            connection => FindHead(connection, articleId), cancellationToken).ConfigureAwait(false);
        return head?.Version;
    }

    /// <inheritdoc/>
    public async ValueTask<AppendResult> AppendAsync(VersionDraft draft, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(draft);

        // Most visits find nothing new: that is answered without the write lock, which other processes want.
        AppendResult result = draft.ApplyTo(
            await FindLatestAsync(draft.ArticleId, cancellationToken).ConfigureAwait(false));
        return result.IsAppended
            ? await _database.WriteAsync(connection => Append(connection, draft), cancellationToken)
                .ConfigureAwait(false)
            : result;
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

    /// <summary>The latest version, and what an append needs to refer to it.</summary>
    private static StoredHead? FindHead(SqliteConnection connection, string articleId)
    {
        var chain = new VersionChain();
        return connection.Query(
            StoredHead.Select(prefix: ""),
            row => chain.Read(row, withPredecessor: false) is { } found
                ? new StoredHead(found, chain.Body)
                : null,
            ("@article", articleId)).LastOrDefault();
    }

    /// <summary>Appends within the caller's transaction.</summary>
    private static AppendResult Append(SqliteConnection connection, VersionDraft draft)
    {
        StoredHead? head = FindHead(connection, draft.ArticleId);
        AppendResult result = draft.ApplyTo(head?.Version);
        if (result is { IsAppended: true, Head: { } version })
        {
            connection.Execute(
                "INSERT INTO host (name) SELECT @host WHERE NOT EXISTS (SELECT 1 FROM host WHERE name = @host)",
                ("@host", version.Host));
            long history = head?.History ?? AddHistory(connection, draft.ArticleId);
            int stored = connection.Execute(
                VersionRow.Insert(
                    prefix: "", "sequence, ", "(SELECT coalesce(max(sequence), 0) + 1 FROM version), "),
                VersionRow.Parameters(version, history, head?.Body));
            if (stored == 0)
            {
                // The text was taken down.
                return new AppendResult { Status = AppendStatus.Unchanged, Head = head?.Version };
            }

            connection.Execute(EventTable.Insert(prefix: ""), EventTable.Parameters(version));
        }

        return result;
    }

    private static long AddHistory(SqliteConnection connection, string articleId) => connection.Query(
        """
        INSERT INTO history (article_id) VALUES (@article)
        ON CONFLICT (article_id) DO UPDATE SET article_id = excluded.article_id RETURNING key
        """,
        row => row.GetInt64(0),
        ("@article", articleId))[0];
}

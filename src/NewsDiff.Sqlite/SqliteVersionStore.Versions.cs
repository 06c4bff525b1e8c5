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
        return await _database.ReadAsync(connection => FindLatest(connection, articleId), cancellationToken)
            .ConfigureAwait(false);
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

    private static ArticleVersion? FindLatest(SqliteConnection connection, string articleId) =>
        connection.Query(
            $"SELECT {VersionRow.Columns("v")} FROM version v WHERE article_id = @article ORDER BY number DESC LIMIT 1",
            row => VersionRow.Read(row, 0),
            ("@article", articleId)).FirstOrDefault();

    private AppendResult Append(SqliteConnection connection, VersionDraft draft)
    {
        AppendResult result = draft.ApplyTo(FindLatest(connection, draft.ArticleId));
        if (result is { IsAppended: true, Head: { } version })
        {
            connection.Execute(VersionRow.Insert(_database.Prefix), VersionRow.Parameters(version));
            connection.Execute(EventTable.Insert(_database), EventTable.Parameters(version));
        }

        return result;
    }
}

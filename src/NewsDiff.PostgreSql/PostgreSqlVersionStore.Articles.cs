using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.PostgreSql;

public sealed partial class PostgreSqlVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<TrackedArticle> RegisterAsync(
        ArticleRegistration registration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registration);
        var row = new ArticleRegistrationRow(registration);
        return await _database.WriteAsync(
            async (connection, token) =>
            {
                while (true)
                {
                    // A feed announces the same articles again and again: that needs no write.
                    TrackedArticle? known = await row.FindAsync(connection, token).ConfigureAwait(false);
                    if (known is not null && !registration.AddsTo(known))
                    {
                        return known;
                    }

                    if (await row.TryWriteAsync(connection, known, token).ConfigureAwait(false))
                    {
                        return (await row.FindAsync(connection, token).ConfigureAwait(false))!;
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<TrackedArticle?> FindByKeyAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await _database.RunAsync(
            (connection, token) => ArticleRow.FindByKeyAsync(connection, key, token), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<TrackedArticle?> FindByIdAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return await _database.RunAsync(
            (connection, token) => ArticleRow.FindByIdAsync(connection, id, token), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TrackedArticle> ReadArticlesAsync(
        ArticleQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Pages.ReadAsync<TrackedArticle>(
            query.Limit ?? int.MaxValue,
            (last, size, passedOver) => _database.RunAsync(
                (connection, token) => ReadPageAsync(connection, query, last, size, passedOver, token),
                cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> MergeAsync(
        string articleId,
        string intoId,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        ArgumentNullException.ThrowIfNull(intoId);
        return await _database.WriteAsync(
            (connection, token) => ArticleMerge.TryWriteAsync(connection, articleId, intoId, token), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<TrackedArticle?> HandOverAsync(
        string articleId,
        Uri movedTo,
        ArticleRegistration successor,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articleId);
        ArgumentNullException.ThrowIfNull(successor);

        // A registration checks its address, and takes a password out.
        Uri url = (successor with { Url = movedTo }).Url;
        var row = new ArticleRegistrationRow(successor);
        return await _database.WriteAsync(
            async (connection, token) =>
            {
                while (true)
                {
                    (bool isDone, TrackedArticle? article) = await row.TryTakeOverAsync(
                        connection, articleId, url, token).ConfigureAwait(false);
                    if (isDone)
                    {
                        return article;
                    }
                }
            },
            cancellationToken).ConfigureAwait(false);
    }

    private static Task<List<TrackedArticle>> ReadPageAsync(
        PostgreSqlConnection connection,
        ArticleQuery query,
        TrackedArticle? last,
        int size,
        int passedOver,
        CancellationToken cancellationToken)
    {
        (string text, (string, object?)[] parameters) = ArticlePage.Query(
            connection.Prefix, ArticleRow.Columns(connection.Prefix), query, last, size, passedOver);
        return connection.QueryAsync(text, ArticleRow.Read, parameters, cancellationToken);
    }
}

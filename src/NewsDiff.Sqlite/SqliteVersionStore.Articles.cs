using Microsoft.Data.Sqlite;
using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<TrackedArticle> RegisterAsync(
        ArticleRegistration registration, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registration);

        // A feed announces the same articles again and again: that needs no write lock.
        TrackedArticle? known = await _database
            .ReadAsync(connection => FindFirst(connection, registration), cancellationToken)
            .ConfigureAwait(false);
        return known is not null && !registration.AddsTo(known)
            ? known
            : await _database.WriteAsync(connection => Register(connection, registration), cancellationToken)
                .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<TrackedArticle?> FindByKeyAsync(string key, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(key);
        return await _database.ReadAsync(
            connection => FindByKey(connection, key), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<TrackedArticle?> FindByIdAsync(string id, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(id);
        return await _database.ReadAsync(connection => FindById(connection, id), cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TrackedArticle> ReadArticlesAsync(
        ArticleQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return Pages.ReadAsync<TrackedArticle>(
            query.Limit ?? int.MaxValue,
            (last, size, passedOver) => _database.ReadAsync(
                connection => ReadPage(connection, query, last, size, passedOver), cancellationToken),
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
        return await _database.WriteAsync(connection => Merge(connection, articleId, intoId), cancellationToken)
            .ConfigureAwait(false);
    }

    private static bool Merge(SqliteConnection connection, string articleId, string intoId)
    {
        (string, object?)[] parameters = [("@id", articleId), ("@into", intoId)];
        bool isMerged = connection.Execute(
            """
            UPDATE article SET merged_into = @into
            WHERE id = @id AND id <> @into AND merged_into IS NULL
                AND EXISTS (SELECT 1 FROM article WHERE id = @into AND merged_into IS NULL)
            """,
            parameters) == 1;
        if (isMerged)
        {
            // Keys and feeds are read in the order of their rows: those that are added come last.
            connection.Execute(
                """
                UPDATE article SET merged_into = @into WHERE merged_into = @id;
                UPDATE article_key SET article_id = @into, rowid = rowid + (SELECT max(rowid) FROM article_key) WHERE article_id = @id;
                INSERT INTO article_feed (article_id, feed_url)
                    SELECT @into, feed_url FROM article_feed WHERE article_id = @id ORDER BY rowid ON CONFLICT DO NOTHING;
                DELETE FROM article_feed WHERE article_id = @id;
                """,
                parameters);
        }

        return isMerged;
    }

    private static TrackedArticle Register(SqliteConnection connection, ArticleRegistration registration)
    {
        string id = FindFirst(connection, registration)?.Id ?? ArticleRegistration.ComputeId(registration.Keys[0]);
        connection.Execute(
            """
            INSERT INTO article (id, url, first_seen_at) VALUES (@id, @url, @seen_at) ON CONFLICT DO NOTHING;
            UPDATE article SET source = @source WHERE id = @id AND source IS NULL AND @source IS NOT NULL;
            """,
            ("@id", id),
            ("@url", registration.Url),
            ("@seen_at", registration.SeenAt),
            ("@source", registration.Source));
        foreach (string key in registration.Keys)
        {
            connection.Execute(
                "INSERT INTO article_key (key, article_id) VALUES (@key, @id) ON CONFLICT DO NOTHING",
                ("@key", key),
                ("@id", id));
        }

        if (registration.FeedUrl is { } feedUrl)
        {
            connection.Execute(
                "INSERT INTO article_feed (article_id, feed_url) VALUES (@id, @feed_url) ON CONFLICT DO NOTHING",
                ("@id", id),
                ("@feed_url", feedUrl));
        }

        return FindFirst(connection, registration)!;
    }

    /// <summary>The article of the first known key.</summary>
    private static TrackedArticle? FindFirst(SqliteConnection connection, ArticleRegistration registration) =>
        registration.Keys.Select(key => FindByKey(connection, key)).FirstOrDefault(article => article is not null);

    private static TrackedArticle? FindById(SqliteConnection connection, string id) =>
        connection.Query(
            "SELECT id, url, first_seen_at, source, merged_into FROM article WHERE id = @id",
            row => ReadArticle(connection, row),
            ("@id", id)).FirstOrDefault();

    private static TrackedArticle? FindByKey(SqliteConnection connection, string key) =>
        connection.Query(
            """
            SELECT id, url, first_seen_at, source, merged_into FROM article
            WHERE id = (SELECT article_id FROM article_key WHERE key = @key)
            """,
            row => ReadArticle(connection, row),
            ("@key", key)).FirstOrDefault();

    private static List<TrackedArticle> ReadPage(
        SqliteConnection connection, ArticleQuery query, TrackedArticle? last, int size, int passedOver) =>
        connection.Query(
            """
            SELECT id, url, first_seen_at, source, merged_into FROM article a
            WHERE (first_seen_at, id) > (@last_seen_at, @last_id)
                AND (@merged OR merged_into IS NULL)
                AND (@prefix IS NULL OR substr(id, 1, length(@prefix)) = @prefix)
                AND (@source IS NULL OR source = @source)
                AND (@feed_url IS NULL OR EXISTS (
                    SELECT 1 FROM article_feed f WHERE f.article_id = a.id AND f.feed_url = @feed_url))
            ORDER BY first_seen_at, id LIMIT @size OFFSET @passed_over
            """,
            row => ReadArticle(connection, row),
            ("@last_seen_at", last?.FirstSeenAt.ToUnixTimeMilliseconds() ?? long.MinValue),
            ("@last_id", last?.Id ?? ""),
            ("@merged", query.IncludesMerged),
            ("@prefix", query.IdPrefix),
            ("@source", query.Source),
            ("@feed_url", query.FeedUrl),
            ("@size", size),
            ("@passed_over", passedOver));

    private static TrackedArticle ReadArticle(SqliteConnection connection, SqliteDataReader row)
    {
        var article = new StoredRow(row, "article");
        string id = article.Text(0);
        return new TrackedArticle
        {
            Id = id,
            Url = article.Address(1),
            FirstSeenAt = article.Instant(2),
            Source = article.TextOrNull(3),
            MergedInto = article.TextOrNull(4),
            Keys =
            [
                .. connection.Query(
                    "SELECT key, article_id FROM article_key WHERE article_id = @id ORDER BY rowid",
                    static key => new StoredRow(key, "article_key").Text(0),
                    ("@id", id)),
            ],
            FeedUrls =
            [
                .. connection.Query(
                    "SELECT feed_url, article_id FROM article_feed WHERE article_id = @id ORDER BY rowid",
                    static feed => new StoredRow(feed, "article_feed").Address(0),
                    ("@id", id)),
            ],
        };
    }
}

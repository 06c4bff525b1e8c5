using System.Collections.Immutable;
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
    public async ValueTask<ImmutableArray<TrackedArticle>> RegisterAllAsync(
        IReadOnlyList<ArticleRegistration> registrations, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(registrations);
        return await _database.WriteAsync(
            connection => registrations.Select(registration => Register(connection, registration)).ToImmutableArray(),
            cancellationToken).ConfigureAwait(false);
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
        return await _database.WriteAsync(
            connection => HandOver(connection, articleId, url, successor), cancellationToken).ConfigureAwait(false);
    }

    private static TrackedArticle? HandOver(
        SqliteConnection connection, string articleId, Uri movedTo, ArticleRegistration successor)
    {
        if (FindById(connection, articleId) is not { MergedInto: null } moved)
        {
            return null;
        }

        string[] given = [.. moved.Keys.Intersect(successor.Keys)];
        if (given.Length == 0 || given.Length == moved.Keys.Length)
        {
            return null;
        }

        foreach (string key in given)
        {
            connection.Execute("DELETE FROM article_key WHERE key_hash = @hash", ("@hash", KeyHash.Of(key)));
        }

        connection.Execute("UPDATE article SET url = @url WHERE id = @id", ("@url", movedTo), ("@id", articleId));
        return Register(connection, successor);
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
            connection.Execute(
                """
                UPDATE article SET merged_into = @into WHERE merged_into = @id;
                UPDATE article_key SET article_id = @into, ordinal = ordinal + 1
                    + (SELECT coalesce(max(ordinal), 0) FROM article_key WHERE article_id = @into)
                    WHERE article_id = @id;
                INSERT INTO article_feed (article_id, feed, ordinal, first_seen_at)
                    SELECT @into, f.feed, f.ordinal + 1
                        + (SELECT coalesce(max(ordinal), 0) FROM article_feed WHERE article_id = @into),
                        (SELECT first_seen_at FROM article WHERE id = @into)
                    FROM article_feed f WHERE f.article_id = @id ON CONFLICT DO NOTHING;
                DELETE FROM article_feed WHERE article_id = @id;
                """,
                parameters);
        }

        return isMerged;
    }

    private static TrackedArticle Register(SqliteConnection connection, ArticleRegistration registration)
    {
        string id = FindFirst(connection, registration)?.Id ?? AddArticle(connection, registration);
        bool hasNewSource = connection.Execute(
            "UPDATE article SET source = @source WHERE id = @id AND source IS NULL AND @source IS NOT NULL",
            ("@id", id),
            ("@source", registration.Source)) == 1;
        if (hasNewSource)
        {
            SqliteSearch.Renew(connection, id);
        }

        foreach (string key in registration.Keys)
        {
            connection.Execute(
                """
                INSERT INTO article_key (key_hash, key, article_id, ordinal)
                SELECT @hash, @key, @id, coalesce(max(ordinal), 0) + 1 FROM article_key WHERE article_id = @id
                ON CONFLICT DO NOTHING
                """,
                ("@hash", KeyHash.Of(key)),
                ("@key", key),
                ("@id", id));
        }

        if (registration.FeedUrl is { } feedUrl)
        {
            AddFeed(connection, id, feedUrl);
        }

        return FindFirst(connection, registration)!;
    }

    /// <summary>Adds an article, under a longer id if another article has the usual one.</summary>
    private static string AddArticle(SqliteConnection connection, ArticleRegistration registration) =>
        ArticleIds.Of(registration.Keys[0]).First(id => connection.Execute(
            "INSERT INTO article (id, url, first_seen_at) VALUES (@id, @url, @seen_at) ON CONFLICT DO NOTHING",
            ("@id", id),
            ("@url", registration.Url),
            ("@seen_at", registration.SeenAt)) == 1);

    private static void AddFeed(SqliteConnection connection, string id, Uri feedUrl)
    {
        connection.Execute(
            "INSERT INTO feed (url) SELECT @feed WHERE NOT EXISTS (SELECT 1 FROM feed WHERE url = @feed)",
            ("@feed", feedUrl));
        connection.Execute(
            """
            INSERT INTO article_feed (article_id, feed, ordinal, first_seen_at)
            SELECT a.id, feed.key, (SELECT coalesce(max(ordinal), 0) + 1 FROM article_feed WHERE article_id = @id),
                a.first_seen_at
            FROM article a JOIN feed ON feed.url = @feed WHERE a.id = @id ON CONFLICT DO NOTHING
            """,
            ("@id", id),
            ("@feed", feedUrl));
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
            WHERE id = (SELECT article_id FROM article_key WHERE key_hash = @hash)
            """,
            row => ReadArticle(connection, row),
            ("@hash", KeyHash.Of(key))).FirstOrDefault();

    private static List<TrackedArticle> ReadPage(
        SqliteConnection connection, ArticleQuery query, TrackedArticle? last, int size, int passedOver)
    {
        (string text, (string, object?)[] parameters) = ArticlePage.Query(
            prefix: "", "a.source, a.merged_into", query, last, size, passedOver);
        return connection.Query(text, row => ReadArticle(connection, row), parameters);
    }

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
                    "SELECT key, article_id FROM article_key WHERE article_id = @id ORDER BY ordinal, key",
                    static key => new StoredRow(key, "article_key").Text(0),
                    ("@id", id)),
            ],
            FeedUrls =
            [
                .. connection.Query(
                    """
                    SELECT feed.url, f.article_id FROM article_feed f JOIN feed ON feed.key = f.feed
                    WHERE f.article_id = @id ORDER BY f.ordinal, f.feed
                    """,
                    static feed => new StoredRow(feed, "article_feed").Address(0),
                    ("@id", id)),
            ],
        };
    }
}

using NewsDiff.Sql;
using NewsDiff.Storage;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Writes a sighting to the tables.</summary>
internal sealed class ArticleRegistrationRow
{
    private readonly ArticleRegistration _registration;
    private readonly string[] _keys;
    private readonly byte[][] _hashes;

    public ArticleRegistrationRow(ArticleRegistration registration)
    {
        _registration = registration;
        _keys = [.. registration.Keys.Distinct()];
        _hashes = [.. _keys.Select(KeyHash.Of)];
    }

    /// <summary>Finds the article of the first known key.</summary>
    public async Task<TrackedArticle?> FindAsync(PostgreSqlConnection connection, CancellationToken cancellationToken)
    {
        List<TrackedArticle> articles = await connection.QueryAsync(
            $"""
             {ArticleRow.Select(connection)} JOIN {connection.Prefix}article_key known ON known.article_id = a.id
             WHERE known.key_hash = ANY(@hashes)
             ORDER BY array_position(@hashes, known.key_hash) LIMIT 1
             """,
            ArticleRow.Read,
            [("@hashes", _hashes)],
            cancellationToken).ConfigureAwait(false);
        return articles.FirstOrDefault();
    }

    /// <summary>Adds the new facts to a known article, or creates an article.</summary>
    /// <returns>False when another sighting took one of the keys meanwhile; nothing is written then.</returns>
    public async Task<bool> TryWriteAsync(
        PostgreSqlConnection connection, TrackedArticle? known, CancellationToken cancellationToken)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            if (!await WriteAsync(connection, known, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }

            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Takes the keys of the sighting from the article that moved, and registers it.</summary>
    /// <returns>Whether it is done, and the article; false when another sighting took one of the keys.</returns>
    public async Task<(bool IsDone, TrackedArticle? Article)> TryTakeOverAsync(
        PostgreSqlConnection connection, string articleId, Uri movedTo, CancellationToken cancellationToken)
    {
        NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using (transaction.ConfigureAwait(false))
        {
            int given = await connection.ExecuteAsync(
                TakeStatements(connection.Prefix),
                [("@id", articleId), ("@url", movedTo), ("@hashes", _hashes)],
                cancellationToken).ConfigureAwait(false);
            if (given == 0)
            {
                return (true, null);
            }

            TrackedArticle? known = await FindAsync(connection, cancellationToken).ConfigureAwait(false);
            if (!await WriteAsync(connection, known, cancellationToken).ConfigureAwait(false))
            {
                return (false, null);
            }

            known = await FindAsync(connection, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return (true, known);
        }
    }

    /// <summary>Takes the keys if the article stands, has some of them, and keeps others.</summary>
    private static string TakeStatements(string prefix) =>
        $"""
        WITH moved AS (
            UPDATE {prefix}article a SET url = @url WHERE id = @id AND merged_into IS NULL
                AND EXISTS (SELECT FROM {prefix}article_key WHERE article_id = a.id AND key_hash = ANY(@hashes))
                AND EXISTS (SELECT FROM {prefix}article_key WHERE article_id = a.id AND key_hash <> ALL(@hashes))
            RETURNING id)
        DELETE FROM {prefix}article_key k USING moved
        WHERE k.article_id = moved.id AND k.key_hash = ANY(@hashes)
        """;

    /// <summary>Writes within a transaction.</summary>
    private async Task<bool> WriteAsync(
        PostgreSqlConnection connection, TrackedArticle? known, CancellationToken cancellationToken)
    {
        string? id = known is null
            ? await AddArticleAsync(connection, cancellationToken).ConfigureAwait(false)
            : await UpdateArticleAsync(connection, known.Id, cancellationToken).ConfigureAwait(false);
        if (id is null)
        {
            return false;
        }

        if (connection.Search.IsOn && known is { Source: null } && _registration.Source is not null)
        {
            await PostgreSqlSearch.RenewAsync(connection, id, cancellationToken)
                .ConfigureAwait(false);
        }

        int added = await WriteKeysAsync(connection, id, cancellationToken).ConfigureAwait(false);

        // A new article must get all its keys: if another sighting took one meanwhile, both are the same article.
        if (known is null && added < _keys.Length)
        {
            return false;
        }

        await WriteFeedAsync(connection, id, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Adds an article, under a longer id if another article has the usual one.</summary>
    private async Task<string?> AddArticleAsync(PostgreSqlConnection connection, CancellationToken cancellationToken)
    {
        foreach (string id in ArticleIds.Of(_keys[0]))
        {
            int added = await connection.ExecuteAsync(
                $"""
                INSERT INTO {connection.Prefix}article (id, url, first_seen_at, source)
                VALUES (@id, @url, @seen_at, @source) ON CONFLICT DO NOTHING
                """,
                [
                    ("@id", id),
                    ("@url", _registration.Url),
                    ("@seen_at", _registration.SeenAt),
                    ("@source", _registration.Source),
                ],
                cancellationToken).ConfigureAwait(false);

            // Another transaction added the article with this id and key meanwhile.
            if (added == 1 || await FindAsync(connection, cancellationToken).ConfigureAwait(false) is not null)
            {
                return added == 1 ? id : null;
            }
        }

        return null;
    }

    /// <summary>Adds the source to a known article.</summary>
    /// <returns>Its id; null when it was merged into another meanwhile, which has its keys now.</returns>
    private async Task<string?> UpdateArticleAsync(
        PostgreSqlConnection connection, string id, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(
            $"""
            UPDATE {connection.Prefix}article SET source = coalesce(source, @source) WHERE id = @id AND merged_into IS NULL
            """,
            [("@id", id), ("@source", _registration.Source)],
            cancellationToken).ConfigureAwait(false) == 1 ? id : null;

    /// <summary>Inserts keys in a fixed order, so that two sightings of them cannot deadlock.</summary>
    private Task<int> WriteKeysAsync(
        PostgreSqlConnection connection, string id, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            $"""
            INSERT INTO {connection.Prefix}article_key (key_hash, key, article_id, ordinal)
            SELECT hash, key, @id, position
                + (SELECT coalesce(max(ordinal), 0) FROM {connection.Prefix}article_key WHERE article_id = @id)
            FROM unnest(@hashes, @keys) WITH ORDINALITY AS given (hash, key, position) ORDER BY hash
            ON CONFLICT (key_hash) DO NOTHING
            """,
            [
                ("@id", id),
                ("@hashes", _hashes),
                ("@keys", _keys.Select(key => StorableText.Encode(key)!).ToArray()),
            ],
            cancellationToken);

    private async Task WriteFeedAsync(
        PostgreSqlConnection connection, string id, CancellationToken cancellationToken)
    {
        if (_registration.FeedUrl is { } feedUrl)
        {
            (string, object?)[] parameters =
            [
                ("@id", id), ("@hash", KeyHash.Of(feedUrl.AbsoluteUri)), ("@feed_url", feedUrl),
            ];
            await connection.ExecuteAsync(
                $"""
                INSERT INTO {connection.Prefix}feed (url_hash, url)
                SELECT @hash, @feed_url WHERE NOT EXISTS (SELECT FROM {connection.Prefix}feed WHERE url_hash = @hash)
                ON CONFLICT DO NOTHING
                """,
                parameters,
                cancellationToken).ConfigureAwait(false);
            await connection.ExecuteAsync(
                $"""
                INSERT INTO {connection.Prefix}article_feed (article_id, feed, ordinal, first_seen_at)
                SELECT a.id, u.key,
                    (SELECT coalesce(max(ordinal), 0) + 1 FROM {connection.Prefix}article_feed WHERE article_id = a.id),
                    a.first_seen_at
                FROM {connection.Prefix}article a JOIN {connection.Prefix}feed u ON u.url_hash = @hash WHERE a.id = @id
                ON CONFLICT DO NOTHING
                """,
                parameters,
                cancellationToken).ConfigureAwait(false);
        }
    }
}

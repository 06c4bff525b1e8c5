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
        _hashes = [.. _keys.Select(ArticleRow.HashOf)];
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
            string id = known?.Id ?? ArticleRegistration.ComputeId(_keys[0]);
            if (await WriteArticleAsync(connection, id, cancellationToken).ConfigureAwait(false) == 0)
            {
                // Merged into another meanwhile, which has its keys now.
                return false;
            }

            int added = await WriteKeysAsync(connection, id, known?.Keys.Length ?? 0, cancellationToken)
                .ConfigureAwait(false);

            // A new article must get all its keys: one that somebody else has taken meanwhile makes it that article.
            if (known is null && added < _keys.Length)
            {
                return false;
            }

            await WriteFeedAsync(connection, id, known?.FeedUrls.Length ?? 0, cancellationToken).ConfigureAwait(false);
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return true;
        }
    }

    private Task<int> WriteArticleAsync(
        PostgreSqlConnection connection,
        string id,
        CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            $"""
            INSERT INTO {connection.Prefix}article AS a (id, url, first_seen_at, source) VALUES (@id, @url, @seen_at, @source)
            ON CONFLICT (id) DO UPDATE SET source = coalesce(a.source, excluded.source) WHERE a.merged_into IS NULL
            """,
            [
                ("@id", id),
                ("@url", _registration.Url),
                ("@seen_at", _registration.SeenAt),
                ("@source", _registration.Source),
            ],
            cancellationToken);

    /// <summary>Inserts keys in a fixed order, so that two sightings of them cannot deadlock.</summary>
    private Task<int> WriteKeysAsync(
        PostgreSqlConnection connection, string id, int firstOrdinal, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            $"""
            INSERT INTO {connection.Prefix}article_key (key_hash, key, article_id, ordinal)
            SELECT hash, key, @id, @first + position
            FROM unnest(@hashes, @keys) WITH ORDINALITY AS given (hash, key, position) ORDER BY hash
            ON CONFLICT (key_hash) DO NOTHING
            """,
            [
                ("@id", id),
                ("@first", firstOrdinal),
                ("@hashes", _hashes),
                ("@keys", _keys.Select(key => StorableText.Encode(key)!).ToArray()),
            ],
            cancellationToken);

    private async Task WriteFeedAsync(
        PostgreSqlConnection connection, string id, int ordinal, CancellationToken cancellationToken)
    {
        if (_registration.FeedUrl is { } feedUrl)
        {
            await connection.ExecuteAsync(
                $"""
                INSERT INTO {connection.Prefix}article_feed (article_id, feed_url, ordinal) VALUES (@id, @feed_url, @ordinal)
                ON CONFLICT DO NOTHING
                """,
                [("@id", id), ("@feed_url", feedUrl), ("@ordinal", ordinal)],
                cancellationToken).ConfigureAwait(false);
        }
    }
}

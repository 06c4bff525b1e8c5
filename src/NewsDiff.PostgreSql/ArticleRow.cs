using System.Collections.Immutable;
using NewsDiff.Sql;
using NewsDiff.Storage;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>A stored article with its keys and feeds.</summary>
internal static class ArticleRow
{
    /// <summary>Reads articles under the alias <c>a</c>; a condition may follow.</summary>
    public static string Select(PostgreSqlConnection connection) =>
        $"""
        SELECT a.id, a.url, a.first_seen_at, {Columns(connection.Prefix)}
        FROM {connection.Prefix}article a
        """;

    /// <summary>The columns after id, address and time, for articles under the alias <c>a</c>.</summary>
    public static string Columns(string prefix) =>
        $"""
        a.source, a.merged_into,
            ARRAY(SELECT k.key FROM {prefix}article_key k WHERE k.article_id = a.id ORDER BY k.ordinal, k.key),
            ARRAY(SELECT u.url FROM {prefix}article_feed af JOIN {prefix}feed u ON u.key = af.feed
                WHERE af.article_id = a.id ORDER BY af.ordinal, af.feed)
        """;

    public static TrackedArticle Read(NpgsqlDataReader row)
    {
        var article = new StoredRow(row, "article");
        return new TrackedArticle
        {
            Id = article.Text(0),
            Url = article.Address(1),
            FirstSeenAt = article.Instant(2),
            Source = article.TextOrNull(3),
            MergedInto = article.TextOrNull(4),
            Keys = article.Read(
                5,
                static (reader, column) => reader.GetFieldValue<string[]>(column)
                    .Select(static key => StorableText.Decode(key)!)
                    .ToImmutableArray()),
            FeedUrls = article.Read(
                6,
                static (reader, column) => reader.GetFieldValue<string[]>(column)
                    .Select(static url => new Uri(url))
                    .ToImmutableArray()),
        };
    }

    public static Task<TrackedArticle?> FindByIdAsync(
        PostgreSqlConnection connection, string id, CancellationToken cancellationToken) =>
        FindAsync(connection, "WHERE a.id = @id", ("@id", id), cancellationToken);

    public static Task<TrackedArticle?> FindByKeyAsync(
        PostgreSqlConnection connection, string key, CancellationToken cancellationToken) =>
        FindAsync(
            connection,
            $"JOIN {connection.Prefix}article_key known ON known.article_id = a.id WHERE known.key_hash = @hash",
            ("@hash", KeyHash.Of(key)),
            cancellationToken);

    private static async Task<TrackedArticle?> FindAsync(
        PostgreSqlConnection connection,
        string condition,
        (string Name, object? Value) parameter,
        CancellationToken cancellationToken)
    {
        List<TrackedArticle> articles = await connection.QueryAsync(
            $"{Select(connection)} {condition}", Read, [parameter], cancellationToken).ConfigureAwait(false);
        return articles.FirstOrDefault();
    }
}

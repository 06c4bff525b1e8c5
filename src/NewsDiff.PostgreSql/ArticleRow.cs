using System.Security.Cryptography;
using System.Text;
using NewsDiff.Sql;
using NewsDiff.Storage;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>A stored article with its keys and feeds.</summary>
internal static class ArticleRow
{
    /// <summary>Reads articles under the alias <c>a</c>; a condition may follow.</summary>
    public const string Select =
        """
        SELECT a.id, a.url, a.first_seen_at, a.source, a.merged_into,
            ARRAY(SELECT k.key FROM newsdiff.article_key k WHERE k.article_id = a.id ORDER BY k.ordinal, k.key),
            ARRAY(SELECT f.feed_url FROM newsdiff.article_feed f WHERE f.article_id = a.id ORDER BY f.ordinal, f.feed_url)
        FROM newsdiff.article a
        """;

    /// <summary>What stands for a key in the index.</summary>
    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(StorableText.Encode(key)!));

    public static TrackedArticle Read(NpgsqlDataReader row) => new()
    {
        Id = row.Text(0),
        Url = new Uri(row.Text(1)),
        FirstSeenAt = row.Instant(2),
        Source = row.TextOrNull(3),
        MergedInto = row.TextOrNull(4),
        Keys = [.. row.GetFieldValue<string[]>(5).Select(key => StorableText.Decode(key)!)],
        FeedUrls = [.. row.GetFieldValue<string[]>(6).Select(url => new Uri(url))],
    };

    public static async Task<TrackedArticle?> FindByKeyAsync(
        NpgsqlConnection connection, string key, CancellationToken cancellationToken)
    {
        List<TrackedArticle> articles = await connection.QueryAsync(
            $"{Select} JOIN newsdiff.article_key known ON known.article_id = a.id WHERE known.key_hash = @hash",
            Read,
            [("@hash", HashOf(key))],
            cancellationToken).ConfigureAwait(false);
        return articles.FirstOrDefault();
    }
}

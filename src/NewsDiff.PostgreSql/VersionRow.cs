using NewsDiff.Storage;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>A stored version, with its place in the order of appending and, when asked for, the version before it.</summary>
internal sealed record VersionRow(long Sequence, ArticleVersion Version, ArticleVersion? Predecessor)
{
    private const int ColumnCount = 8;

    /// <summary>The columns that <see cref="Read(NpgsqlDataReader, int)"/> reads, of a table alias.</summary>
    public static string Columns(string alias) =>
        $"{alias}.article_id, {alias}.number, {alias}.seen_at, {alias}.content_hash, {alias}.extractor_version, "
        + $"{alias}.container, {alias}.page_hash, {alias}.article";

    /// <summary>Reads a sequence, a version and, when the row has one, its predecessor.</summary>
    public static VersionRow Read(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        Read(row, 1),
        row.FieldCount > 1 + ColumnCount ? Read(row, 1 + ColumnCount) : null);

    /// <summary>Reads a version from its first column on.</summary>
    public static ArticleVersion Read(NpgsqlDataReader row, int first) => new()
    {
        ArticleId = row.Text(first),
        Number = row.GetInt32(first + 1),
        SeenAt = row.Instant(first + 2),
        ContentHash = row.Text(first + 3),
        ExtractorVersion = row.GetInt32(first + 4),
        Container = row.TextOrNull(first + 5),
        PageHash = row.TextOrNull(first + 6),
        Article = ArticleJson.Deserialize(row.GetFieldValue<byte[]>(first + 7)),
    };
}

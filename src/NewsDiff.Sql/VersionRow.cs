using System.Data.Common;
using NewsDiff.Storage;

namespace NewsDiff.Sql;

/// <summary>A stored version, its place in the order of appending, and its predecessor if requested.</summary>
internal sealed record VersionRow(long Sequence, ArticleVersion Version, ArticleVersion? Predecessor)
{
    private const int ColumnCount = 9;

    /// <summary>The columns that <see cref="Read(DbDataReader, int)"/> reads, with a table alias.</summary>
    public static string Columns(string alias) =>
        $"{alias}.article_id, {alias}.number, {alias}.seen_at, {alias}.content_hash, {alias}.extractor_version, "
        + $"{alias}.container, {alias}.page_hash, {alias}.doubt, {alias}.article";

    /// <summary>The statement that inserts a version; a condition may follow.</summary>
    public static string Insert(string prefix) =>
        $"""
         INSERT INTO {prefix}version
             (article_id, number, seen_at, host, content_hash, extractor_version, container, page_hash, doubt, title,
              article)
         VALUES (@article_id, @number, @seen_at, @host, @content_hash, @extractor_version, @container, @page_hash,
             @doubt, @title, @article)
         """;

    public static (string Name, object? Value)[] Parameters(ArticleVersion version) =>
    [
        ("@article_id", version.ArticleId),
        ("@number", version.Number),
        ("@seen_at", version.SeenAt),
        ("@host", version.Host),
        ("@content_hash", version.ContentHash),
        ("@extractor_version", version.ExtractorVersion),
        ("@container", version.Container),
        ("@page_hash", version.PageHash),
        ("@doubt", version.Doubt),
        ("@title", version.Article.Title),
        ("@article", ArticleJson.Serialize(version.Article)),
    ];

    /// <summary>Reads a sequence, a version and, if present, its predecessor.</summary>
    public static VersionRow Read(DbDataReader row) => new(
        row.GetInt64(0),
        Read(row, 1),
        row.FieldCount > 1 + ColumnCount ? Read(row, 1 + ColumnCount) : null);

    /// <summary>Reads a version, beginning at its first column.</summary>
    public static ArticleVersion Read(DbDataReader row, int first)
    {
        var version = new StoredRow(row, "version", first);
        return new ArticleVersion
        {
            ArticleId = version.Text(0),
            Number = version.Number(1, least: 1),
            SeenAt = version.Instant(2),
            ContentHash = version.Text(3),
            ExtractorVersion = version.Number(4, least: 0),
            Container = version.TextOrNull(5),
            PageHash = version.TextOrNull(6),
            Doubt = version.TextOrNull(7),
            Article = version.Read(
                8, static (reader, column) => ArticleJson.Deserialize(reader.GetFieldValue<byte[]>(column))),
        };
    }
}

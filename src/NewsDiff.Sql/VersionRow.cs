using System.Data.Common;
using NewsDiff.Storage;

namespace NewsDiff.Sql;

/// <summary>A stored version, its place in the order of appending, and its predecessor if requested.</summary>
/// <param name="Sequence">The place in the order of appending.</param>
/// <param name="Key">The <see cref="VersionKey"/>.</param>
/// <param name="Version">The version.</param>
/// <param name="Predecessor">The version before, if requested.</param>
internal sealed record VersionRow(long Sequence, long Key, ArticleVersion Version, ArticleVersion? Predecessor)
{
    /// <summary>The statement that inserts a version, if its host is known; a condition may follow.</summary>
    /// <param name="prefix">The prefix of each table's name.</param>
    /// <param name="column">A column that the database does not fill itself, and a comma; or empty.</param>
    /// <param name="value">The expression for that column, and a comma.</param>
    public static string Insert(string prefix, string column = "", string value = "") =>
        $"""
         INSERT INTO {prefix}version
             (id, {column}seen_at, host, content_hash, extractor_version, container, page_hash, doubt, depth, body)
         SELECT @id, {value}@seen_at, key, @content_hash, @extractor_version, @container, @page_hash, @doubt, @depth,
             @body
         FROM {prefix}host WHERE name = @host AND {IsNotHidden(prefix)}
         """;

    /// <summary>The condition that the article has no hidden version with the text.</summary>
    public static string IsNotHidden(string prefix) =>
        $"""
         NOT EXISTS (
             SELECT 1 FROM {prefix}version h WHERE h.content_hash = @content_hash AND h.erased = {(int)Erased.Hidden}
                 AND h.id >> {VersionKey.NumberBits} = @id >> {VersionKey.NumberBits})
         """;

    public static (string Name, object? Value)[] Parameters(ArticleVersion version, long history, DecodedBody? before)
    {
        (byte[] body, int depth) = VersionBody.Encode(ArticleJson.Serialize(version.Article), before);
        return
        [
            ("@id", VersionKey.Of(history, version.Number)),
            ("@seen_at", version.SeenAt),
            ("@host", version.Host),
            ("@content_hash", HashColumn.Encode(version.ContentHash)),
            ("@extractor_version", version.ExtractorVersion),
            ("@container", version.Container),
            ("@page_hash", HashColumn.Encode(version.PageHash)),
            ("@doubt", version.Doubt),
            ("@depth", depth),
            ("@body", body),
        ];
    }

    /// <summary>Reads a version whose body was decoded, beginning at its first column.</summary>
    public static ArticleVersion Read(DbDataReader row, int first, byte[] json)
    {
        var version = new StoredRow(row, "version", first);
        Erased? erased = version.Read(10, ReadErased);
        return new ArticleVersion
        {
            ArticleId = version.Text(0),
            Number = version.Number(1, least: 1),
            SeenAt = version.Instant(2),
            ContentHash = version.Read(3, ReadHash),
            ExtractorVersion = version.Number(4, least: 0),
            Container = version.TextOrNull(5),
            PageHash = version.Read(6, static (reader, column) => reader.IsDBNull(column) ? null : ReadHash(reader, column)),
            Doubt = version.TextOrNull(7),
            Article = version.Read(9, (_, _) => ArticleJson.Deserialize(json)),
            IsHidden = erased is Erased.Hidden,
            IsPruned = erased is Erased.Pruned,
        };
    }

    private static Erased? ReadErased(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : (Erased)checked((int)reader.GetInt64(column)) switch
        {
            var known when Enum.IsDefined(known) => known,
            _ => throw new FormatException("It is no way to erase a version."),
        };

    private static string ReadHash(DbDataReader reader, int column) =>
        HashColumn.Decode(reader.GetFieldValue<byte[]>(column));
}

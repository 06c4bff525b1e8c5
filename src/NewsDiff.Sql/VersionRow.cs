using System.Data.Common;
using NewsDiff.Storage;

namespace NewsDiff.Sql;

/// <summary>A stored version, its place in the order of appending, and its predecessor if requested.</summary>
/// <param name="Sequence">The place in the order of appending.</param>
/// <param name="Key">The <see cref="VersionKey"/>.</param>
/// <param name="Version">The version.</param>
/// <param name="Predecessor">The previous version, if requested.</param>
internal sealed record VersionRow(long Sequence, long Key, ArticleVersion Version, ArticleVersion? Predecessor)
{
    /// <summary>The columns of an insert whose values are parameters, all but id, sequence and host.</summary>
    public const string GivenColumns =
        "seen_at, content_hash, extractor_version, container, page_hash, doubt, depth, body";

    /// <summary>The parameters for <see cref="GivenColumns"/>.</summary>
    public const string GivenValues =
        "@seen_at, @content_hash, @extractor_version, @container, @page_hash, @doubt, @depth, @body";

    /// <summary>The condition that the article has no hidden version with the text.</summary>
    /// <param name="prefix">The prefix of each table's name.</param>
    /// <param name="id">The expression for the key of the version to insert.</param>
    public static string IsNotHidden(string prefix, string id = "@id") =>
        $"""
         NOT EXISTS (
             SELECT 1 FROM {prefix}version h WHERE h.content_hash = @content_hash AND h.erased = {(int)Erased.Hidden}
                 AND h.id >> {VersionKey.NumberBits} = ({id}) >> {VersionKey.NumberBits})
         """;

    public static (string Name, object? Value)[] Parameters(ArticleVersion version, DecodedBody? before)
    {
        byte[] hash = HashColumn.Encode(version.ContentHash)!;
        (byte[] body, int depth) = VersionBody.Encode(
            ArticleJson.Serialize(version.Article), new BodyPlace(version.Number, hash), before);
        return
        [
            ("@article", version.ArticleId),
            ("@number", version.Number),
            ("@seen_at", version.SeenAt),
            ("@host", version.Host),
            ("@content_hash", hash),
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
            PageHash = version.Read(
                6, static (reader, column) => reader.IsDBNull(column) ? null : ReadHash(reader, column)),
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
            _ => throw new FormatException("It is not a kind of erasure."),
        };

    private static string ReadHash(DbDataReader reader, int column) =>
        HashColumn.Decode(reader.GetFieldValue<byte[]>(column));
}

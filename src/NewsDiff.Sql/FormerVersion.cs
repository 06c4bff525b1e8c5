using System.Data.Common;

namespace NewsDiff.Sql;

/// <summary>A version as earlier releases kept it: its article is plain JSON.</summary>
/// <param name="Sequence">Its place in the order of appending, by which its other columns are copied.</param>
/// <param name="ArticleId">The article's id, as it is stored.</param>
/// <param name="Number">The version's number.</param>
/// <param name="Json">The article, as it is stored.</param>
/// <param name="ContentHash">The content hash, as it will be stored.</param>
internal sealed record FormerVersion(
    long Sequence, string ArticleId, int Number, byte[] Json, byte[] ContentHash)
{
    /// <summary>The columns that <see cref="Read"/> reads.</summary>
    public const string Columns = "sequence, article_id, number, article, content_hash";

    /// <summary>Reads a row as it is: unreadable values stay unreadable, and do not stop the upgrade.</summary>
    public static FormerVersion Read(DbDataReader row) => new(
        row.GetInt64(0),
        row.GetString(1),
        checked((int)row.GetInt64(2)),
        row.GetFieldValue<byte[]>(3),
        HashColumn.EncodeStored(row.GetString(4))!);

    /// <summary>Whether it is the version after another one.</summary>
    public bool Follows(FormerVersion other) => ArticleId == other.ArticleId && Number == other.Number + 1;

    /// <summary>Encodes its body.</summary>
    public (byte[] Body, int Depth) Encode(DecodedBody? before) =>
        VersionBody.Encode(Json, new BodyPlace(Number, ContentHash), before);
}

using System.Data.Common;
using System.Text.Json;
using NewsDiff.Storage;

namespace NewsDiff.Sql;

/// <summary>A stored version whose kept page may be read again.</summary>
/// <param name="Key">Its <see cref="VersionKey"/>.</param>
/// <param name="Depth">Its depth.</param>
/// <param name="Body">Its bytes; see <see cref="VersionBody"/>.</param>
/// <param name="Hash">Its hash, as it is stored.</param>
/// <param name="Erased">How its text was erased, or null.</param>
/// <param name="Extractor">The version of the extractor that read it.</param>
/// <param name="Container">The place of its body.</param>
/// <param name="PageHash">The hash of its page, as it is stored; or null.</param>
internal sealed record RereadRow(
    long Key, int Depth, byte[] Body, byte[] Hash, Erased? Erased, int Extractor, string? Container,
    byte[]? PageHash)
{
    /// <summary>The version's number.</summary>
    public int Number => VersionKey.NumberIn(Key);

    /// <summary>The values of <see cref="Rereading.Update"/>.</summary>
    public (string Name, object? Value)[] Parameters =>
    [
        ("@id", Key),
        ("@depth", Depth),
        ("@body", Body),
        ("@content_hash", Hash),
        ("@extractor_version", Extractor),
        ("@container", Container),
    ];

    /// <summary>Reads a row of <see cref="Rereading.Select"/>.</summary>
    public static RereadRow Read(DbDataReader row) => new(
        row.GetInt64(0),
        checked((int)row.GetInt64(1)),
        row.GetFieldValue<byte[]>(2),
        row.GetFieldValue<byte[]>(3),
        row.IsDBNull(4) ? null : (Erased)checked((int)row.GetInt64(4)),
        checked((int)row.GetInt64(5)),
        row.TextOrNull(6),
        row.IsDBNull(7) ? null : row.GetFieldValue<byte[]>(7));

    /// <summary>Whether a reading may replace what it says.</summary>
    public bool MayBecome(ArticleVersion reading) =>
        Erased is null && Extractor < reading.ExtractorVersion
        && (PageHash is null ? null : HashColumn.Decode(PageHash)) == reading.PageHash;

    /// <summary>Decodes its JSON.</summary>
    /// <exception cref="VersionStoreException">The row is damaged.</exception>
    public DecodedBody Decode(DecodedBody? before)
    {
        try
        {
            return VersionBody.Decode(Body, Depth, new BodyPlace(Number, Hash), before);
        }
        catch (FormatException fault)
        {
            throw Unreadable(fault);
        }
    }

    /// <summary>The row with a new reading.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="former">Its JSON, which has the address.</param>
    /// <param name="before">The previous version as it will be, or null.</param>
    public RereadRow Become(ArticleVersion reading, DecodedBody former, DecodedBody? before)
    {
        try
        {
            Article article = reading.Article with { Url = ArticleJson.Deserialize(former.Json).Url };
            return (this with
            {
                Hash = HashColumn.Encode(ContentHash.Compute(article))!,
                Extractor = reading.ExtractorVersion,
                Container = reading.Container,
            }).Encode(ArticleJson.Serialize(article), before);
        }
        catch (JsonException fault)
        {
            throw Unreadable(fault);
        }
    }

    /// <summary>The row with its JSON encoded after another version.</summary>
    public RereadRow Encode(ReadOnlySpan<byte> json, DecodedBody? before)
    {
        (byte[] body, int depth) = VersionBody.Encode(json, new BodyPlace(Number, Hash), before);
        return this with { Body = body, Depth = depth };
    }

    private VersionStoreException Unreadable(Exception fault) =>
        StoredRow.Unreadable($"the column 'body' of the row of 'version' with id {Key}", fault);
}

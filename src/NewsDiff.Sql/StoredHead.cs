using System.Data.Common;

namespace NewsDiff.Sql;

/// <summary>The latest version of an article, and what the next one refers to.</summary>
/// <param name="Key">Its <see cref="VersionKey"/>.</param>
/// <param name="Version">The version.</param>
/// <param name="Read">Its article as JSON, with its depth.</param>
/// <param name="Stored">Its body as it is stored.</param>
internal sealed record StoredHead(long Key, ArticleVersion Version, DecodedBody Read, byte[] Stored)
{
    /// <summary>The article that the next version may be a difference from; null if it was erased.</summary>
    public DecodedBody? Body => Version.HasText ? Read : null;

    /// <summary>The key of the article's history.</summary>
    public long History => Key >> VersionKey.NumberBits;

    /// <summary>The first bytes of its body, which change with its text; empty if it was erased.</summary>
    public byte[] Seal => Version.HasText ? Stored[..Math.Min(Stored.Length, VersionBody.HeaderSize)] : [];

    /// <summary>The query for the chain of the latest version of <c>@article</c>.</summary>
    public static string Select(string prefix) => VersionChain.Select(
        prefix,
        $"""
         SELECT a.article_id, v.sequence, v.id AS target, {VersionChain.FirstOf("v")} AS first, 0 AS before
         FROM {prefix}history a
         JOIN {prefix}version v ON v.id = (
             SELECT max(latest.id) FROM {prefix}version latest
             WHERE latest.id BETWEEN a.key * {VersionKey.HistoryStep} AND (a.key + 1) * {VersionKey.HistoryStep} - 1)
         WHERE a.article_id = @article
         """,
        "t.target",
        knowsArticle: true);

    /// <summary>The query for depth and body of the latest version, if it still has the key <c>@id</c>.</summary>
    public static string SelectUnchanged(string prefix) =>
        $"""
         SELECT v.depth, v.body FROM {prefix}version v WHERE v.id = @id AND NOT EXISTS (
             SELECT 1 FROM {prefix}version n WHERE n.id > @id AND n.id < (@id | {VersionKey.MostNumber}))
         """;

    /// <summary>Whether a row of <see cref="SelectUnchanged"/> is what this one was read from.</summary>
    public bool IsIn(DbDataReader row) =>
        row.GetInt64(0) == Read.Depth && row.GetFieldValue<byte[]>(1).AsSpan().SequenceEqual(Stored);
}

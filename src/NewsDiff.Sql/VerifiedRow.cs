using System.Data.Common;

namespace NewsDiff.Sql;

/// <summary>A stored version as verification reads it.</summary>
/// <param name="Key">Its <see cref="VersionKey"/>.</param>
/// <param name="ArticleId">The article's id; null when the history is missing.</param>
/// <param name="Body">Its bytes and what belongs to them; null when they cannot be read.</param>
/// <param name="Fault">Why they cannot be read; otherwise null.</param>
internal sealed record VerifiedRow(long Key, string? ArticleId, StoredBody? Body, string? Fault)
{
    /// <summary>The query for the versions after <c>@after</c>.</summary>
    public static string Select(string prefix) =>
        $"""
         SELECT v.id, v.depth, v.body, v.content_hash, v.erased, v.kept_before, host.name, 1, h.article_id
         FROM {prefix}version v
         LEFT JOIN {prefix}history h ON h.key = v.id >> {VersionKey.NumberBits}
         LEFT JOIN {prefix}host host ON host.key = v.host
         WHERE v.id > @after ORDER BY v.id LIMIT @limit
         """;

    public static VerifiedRow Read(DbDataReader row)
    {
        (long key, string? article) = (row.GetInt64(0), row.TextOrNull(8));
        try
        {
            return new VerifiedRow(key, article, StoredBody.Read(row), Fault: null);
        }
        catch (Exception fault) when (StoredRow.IsUnreadable(fault))
        {
            return new VerifiedRow(key, article, Body: null, fault.Message);
        }
    }
}

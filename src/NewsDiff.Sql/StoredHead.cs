namespace NewsDiff.Sql;

/// <summary>The latest version of an article, and what the next one refers to.</summary>
/// <param name="Key">Its <see cref="VersionKey"/>.</param>
/// <param name="Version">The version.</param>
/// <param name="Body">Its article as JSON; null when its text was erased.</param>
internal sealed record StoredHead(long Key, ArticleVersion Version, DecodedBody? Body)
{
    public StoredHead(VersionRow row, DecodedBody? body)
        : this(row.Key, row.Version, row.Version.HasText ? body : null)
    {
    }

    /// <summary>The key of the article's history.</summary>
    public long History => Key >> VersionKey.NumberBits;

    /// <summary>The query for the chain of the latest version of <c>@article</c>.</summary>
    public static string Select(string prefix) => VersionChain.Select(
        prefix,
        $"""
         SELECT v.sequence, v.id AS target, {VersionChain.FirstOf("v")} AS first, 0 AS before
         FROM {prefix}history a
         JOIN {prefix}version v ON v.id = (
             SELECT max(latest.id) FROM {prefix}version latest
             WHERE latest.id BETWEEN a.key * {VersionKey.HistoryStep} AND (a.key + 1) * {VersionKey.HistoryStep} - 1)
         WHERE a.article_id = @article
         """,
        "t.target");
}

namespace NewsDiff.Sql;

/// <summary>The time range of each 1,024 versions in the order of appending, so that queries skip blocks.</summary>
/// <remarks>
/// A block is written once all its versions exist, and never changes, because versions keep their sequence and their
/// time. Versions after the last block are examined one by one.
/// </remarks>
internal static class VersionBlocks
{
    /// <summary>The versions of a block.</summary>
    public const int Size = 1024;

    /// <summary>The first sequence that is in no block yet.</summary>
    private static string Next(string prefix) =>
        $"(SELECT coalesce(max(block) + 1, 0) * {Size} FROM {prefix}version_block)";

    /// <summary>The query that finds out from the highest sequence whether blocks are missing.</summary>
    public static string AreMissing(string prefix) =>
        $"""
         SELECT CASE WHEN coalesce(max(sequence), 0) >= {Next(prefix)} + {Size} THEN 1 ELSE 0 END
         FROM {prefix}version
         """;

    /// <summary>The statement that writes all missing blocks; all their versions must be committed.</summary>
    public static string Fill(string prefix) =>
        $"""
         INSERT INTO {prefix}version_block (block, first_seen_at, last_seen_at)
         SELECT sequence / {Size}, min(seen_at), max(seen_at) FROM {prefix}version
         WHERE sequence >= {Next(prefix)}
             AND sequence < (SELECT max(sequence) / {Size} * {Size} FROM {prefix}version)
         GROUP BY sequence / {Size}
         """;

    /// <summary>The query for the lowest and the highest sequence that a version of a span of time may have.</summary>
    /// <param name="prefix">The prefix of each table's name.</param>
    /// <param name="span">The condition for a version of the span, whose time is <c>v.seen_at</c>.</param>
    /// <param name="hasSince">Whether the span has a beginning, <c>@since</c>.</param>
    /// <param name="hasUntil">Whether the span has an end, <c>@until</c>.</param>
    public static string Bounds(string prefix, string span, bool hasSince, bool hasUntil) =>
        $"""
         SELECT coalesce(min(lowest), 1), coalesce(max(highest), 0) FROM (
             SELECT min(block) * {Size} AS lowest, max(block) * {Size} + {Size - 1} AS highest
             FROM {prefix}version_block
             WHERE {(hasSince ? "last_seen_at >= @since" : "1 = 1")} AND {(hasUntil ? "first_seen_at < @until" : "1 = 1")}
             UNION ALL
             SELECT min(v.sequence), max(v.sequence) FROM {prefix}version v
             WHERE v.sequence >= {Next(prefix)} AND {span}) bounds
         """;

    /// <summary>The query for blocks whose times are wrong, as texts for people.</summary>
    public static string FindWrong(string prefix) =>
        $"""
         SELECT 'the block ' || b.block || ' of the order of appending does not cover the times of its versions'
         FROM {prefix}version_block b JOIN (
             SELECT sequence / {Size} AS block, min(seen_at) AS first_seen_at, max(seen_at) AS last_seen_at
             FROM {prefix}version GROUP BY sequence / {Size}) v ON v.block = b.block
         WHERE v.first_seen_at < b.first_seen_at OR v.last_seen_at > b.last_seen_at
         """;
}

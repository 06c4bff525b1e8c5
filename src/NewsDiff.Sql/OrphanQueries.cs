namespace NewsDiff.Sql;

/// <summary>Queries for rows that refer to something missing; each gives texts for people.</summary>
internal static class OrphanQueries
{
    public static IReadOnlyList<string> Of(string prefix) =>
    [
        $"""
         SELECT 'the key "' || k.key || '" belongs to the article ''' || k.article_id || ''', which is missing'
         FROM {prefix}article_key k LEFT JOIN {prefix}article a ON a.id = k.article_id WHERE a.id IS NULL
         """,
        $"""
         SELECT 'a feed has the article ''' || f.article_id || ''', which is missing'
         FROM {prefix}article_feed f LEFT JOIN {prefix}article a ON a.id = f.article_id WHERE a.id IS NULL
         """,
        $"""
         SELECT 'the article ''' || f.article_id || ''' belongs to a feed that is missing'
         FROM {prefix}article_feed f LEFT JOIN {prefix}feed u ON u.key = f.feed WHERE u.key IS NULL
         """,
        $"""
         SELECT 'the article ''' || a.id || ''' is merged into ''' || a.merged_into || ''', which is missing'
         FROM {prefix}article a LEFT JOIN {prefix}article i ON i.id = a.merged_into
         WHERE a.merged_into IS NOT NULL AND i.id IS NULL
         """,
        $"""
         SELECT 'the order of appending has the number ' || sequence || ' more than once'
         FROM {prefix}version GROUP BY sequence HAVING count(*) > 1
         """,
        $"""
         SELECT 'version ' || e.number || ' of the article ''' || e.article_id
             || ''' is missing, but the event log tells of it'
         FROM {prefix}event e
         WHERE e.kind IN ('FirstSeen', 'Changed') AND NOT EXISTS (
             SELECT 1 FROM {prefix}history h
             JOIN {prefix}version v ON v.id = h.key * {VersionKey.HistoryStep} + e.number
             WHERE h.article_id = e.article_id)
         """,
        VersionBlocks.FindWrong(prefix),
    ];
}

using System.Collections.Immutable;

namespace NewsDiff.Sql;

/// <summary>Counts what a database holds.</summary>
internal static class CountTable
{
    public static async ValueTask<ImmutableSortedDictionary<string, long>> ReadAsync(
        ISqlDatabase database, DateTimeOffset now, CancellationToken cancellationToken)
    {
        string prefix = database.Prefix;
        List<(string Name, long Count)> counts = await database.QueryAsync(
            $"""
             SELECT 'articles', count(*) FROM {prefix}article WHERE merged_into IS NULL
             UNION ALL SELECT 'versions', count(*) FROM {prefix}version
             UNION ALL SELECT 'hidden', count(*) FROM {prefix}version WHERE erased = {(int)Erased.Hidden}
             UNION ALL SELECT 'feeds', count(*) FROM {prefix}subscription
             UNION ALL SELECT 'due', count(*) FROM {prefix}visit WHERE due_at <= @now
             UNION ALL SELECT 'events', count(*) FROM {prefix}event
             UNION ALL SELECT 'unsearchable', search_skipped FROM {prefix}store
             UNION ALL SELECT 'bytes', {database.Size}
             """,
            row => (row.GetString(0), row.GetInt64(1)),
            [("@now", now)],
            cancellationToken).ConfigureAwait(false);
        return counts.ToImmutableSortedDictionary(count => count.Name, count => count.Count, StringComparer.Ordinal);
    }
}

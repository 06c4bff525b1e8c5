using System.Runtime.CompilerServices;
using NewsDiff.Events;
using NewsDiff.Storage;
using NewsDiff.Tracking;

namespace NewsDiff.Sql;

/// <summary>Which versions of an article are erased, and how.</summary>
/// <param name="Query">The versions.</param>
/// <param name="Kind">How they are erased.</param>
internal sealed record ErasureOrder(VersionQuery Query, Erased Kind)
{
    private const int HistoriesAtOnce = 100;

    /// <summary>How many of the latest versions with a text stay; the first one stays too. 0 for none.</summary>
    public int KeepLatest { get; init; }

    /// <summary>The article whose versions they are, if the query does not name it.</summary>
    public string? ArticleId { get; init; }

    /// <summary>Why versions are erased.</summary>
    public string? Reason { get; init; }

    /// <summary>Who erases them.</summary>
    public string? By { get; init; }

    /// <summary>When they are erased.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>The query for all versions of <c>@article</c>, in their order.</summary>
    public (string Text, (string Name, object? Value)[] Parameters) Select(ISqlDatabase database, long history)
    {
        VersionPageQuery wanted = new VersionConditions(database, Query, Query.FromNumber, long.MaxValue)
            .OfHistory(history);
        return (
            $"""
             SELECT v.id, v.depth, v.body, v.content_hash, v.erased, v.kept_before, host.name,
                 CASE WHEN {wanted.Condition} THEN 1 ELSE 0 END
             FROM {database.Prefix}version v LEFT JOIN {database.Prefix}host host ON host.key = v.host
             WHERE v.id BETWEEN @begin AND @end ORDER BY v.id
             """,
            [
                .. wanted.Parameters, ("@begin", history * VersionKey.HistoryStep),
                ("@end", ((history + 1) * VersionKey.HistoryStep) - 1),
            ]);
    }

    /// <summary>The query for an article's history.</summary>
    public static string SelectHistory(string prefix) =>
        $"SELECT key FROM {prefix}history WHERE article_id = @article";

    /// <summary>The query for the article of a history.</summary>
    public static string SelectArticle(string prefix) => $"SELECT article_id FROM {prefix}history WHERE key = @key";

    /// <summary>The statement that writes a version in its new form.</summary>
    public static string Update(string prefix) =>
        $"""
         UPDATE {prefix}version SET depth = @depth, body = @body, content_hash = @content_hash, erased = @erased,
             kept_before = @kept_before, container = CASE WHEN @is_erased = 1 THEN NULL ELSE container END,
             doubt = CASE WHEN @is_erased = 1 THEN NULL ELSE doubt END
         WHERE id = @id
         """;

    /// <summary>The values of <see cref="ForgetVisit"/>.</summary>
    public (string Name, object? Value)[] Visit => [("@target", VisitTarget.Of(Query.ArticleId))];

    /// <summary>The statement that erases the text from what visits to <c>@target</c> remember.</summary>
    public static string ForgetVisit(string prefix) =>
        $"""
         UPDATE {prefix}visit SET memory = NULL, held_hash = NULL
         WHERE kind = '{VisitKind.Article}' AND target = @target
         """;

    /// <summary>Reads the keys of the histories that may have something to prune.</summary>
    public async IAsyncEnumerable<long> ReadHistoriesAsync(
        ISqlDatabase database, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string article = Query.ArticleId is null ? "" : "AND h.article_id = @article";
        string select =
            $"""
             SELECT h.key FROM {database.Prefix}history h
             WHERE h.key > @after {article} AND EXISTS (
                 SELECT 1 FROM {database.Prefix}version v
                 WHERE v.id BETWEEN h.key * {VersionKey.HistoryStep} + {KeepLatest + 2L}
                     AND (h.key + 1) * {VersionKey.HistoryStep} - 1)
             ORDER BY h.key LIMIT {HistoriesAtOnce}
             """;
        List<long> page;
        long last = 0;
        do
        {
            page = await database.QueryAsync(
                select,
                row => row.GetInt64(0),
                [("@after", last), ("@article", Query.ArticleId)],
                cancellationToken).ConfigureAwait(false);
            foreach (long history in page)
            {
                yield return last = history;
            }
        }
        while (page.Count == HistoriesAtOnce);
    }

    /// <summary>The events of an erasure: one for each version taken down, or one for all that are pruned.</summary>
    public IEnumerable<(string Name, object? Value)[]> EventsOf(IReadOnlyList<RekeyedVersion> changed)
    {
        RekeyedVersion[] erased = [.. changed.Where(version => version.IsErasedNow)];
        return Kind == Erased.Hidden
            ? erased.Select(version => EventOf(version, ArticleEventKind.Hidden, Reason!))
            : erased.TakeLast(1).Select(last => EventOf(
                last, ArticleEventKind.Pruned, CareArguments.TextOfPruning(erased.Length, Reason!)));
    }

    private (string Name, object? Value)[] EventOf(RekeyedVersion version, ArticleEventKind kind, string reason) =>
        EventTable.Parameters(this, kind, VersionKey.NumberIn(version.Before.Key), version.Before.Host, reason);
}

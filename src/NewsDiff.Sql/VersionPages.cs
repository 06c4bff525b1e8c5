using System.Runtime.CompilerServices;

namespace NewsDiff.Sql;

/// <summary>Reads a query's answer page by page, holding no connection or transaction in between.</summary>
/// <remarks>
/// Versions never change. With one writer at a time, the versions at the start of the read are exactly those up to the
/// highest sequence of that moment. With several writers, an append that commits during the read may have a lower
/// sequence, and may then be seen or not; later versions of its article have higher ones, so that each article is read
/// as a prefix of its versions.
/// </remarks>
internal sealed class VersionPages
{
    /// <summary>The maximum number of versions to find by time and sort for each page.</summary>
    /// <remarks>If there are more, reading in the order of appending soon finds enough for a page.</remarks>
    private const int FewEnoughToSort = 10_000;

    /// <summary>The maximum number of versions to compare one by one with a span of time.</summary>
    private const int FewEnoughToPass = 20_000;

    private readonly ISqlDatabase _database;
    private readonly VersionQuery _query;
    private readonly bool _withPredecessors;
    private readonly int? _from;

    public VersionPages(ISqlDatabase database, VersionQuery query, bool withPredecessors)
    {
        _database = database;
        _query = query;
        _withPredecessors = withPredecessors;
        _from = withPredecessors ? Math.Max(2, query.FromNumber ?? 2) : query.FromNumber;
    }

    public async IAsyncEnumerable<T> ReadAsync<T>(
        Func<VersionRow, T> select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (_query.Limit <= 0)
        {
            yield break;
        }

        VersionPageQuery page = await PlanAsync(cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<VersionRow> rows = Pages.ReadAsync<VersionRow>(
            _query.Limit ?? int.MaxValue,
            (previous, size, passedOver) => passedOver > 0
                ? Task.FromResult<List<VersionRow>>(
                    []) // Readers see a prefix: nothing after an unreadable version.
                : ReadPageAsync(page, previous, size, cancellationToken),
            cancellationToken);
        await foreach (VersionRow row in rows.ConfigureAwait(false))
        {
            yield return select(row);
        }
    }

    private async Task<VersionPageQuery> PlanAsync(CancellationToken cancellationToken)
    {
        string prefix = _database.Prefix;
        List<(long Last, long? History)> start = await _database.QueryAsync(
            $"""
             SELECT {(_query.Before is null
                 ? $"(SELECT coalesce(max(sequence), 0) FROM {prefix}version)"
                 : $"""
                    coalesce((SELECT v.sequence FROM {prefix}version v WHERE v.id = @before_number +
                        {VersionKey.HistoryStep} * (SELECT key FROM {prefix}history WHERE article_id = @before_article)
                    ), 1) - 1
                    """)},
                 (SELECT key FROM {prefix}history WHERE article_id = @article)
             """,
            row => (row.GetInt64(0), row.IsDBNull(1) ? (long?)null : row.GetInt64(1)),
            [
                ("@article", _query.ArticleId ?? ""), ("@before_article", _query.Before?.ArticleId ?? ""),
                ("@before_number", (long)(_query.Before?.Number ?? 0)),
            ],
            cancellationToken).ConfigureAwait(false);
        var conditions = new VersionConditions(_database, _query, _from, start[0].Last);
        if (_query.ArticleId is not null)
        {
            return conditions.OfHistory(start[0].History ?? 0);
        }

        if (_query.Since is null && _query.Until is null)
        {
            return conditions.BySequence((1, start[0].Last));
        }

        (long Lowest, long Highest) bounds = await FindBoundsAsync(conditions, cancellationToken).ConfigureAwait(false);
        return bounds.Highest - bounds.Lowest < FewEnoughToPass
            || !await IsFewAsync(conditions, cancellationToken).ConfigureAwait(false)
            ? conditions.BySequence(bounds)
            : conditions.ByTime();
    }

    private async Task<(long Lowest, long Highest)> FindBoundsAsync(
        VersionConditions conditions, CancellationToken cancellationToken)
    {
        (string span, (string, object?)[] parameters) = conditions.SpanAlone(isByIndex: false);
        string select = VersionBlocks.Bounds(
            _database.Prefix, span, _query.Since is not null, _query.Until is not null);
        return (await _database.QueryAsync(
            select, row => (row.GetInt64(0), row.GetInt64(1)), parameters, cancellationToken).ConfigureAwait(false))[0];
    }

    private async Task<bool> IsFewAsync(VersionConditions conditions, CancellationToken cancellationToken)
    {
        (string condition, (string, object?)[] parameters) = conditions.SpanAlone(isByIndex: true);
        List<long> counts = await _database.QueryAsync(
            $"""
             SELECT count(*) FROM (
                 SELECT 1 FROM {_database.Prefix}version v WHERE {condition} LIMIT {FewEnoughToSort + 1}) few
             """,
            row => row.GetInt64(0),
            parameters,
            cancellationToken).ConfigureAwait(false);
        return counts[0] <= FewEnoughToSort;
    }

    private static (string, object?)[] After(VersionPageQuery page, VersionRow? previous) =>
        previous is null ? [] : [("@after", page.IsByKey ? previous.Key : previous.Sequence)];

    private async Task<List<VersionRow>> ReadPageAsync(
        VersionPageQuery page, VersionRow? previous, int size, CancellationToken cancellationToken)
    {
        string prefix = _database.Prefix;
        string direction = _query.NewestFirst ? "DESC" : "ASC";
        string after = previous is null ? "" : $" AND {page.Cursor} {(_query.NewestFirst ? "<" : ">")} @after";
        string first = _withPredecessors
            ? VersionChain.FirstWithPredecessor(prefix, "v")
            : VersionChain.FirstOf("v");
        string before = _withPredecessors ? VersionChain.PredecessorOf(prefix, "v") : "0";
        string isChange = _withPredecessors ? $" AND {VersionChain.IsChange(prefix, "v")}" : "";

        // The page is found first, from indexes alone; the other columns are then read for its versions only.
        string targets =
            $"""
             SELECT v.sequence, v.id AS target, {first} AS first, {before} AS before FROM (
                 SELECT v.id FROM {prefix}version v
                 WHERE {page.Condition}{after}{isChange} ORDER BY {page.Cursor} {direction} LIMIT @size) page
             CROSS JOIN {prefix}version v WHERE v.id = page.id
             """;
        var chain = new VersionChain();
        List<VersionRow?> rows = await _database.QueryAsync(
            VersionChain.Select(prefix, targets, $"t.sequence {direction}"),
            row => chain.Read(row, _withPredecessors),
            [.. page.Parameters, ("@size", size), .. After(page, previous)],
            cancellationToken).ConfigureAwait(false);
        return [.. rows.OfType<VersionRow>()];
    }
}

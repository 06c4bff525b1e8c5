using System.Data.Common;
using System.Runtime.CompilerServices;
using NewsDiff.Search;

namespace NewsDiff.Sql;

/// <summary>Reads the hits of a search page by page, the newest first.</summary>
/// <param name="database">The database.</param>
/// <param name="from">The tables, with the rows under the alias <c>r</c>.</param>
/// <param name="id">The expression of a row's number.</param>
/// <param name="condition">The condition that a row has the terms <c>@terms</c>.</param>
/// <param name="terms">The query in the database's own form.</param>
/// <param name="expression">The query.</param>
internal sealed class SearchPages(
    ISqlDatabase database, string from, string id, string condition, string terms, SearchExpression expression)
{
    private const int Size = 20;

    public async IAsyncEnumerable<SearchHit> ReadAsync(
        long before, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken).ConfigureAwait(false);
        before = Math.Min(before, SearchId.FirstOf(expression.Until ?? long.MaxValue));
        for (int count = Size; count == Size;)
        {
            List<Found> page = await ReadPageAsync(before, cancellationToken).ConfigureAwait(false);
            Dictionary<long, ArticleVersion> versions = await ReadVersionsAsync(page, cancellationToken)
                .ConfigureAwait(false);
            foreach (Found found in page)
            {
                // Its version may have been erased since the page was read.
                if (versions.TryGetValue(found.Version, out ArticleVersion? version))
                {
                    yield return SearchHits.Of(found.Id, found.First, found.Last, found.Place, version, expression);
                }

                before = found.Id;
            }

            count = page.Count;
        }
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        List<long?> built = await database.QueryAsync(
            SearchTable.Built(database.Prefix),
            row => row.IsDBNull(0) ? (long?)null : row.GetInt64(0),
            [],
            cancellationToken).ConfigureAwait(false);
        if (built.FirstOrDefault() != SearchTable.Complete)
        {
            throw SearchTable.Missing(isBegun: built.FirstOrDefault() is not null);
        }
    }

    private Task<List<Found>> ReadPageAsync(long before, CancellationToken cancellationToken) => database.QueryAsync(
        $"""
         SELECT {id}, r.history, r.first, r.last, r.place, r.form FROM {from}
         WHERE {condition} AND {id} < @before AND {id} >= @since ORDER BY {id} DESC LIMIT {Size}
         """,
        Read,
        [("@terms", terms), ("@before", before), ("@since", SearchId.FirstOf(expression.Since ?? 0))],
        cancellationToken);

    private async Task<Dictionary<long, ArticleVersion>> ReadVersionsAsync(
        List<Found> page, CancellationToken cancellationToken)
    {
        var chain = new VersionChain();
        List<VersionRow?> rows = await database.QueryAsync(
            SearchTable.Versions(database.Prefix, page.Select(found => found.Version).Distinct()),
            row => chain.Read(row, withPredecessor: false),
            [],
            cancellationToken).ConfigureAwait(false);
        return rows.OfType<VersionRow>().ToDictionary(row => row.Key, row => row.Version);
    }

    private static Found Read(DbDataReader row)
    {
        int first = (int)row.GetInt64(2);
        int? last = row.IsDBNull(3) ? null : (int)row.GetInt64(3);
        bool isRemoved = (SearchForm)row.GetInt64(5) == SearchForm.Removed;
        return new Found(
            row.GetInt64(0), VersionKey.Of(row.GetInt64(1), isRemoved ? last ?? first : first), first, last,
            (int)row.GetInt64(4));
    }

    /// <summary>A row of the index, and the key of the version that its place is in.</summary>
    private sealed record Found(long Id, long Version, int First, int? Last, int Place);
}

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
    private readonly ISqlDatabase _database;
    private readonly VersionQuery _query;
    private readonly string _conditions;
    private readonly string _select;
    private readonly (string Name, object? Value)[] _parameters;

    public VersionPages(ISqlDatabase database, VersionQuery query, bool withPredecessors)
    {
        _database = database;
        _query = query;
        int? from = withPredecessors ? Math.Max(2, query.FromNumber ?? 2) : query.FromNumber;
        (string Condition, (string, object?) Parameter)[] conditions =
        [
            .. Given("v.article_id = @article", "@article", query.ArticleId),
            .. Given("v.host = @host", "@host", query.Host),
            .. Given("v.seen_at >= @since", "@since", RoundUp(query.Since)),
            .. Given("v.seen_at < @until", "@until", RoundUp(query.Until)),
            .. Given("v.number >= @from", "@from", from),
            .. Given("v.number <= @to", "@to", query.ToNumber),
        ];
        _conditions = string.Concat(conditions.Select(condition => $" AND {condition.Condition}"));
        _parameters = [.. conditions.Select(condition => condition.Parameter)];
        _select = withPredecessors
            ? $"""
               SELECT v.sequence, {VersionRow.Columns("v")}, {VersionRow.Columns("p")}
               FROM {database.Prefix}version v
               JOIN {database.Prefix}version p ON p.article_id = v.article_id AND p.number = v.number - 1
               """
            : $"SELECT v.sequence, {VersionRow.Columns("v")} FROM {database.Prefix}version v";
    }

    public async IAsyncEnumerable<T> ReadAsync<T>(
        Func<VersionRow, T> select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (long first, long last) = await FindBoundsAsync(cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<VersionRow> rows = Pages.ReadAsync<VersionRow>(
            _query.Limit ?? int.MaxValue,
            (previous, size, passedOver) => passedOver > 0
                ? Task.FromResult<List<VersionRow>>(
                    []) // Readers see a prefix: nothing that follows one that cannot be read.
                : _query.NewestFirst
                ? ReadPageAsync(first, previous?.Sequence - 1 ?? last, size, cancellationToken)
                : ReadPageAsync(previous?.Sequence + 1 ?? first, last, size, cancellationToken),
            cancellationToken);
        await foreach (VersionRow row in rows.ConfigureAwait(false))
        {
            yield return select(row);
        }
    }

    private static IEnumerable<(string Condition, (string Name, object? Value) Parameter)> Given(
        string condition, string name, object? value) =>
        value is null ? [] : [(condition, (name, value))];

    private object? RoundUp(DateTimeOffset? instant) => instant is { } value ? _database.RoundUp(value) : null;

    private async Task<(long First, long Last)> FindBoundsAsync(CancellationToken cancellationToken)
    {
        List<(long, long)> bounds = await _database.QueryAsync(
            $"""
             SELECT (SELECT min(v.sequence) FROM {_database.Prefix}version v WHERE true{_conditions}),
                    (SELECT max(v.sequence) FROM {_database.Prefix}version v WHERE true{_conditions})
             """,
            row => row.IsDBNull(0) ? (1, 0) : (row.GetInt64(0), row.GetInt64(1)),
            _parameters,
            cancellationToken).ConfigureAwait(false);
        return bounds[0];
    }

    private Task<List<VersionRow>> ReadPageAsync(
        long first,
        long last,
        int size,
        CancellationToken cancellationToken) =>
        _database.QueryAsync(
            $"""
             {_select}
             WHERE v.sequence BETWEEN @first AND @last{_conditions}
             ORDER BY v.sequence {(_query.NewestFirst ? "DESC" : "ASC")} LIMIT @size
             """,
            VersionRow.Read,
            [.. _parameters, ("@first", first), ("@last", last), ("@size", size)],
            cancellationToken);
}

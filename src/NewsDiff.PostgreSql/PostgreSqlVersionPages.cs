using System.Runtime.CompilerServices;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>Reads the answer to a query page by page, holding no connection in between.</summary>
/// <remarks>
/// An append that commits during the read may have taken a sequence below the bound, and is then seen or not. What follows it
/// in its article takes a sequence above the bound, so that each article is read as a prefix of its versions all the same.
/// </remarks>
internal sealed class PostgreSqlVersionPages
{
    private readonly PostgreSqlDatabase _database;
    private readonly VersionQuery _query;
    private readonly string _conditions;
    private readonly string _select;
    private readonly (string Name, object? Value)[] _parameters;

    public PostgreSqlVersionPages(PostgreSqlDatabase database, VersionQuery query, bool withPredecessors)
    {
        _database = database;
        _query = query;
        int? from = withPredecessors ? Math.Max(2, query.FromNumber ?? 2) : query.FromNumber;
        (string Condition, (string, object?) Parameter)[] conditions =
        [
            .. Given("v.article_id = @article", "@article", query.ArticleId),
            .. Given("v.host = @host", "@host", query.Host),
            .. Given("v.seen_at >= @since", "@since", Ceiling(query.Since)),
            .. Given("v.seen_at < @until", "@until", Ceiling(query.Until)),
            .. Given("v.number >= @from", "@from", from),
            .. Given("v.number <= @to", "@to", query.ToNumber),
        ];
        _conditions = string.Concat(conditions.Select(condition => $" AND {condition.Condition}"));
        _parameters = [.. conditions.Select(condition => condition.Parameter)];
        _select = withPredecessors
            ? $"""
               SELECT v.sequence, {VersionRow.Columns("v")}, {VersionRow.Columns("p")}
               FROM newsdiff.version v
               JOIN newsdiff.version p ON p.article_id = v.article_id AND p.number = v.number - 1
               """
            : $"SELECT v.sequence, {VersionRow.Columns("v")} FROM newsdiff.version v";
    }

    public async IAsyncEnumerable<T> ReadAsync<T>(
        Func<VersionRow, T> select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (long first, long last) = await _database.RunAsync(FindBoundsAsync, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<VersionRow> rows = Pages.ReadAsync<VersionRow>(
            _query.Limit ?? int.MaxValue,
            (previous, size) => _database.RunAsync(
                (connection, token) => _query.NewestFirst
                    ? ReadPageAsync(connection, first, previous?.Sequence - 1 ?? last, size, token)
                    : ReadPageAsync(connection, previous?.Sequence + 1 ?? first, last, size, token),
                cancellationToken),
            cancellationToken);
        await foreach (VersionRow row in rows.ConfigureAwait(false))
        {
            yield return select(row);
        }
    }

    private static IEnumerable<(string Condition, (string Name, object? Value) Parameter)> Given(
        string condition, string name, object? value) =>
        value is null ? [] : [(condition, (name, value))];

    /// <summary>The instant rounded up to a millisecond; after the last one the maximum, Npgsql's infinity.</summary>
    private static DateTime? Ceiling(DateTimeOffset? instant)
    {
        if (instant is not { } value)
        {
            return null;
        }

        DateTime floor = DateTimeOffset.FromUnixTimeMilliseconds(value.ToUnixTimeMilliseconds()).UtcDateTime;
        return floor == value.UtcDateTime ? floor
            : DateTimeOffset.MaxValue.UtcDateTime - floor < TimeSpan.FromMilliseconds(1) ? DateTimeOffset.MaxValue.UtcDateTime
            : floor.AddMilliseconds(1);
    }

    private async Task<(long First, long Last)> FindBoundsAsync(
        NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        List<(long, long)> bounds = await connection.QueryAsync(
            $"""
             SELECT (SELECT min(v.sequence) FROM newsdiff.version v WHERE true{_conditions}),
                    (SELECT max(v.sequence) FROM newsdiff.version v WHERE true{_conditions})
             """,
            row => row.IsDBNull(0) ? (1, 0) : (row.GetInt64(0), row.GetInt64(1)),
            _parameters,
            cancellationToken).ConfigureAwait(false);
        return bounds[0];
    }

    private Task<List<VersionRow>> ReadPageAsync(
        NpgsqlConnection connection, long first, long last, int size, CancellationToken cancellationToken) =>
        connection.QueryAsync(
            $"""
             {_select}
             WHERE v.sequence BETWEEN @first AND @last{_conditions}
             ORDER BY v.sequence {(_query.NewestFirst ? "DESC" : "ASC")} LIMIT @size
             """,
            VersionRow.Read,
            [.. _parameters, ("@first", first), ("@last", last), ("@size", size)],
            cancellationToken);
}

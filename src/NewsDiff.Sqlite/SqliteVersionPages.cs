using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;

namespace NewsDiff.Sqlite;

/// <summary>Reads the answer to a query page by page, holding no transaction in between.</summary>
/// <remarks>
/// Versions never change, and SQLite lets one writer in at a time: what stood when the read began is exactly what has no
/// higher sequence than the highest then. Appends during the read are not seen and do not disturb it.
/// </remarks>
internal sealed class SqliteVersionPages
{
    private readonly SqliteDatabase _database;
    private readonly VersionQuery _query;
    private readonly string _conditions;
    private readonly string _select;
    private readonly (string Name, object? Value)[] _parameters;

    public SqliteVersionPages(SqliteDatabase database, VersionQuery query, bool withPredecessors)
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
               FROM version v JOIN version p ON p.article_id = v.article_id AND p.number = v.number - 1
               """
            : $"SELECT v.sequence, {VersionRow.Columns("v")} FROM version v";
    }

    public async IAsyncEnumerable<T> ReadAsync<T>(
        Func<VersionRow, T> select, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (long first, long last) = await _database.ReadAsync(FindBounds, cancellationToken).ConfigureAwait(false);
        IAsyncEnumerable<VersionRow> rows = Pages.ReadAsync<VersionRow>(
            _query.Limit ?? int.MaxValue,
            (previous, size) => _database.ReadAsync(
                connection => _query.NewestFirst
                    ? ReadPage(connection, first, previous?.Sequence - 1 ?? last, size)
                    : ReadPage(connection, previous?.Sequence + 1 ?? first, last, size),
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

    /// <summary>Milliseconds rounded up: what a whole millisecond must reach to be at or after the instant.</summary>
    private static long? Ceiling(DateTimeOffset? instant) =>
        instant is { } value
            ? value.ToUnixTimeMilliseconds() + (value.UtcTicks % TimeSpan.TicksPerMillisecond == 0 ? 0 : 1)
            : null;

    private (long First, long Last) FindBounds(SqliteConnection connection) => connection.Query(
        $"""
         SELECT (SELECT min(v.sequence) FROM version v WHERE true{_conditions}),
                (SELECT max(v.sequence) FROM version v WHERE true{_conditions})
         """,
        row => row.IsDBNull(0) ? (1, 0) : (row.GetInt64(0), row.GetInt64(1)),
        _parameters)[0];

    private List<VersionRow> ReadPage(SqliteConnection connection, long first, long last, int size) => connection.Query(
        $"""
         {_select}
         WHERE v.sequence BETWEEN @first AND @last{_conditions}
         ORDER BY v.sequence {(_query.NewestFirst ? "DESC" : "ASC")} LIMIT @size
         """,
        VersionRow.Read,
        [.. _parameters, ("@first", first), ("@last", last), ("@size", size)]);
}

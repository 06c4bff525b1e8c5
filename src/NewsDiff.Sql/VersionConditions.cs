namespace NewsDiff.Sql;

/// <summary>A query's conditions, written so that a database uses the right index.</summary>
/// <remarks>A plus sign before a column keeps an index from being used for it.</remarks>
/// <param name="database">The database.</param>
/// <param name="query">The query.</param>
/// <param name="from">The lowest number.</param>
/// <param name="last">The highest sequence at the start of the read.</param>
internal sealed class VersionConditions(ISqlDatabase database, VersionQuery query, int? from, long last)
{
    /// <summary>The versions of one history, by number.</summary>
    public VersionPageQuery OfHistory(long history) => Page(
        "v.id",
        isByKey: true,
        [
            ("v.id >= @first_key", "@first_key", Key(history, Math.Max(from ?? 1, 0))),
            ("v.id <= @last_key", "@last_key", Key(history, query.ToNumber ?? VersionKey.MostNumber)),
            ("+v.sequence <= @last", "@last", last),
            .. Host("+v.host"),
            .. Span(isByIndex: false),
        ]);

    /// <summary>Versions in the order of appending.</summary>
    /// <param name="bounds">The lowest and the highest sequence that may match.</param>
    public VersionPageQuery BySequence((long Lowest, long Highest) bounds) => Page(
        "v.sequence",
        isByKey: false,
        [
            ("v.sequence >= @lowest", "@lowest", bounds.Lowest),
            ("v.sequence <= @last", "@last", Math.Min(bounds.Highest, last)),
            .. Host("v.host"),
            .. Span(isByIndex: false),
            .. Numbers(),
        ]);

    /// <summary>Versions of a short span of time, sorted by the order of appending.</summary>
    public VersionPageQuery ByTime() => Page(
        "+v.sequence",
        isByKey: false,
        [("+v.sequence <= @last", "@last", last), .. Host("+v.host"), .. Span(isByIndex: true), .. Numbers()]);

    /// <summary>The condition on the time, without the others.</summary>
    /// <param name="isByIndex">Whether versions are found by their time.</param>
    public (string Condition, (string, object?)[] Parameters) SpanAlone(bool isByIndex)
    {
        VersionPageQuery page = Page("", isByKey: false, [.. Span(isByIndex)]);
        return (page.Condition, page.Parameters);
    }

    private static long Key(long history, int number) =>
        (history * VersionKey.HistoryStep) + Math.Clamp(number, 0, VersionKey.MostNumber);

    private static IEnumerable<(string Condition, string Name, object? Value)> Given(
        string condition, string name, object? value) => value is null ? [] : [(condition, name, value)];

    private static VersionPageQuery Page(
        string cursor, bool isByKey, (string Condition, string Name, object? Value)[] conditions) => new(
        string.Join(" AND ", conditions.Select(condition => condition.Condition)),
        cursor,
        isByKey,
        [.. conditions.Select(condition => (condition.Name, condition.Value))]);

    private IEnumerable<(string Condition, string Name, object? Value)> Host(string column) =>
        Given($"{column} = (SELECT key FROM {database.Prefix}host WHERE name = @host)", "@host", query.Host);

    private IEnumerable<(string Condition, string Name, object? Value)> Numbers() =>
    [
        .. Given($"{VersionKey.NumberOf("v.id")} >= @from", "@from", from),
        .. Given($"{VersionKey.NumberOf("v.id")} <= @to", "@to", query.ToNumber),
    ];

    private IEnumerable<(string Condition, string Name, object? Value)> Span(bool isByIndex)
    {
        string open = isByIndex ? "" : "(";
        string close = isByIndex ? "" : ") IS TRUE";
        return
        [
            .. Given($"{open}v.seen_at >= @since{close}", "@since", RoundUp(query.Since)),
            .. Given($"{open}v.seen_at < @until{close}", "@until", RoundUp(query.Until)),
        ];
    }

    private object? RoundUp(DateTimeOffset? instant) => instant is { } value ? database.RoundUp(value) : null;
}

using System.Data.Common;
using NewsDiff.Fetching;

namespace NewsDiff.Sql;

/// <summary>Turns, holds and robots.txt of sites, as all databases store them.</summary>
/// <remarks>Times are in milliseconds of the database's clock, which each statement reads itself.</remarks>
internal static class SiteTable
{
    /// <summary>The name of the row that counts the requests to all sites.</summary>
    private const string All = "*";

    private const long MillisecondsOfDay = 86_400_000;

    /// <summary>The condition that the day's requests to a site, or to all, are not used up.</summary>
    /// <param name="prefix">The prefix of each table's name.</param>
    /// <param name="clock">The expression for the database's clock.</param>
    /// <param name="site">The expression for the site's name.</param>
    public static string HasBudget(string prefix, string clock, string site) =>
        $"""
         NOT EXISTS (SELECT 1 FROM {prefix}site b
             WHERE b.name IN ({site}, '{All}') AND {IsSpent("b", clock)})
         """;

    /// <summary>The query for the number of sites whose requests of the day are used up.</summary>
    public static string CountSpent(string prefix, string clock) =>
        $"SELECT count(*) FROM {prefix}site b WHERE b.name <> '{All}' AND {IsSpent("b", clock)}";

    /// <summary>The query for the number of requests of the day.</summary>
    public static string CountAsked(string prefix, string clock) =>
        $"SELECT coalesce(sum(b.asked), 0) FROM {prefix}site b WHERE b.name <> '{All}' AND b.day = {DayOf(clock)}";

    public static async ValueTask<SiteTurn> TakeTurnAsync(
        ISqlDatabase database, string site, string holder, TimeSpan lease, int? maxDaily,
        int? maxDailyOfAll, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(site);
        ArgumentException.ThrowIfNullOrWhiteSpace(holder);
        var asked = new SiteTurn { Site = site, Holder = holder, MaxDailyOfAll = maxDailyOfAll };
        (string, object?)[] parameters = ParametersOf(asked, lease, maxDaily);
        (string clock, string day) = (database.Clock, DayOf(database.Clock));
        List<SiteTurn> taken = await database.WriteAsync(
            $"""
             INSERT INTO {database.Prefix}site AS s (name, turn, holder, turn_until, holds, budget)
             SELECT @site, 1, @holder, {clock} + @lease, 0, @budget
             WHERE EXISTS (SELECT 1 FROM {database.Prefix}site h WHERE h.name = @site AND h.holder = @holder)
                 OR NOT EXISTS (
                     SELECT 1 FROM {database.Prefix}site a WHERE a.name = '{All}' AND a.day = {day} AND a.asked >= @all)
             ON CONFLICT (name) DO UPDATE SET
                 budget = CASE WHEN s.holder = @holder THEN s.budget ELSE @budget END,
                 turn = CASE WHEN s.holder = @holder THEN s.turn ELSE s.turn + 1 END,
                 last_request_at = CASE WHEN s.holder <> @holder THEN s.turn_until ELSE s.last_request_at END,
                 holder = @holder, turn_until = {clock} + @lease
             WHERE (s.holder IS NULL OR s.holder = @holder OR s.turn_until <= {clock})
                 AND (s.held_until IS NULL OR s.held_until <= {clock})
                 AND (s.holder = @holder OR s.day IS NULL OR s.day <> {day} OR s.asked < @budget)
             RETURNING turn, {clock} - last_request_at, holds
             """,
            row => asked with
            {
                Number = row.GetInt64(0),
                SinceLast = MillisecondsOrNull(row, 1),
                Holds = (int)row.GetInt64(2),
            },
            parameters,
            cancellationToken).ConfigureAwait(false);
        return taken.Count == 1
            ? taken[0]
            : await ExplainAsync(database, asked, parameters, cancellationToken).ConfigureAwait(false);
    }

    public static async ValueTask<bool> EndTurnAsync(
        ISqlDatabase database, SiteTurn turn, bool wasAsked, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        string day = DayOf(database.Clock);
        bool isEnded = await database.ExecuteAsync(
            $"""
             UPDATE {database.Prefix}site SET holder = NULL, turn_until = NULL, holds = @holds,
                 day = CASE WHEN @asked = 1 THEN {day} ELSE day END,
                 asked = CASE WHEN @asked = 0 THEN asked WHEN day = {day} THEN asked + 1 ELSE 1 END,
                 last_request_at = CASE WHEN @asked = 1 THEN {database.Clock} ELSE last_request_at END,
                 held_until = CASE WHEN @held > 0 THEN {database.Clock} + @held ELSE held_until END
             WHERE name = @site AND holder = @holder AND turn = @turn
             """,
            [
                ("@site", turn.Site), ("@holder", turn.Holder), ("@turn", turn.Number), ("@holds", turn.Holds),
                ("@asked", wasAsked ? 1 : 0), ("@held", (long)Math.Ceiling(turn.HeldFor?.TotalMilliseconds ?? 0)),
            ],
            cancellationToken).ConfigureAwait(false) == 1;
        if (isEnded && wasAsked && turn.MaxDailyOfAll is { } all)
        {
            await CountForAllAsync(database, all, cancellationToken).ConfigureAwait(false);
        }

        return isEnded;
    }

    public static async ValueTask<string?> FindRobotsAsync(
        ISqlDatabase database, string origin, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(origin);
        List<string> kept = await database.QueryAsync(
            $"""
             SELECT answer FROM {database.Prefix}robots
             WHERE origin = @origin AND valid_until > {database.Clock}
             """,
            static row => row.Text(0),
            [("@origin", origin)],
            cancellationToken).ConfigureAwait(false);
        return kept.FirstOrDefault();
    }

    public static async ValueTask SaveRobotsAsync(
        ISqlDatabase database, string origin, string answer, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(origin);
        ArgumentNullException.ThrowIfNull(answer);
        await database.ExecuteAsync(
            $"""
             INSERT INTO {database.Prefix}robots (origin, answer, valid_until)
             VALUES (@origin, @answer, {database.Clock} + @valid)
             ON CONFLICT (origin) DO UPDATE SET answer = excluded.answer, valid_until = excluded.valid_until
             """,
            [("@origin", origin), ("@answer", answer), ("@valid", (long)lifetime.TotalMilliseconds)],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Why a turn was not given; it may be free again by now.</summary>
    private static async ValueTask<SiteTurn> ExplainAsync(
        ISqlDatabase database, SiteTurn asked, (string, object?)[] parameters, CancellationToken cancellationToken)
    {
        List<SiteTurn> known = await database.QueryAsync(
            $"""
             SELECT held_until - {database.Clock}, turn_until - {database.Clock},
                 {database.Clock} - last_request_at, holds
             FROM {database.Prefix}site WHERE name = @site
             """,
            row => asked with
            {
                HeldFor = MillisecondsOrNull(row, 0) is { Ticks: > 0 } held ? held : null,
                BusyFor = MillisecondsOrNull(row, 1) is { Ticks: > 0 } busy ? busy : TimeSpan.Zero,
                SinceLast = MillisecondsOrNull(row, 2),
                Holds = (int)row.GetInt64(3),
            },
            parameters[..1],
            cancellationToken).ConfigureAwait(false);
        SiteTurn turn = known.FirstOrDefault() ?? asked;
        return turn.HeldFor is not null
            ? turn
            : turn with
            {
                SpentFor = await FindRestAsync(database, parameters, cancellationToken).ConfigureAwait(false),
            };
    }

    /// <summary>The rest of the day, if the budget is spent.</summary>
    private static async ValueTask<TimeSpan?> FindRestAsync(
        ISqlDatabase database, (string, object?)[] parameters, CancellationToken cancellationToken)
    {
        string clock = database.Clock;
        List<TimeSpan?> rests = await database.QueryAsync(
            $"""
             SELECT {MillisecondsOfDay} - {clock} % {MillisecondsOfDay} FROM {database.Prefix}site b
             WHERE b.day = {DayOf(clock)}
                 AND ((b.name = @site AND b.asked >= @budget) OR (b.name = '{All}' AND b.asked >= @all))
             """,
            row => MillisecondsOrNull(row, 0),
            parameters,
            cancellationToken).ConfigureAwait(false);
        return rests.FirstOrDefault();
    }

    /// <summary>Counts a request to any site.</summary>
    /// <remarks>Only where all sites together have a budget, because all processes write one row.</remarks>
    private static Task<int> CountForAllAsync(
        ISqlDatabase database, int budget, CancellationToken cancellationToken)
    {
        string day = DayOf(database.Clock);
        return database.ExecuteAsync(
            $"""
             INSERT INTO {database.Prefix}site AS s (name, turn, holds, day, asked, budget)
             VALUES ('{All}', 0, 0, {day}, 1, @budget)
             ON CONFLICT (name) DO UPDATE SET
                 day = {day}, asked = CASE WHEN s.day = {day} THEN s.asked + 1 ELSE 1 END, budget = @budget
             """,
            [("@budget", (long)budget)],
            cancellationToken);
    }

    private static (string, object?)[] ParametersOf(SiteTurn asked, TimeSpan lease, int? maxDaily) =>
    [
        ("@site", asked.Site), ("@holder", asked.Holder), ("@lease", (long)lease.TotalMilliseconds),
        ("@budget", maxDaily ?? long.MaxValue), ("@all", asked.MaxDailyOfAll ?? long.MaxValue),
    ];

    private static string DayOf(string clock) => $"({clock} / {MillisecondsOfDay})";

    private static string IsSpent(string row, string clock) =>
        $"{row}.day = {DayOf(clock)} AND {row}.asked >= {row}.budget";

    private static TimeSpan? MillisecondsOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : TimeSpan.FromMilliseconds(row.GetInt64(column));
}

using System.Data.Common;
using NewsDiff.Fetching;

namespace NewsDiff.Sql;

/// <summary>Turns, holds and robots.txt of sites, as all databases store them.</summary>
/// <remarks>Times are in milliseconds of the database's clock, which each statement reads itself.</remarks>
internal static class SiteTable
{
    public static async ValueTask<SiteTurn> TakeTurnAsync(
        ISqlDatabase database, string site, string holder, TimeSpan lease, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(site);
        ArgumentException.ThrowIfNullOrWhiteSpace(holder);
        var asked = new SiteTurn { Site = site, Holder = holder };
        (string, object?)[] parameters =
            [("@site", site), ("@holder", holder), ("@lease", (long)lease.TotalMilliseconds)];
        string clock = database.Clock;
        List<SiteTurn> taken = await database.WriteAsync(
            $"""
             INSERT INTO {database.Prefix}site AS s (name, turn, holder, turn_until, holds)
             VALUES (@site, 1, @holder, {clock} + @lease, 0)
             ON CONFLICT (name) DO UPDATE SET
                 turn = CASE WHEN s.holder = @holder THEN s.turn ELSE s.turn + 1 END,
                 last_request_at = CASE WHEN s.holder <> @holder THEN s.turn_until ELSE s.last_request_at END,
                 holder = @holder, turn_until = {clock} + @lease
             WHERE (s.holder IS NULL OR s.holder = @holder OR s.turn_until <= {clock})
                 AND (s.held_until IS NULL OR s.held_until <= {clock})
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
        return await database.ExecuteAsync(
            $"""
             UPDATE {database.Prefix}site SET holder = NULL, turn_until = NULL, holds = @holds,
                 last_request_at = CASE WHEN @asked = 1 THEN {database.Clock} ELSE last_request_at END,
                 held_until = CASE WHEN @held > 0 THEN {database.Clock} + @held ELSE held_until END
             WHERE name = @site AND holder = @holder AND turn = @turn
             """,
            [
                ("@site", turn.Site), ("@holder", turn.Holder), ("@turn", turn.Number), ("@holds", turn.Holds),
                ("@asked", wasAsked ? 1 : 0), ("@held", (long)Math.Ceiling(turn.HeldFor?.TotalMilliseconds ?? 0)),
            ],
            cancellationToken).ConfigureAwait(false) == 1;
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
        return known.FirstOrDefault() ?? asked;
    }

    private static TimeSpan? MillisecondsOrNull(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : TimeSpan.FromMilliseconds(row.GetInt64(column));
}

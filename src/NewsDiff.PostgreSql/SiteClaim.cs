using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.PostgreSql;

/// <summary>A claim that chooses the sites first, and then their visits.</summary>
/// <remarks>
/// A claim locks the row of a site before it reads the leases, so that one worker at a time visits the site.
/// </remarks>
/// <param name="connection">The connection, in a transaction.</param>
/// <param name="claim">The claim.</param>
/// <param name="parameters">Its values: <c>@now</c>, <c>@until</c>, <c>@horizon</c>, <c>@limit</c> and so on.</param>
internal sealed class SiteClaim(
    PostgreSqlConnection connection, VisitClaim claim, (string Name, object? Value)[] parameters)
{
    /// <summary>The maximum number of rounds in which no chosen site has anything due.</summary>
    private const int MostRounds = 20;

    private readonly string _prefix = connection.Prefix;
    private readonly List<string> _passedOver = [.. claim.ExceptSites];

    /// <summary>Claims visits; empty when none is due, or when others hold all sites.</summary>
    public async Task<List<Visit?>> RunAsync(CancellationToken cancellationToken)
    {
        List<Visit?> claimed = [];
        for (int round = 0; round < MostRounds && claimed.Count == 0 && claim.Limit > 0; round++)
        {
            List<string> sites = await LockAsync("SKIP LOCKED", Sites, cancellationToken).ConfigureAwait(false);
            if (sites.Count == 0 && round == 0)
            {
                // All due sites are locked, for instance while a visit is saved; waiting for a single lock cannot
                // deadlock.
                sites = await LockAsync("", most: 1, cancellationToken).ConfigureAwait(false);
            }

            if (sites.Count == 0)
            {
                break;
            }

            claimed = await ClaimAsync(sites, cancellationToken).ConfigureAwait(false);
            await connection.ExecuteAsync(
                SiteDueTable.Correct(_prefix, "SELECT unnest(@names)", "greatest"),
                [("@names", sites.ToArray())],
                cancellationToken).ConfigureAwait(false);
            _passedOver.AddRange(sites);
        }

        return claimed;
    }

    private int Sites => Math.Min(claim.MaxSites ?? claim.Limit, claim.Limit);

    private Task<List<string>> LockAsync(string wait, int most, CancellationToken cancellationToken)
    {
        string due = SiteDueTable.ColumnOf(claim, "least(s.feed_due_at, s.article_due_at)");
        return connection.QueryAsync(
            $"""
             SELECT s.name FROM {_prefix}site_due s
             WHERE ({due} <= @now OR {due} > @horizon) AND s.name <> ALL (@sites)
                 AND {SiteDueTable.IsFree(_prefix, claim)} {SiteDueTable.IsChosen(claim)}
                 AND {SiteTable.HasBudget(_prefix, PostgreSqlDatabase.ClockExpression, "s.name")}
             ORDER BY {due}, s.name LIMIT @most FOR UPDATE OF s {wait}
             """,
            row => row.GetString(0),
            [.. parameters, ("@sites", _passedOver.ToArray()), ("@most", most)],
            cancellationToken);
    }

    private Task<List<Visit?>> ClaimAsync(List<string> sites, CancellationToken cancellationToken)
    {
        string kinds = string.Join(", ", VisitTable.KindsOf(claim).Select(kind => $"('{kind}')"));
        string order = claim.Worker is null ? "x.due_at, x.kind, x.target" : "x.turn, x.missed_at, x.kind, x.target";
        int choice = VisitTable.ChoiceOf(sites.Count);
        return connection.QueryAsync(
            $"""
             WITH free AS MATERIALIZED (
                 SELECT v.kind, v.target, v.due_at, v.missed_at,
                     row_number() OVER (PARTITION BY s.name ORDER BY v.missed_at, v.kind, v.target) AS turn
                 FROM unnest(@names) s (name) CROSS JOIN (VALUES {kinds}) k (kind) CROSS JOIN LATERAL (
                     SELECT y.* FROM (({Due("", choice)}) UNION ({Due("DESC", choice)})) y
                     ORDER BY y.missed_at, y.target LIMIT @limit) v
                 WHERE {SiteDueTable.IsFree(_prefix, claim)}),
             due (due_kind, due_target) AS MATERIALIZED (
                 SELECT v.kind, v.target
                 FROM (SELECT * FROM free x ORDER BY {order} LIMIT @limit) x CROSS JOIN LATERAL (
                     SELECT v.kind, v.target FROM {_prefix}visit v
                     WHERE v.kind = x.kind AND v.target = x.target AND {VisitTable.IsFree("v")}
                     FOR UPDATE SKIP LOCKED) v)
             UPDATE {_prefix}visit SET claim = claim + 1, leased_until = @until, worker = @worker
             FROM due WHERE kind = due_kind AND target = due_target
             RETURNING {VisitTable.Columns}
             """,
            VisitTable.ReadClaimed,
            [.. parameters, ("@names", sites.ToArray())],
            cancellationToken);
    }

    /// <summary>The most overdue visits to a site, or its latest due ones.</summary>
    private string Due(string direction, int choice) =>
        $"""
         SELECT v.kind, v.target, v.due_at, v.due_at + v.interval * INTERVAL '1 millisecond' AS missed_at
         FROM {_prefix}visit v WHERE v.kind = k.kind AND v.site = s.name AND {VisitTable.IsFree("v")}
         ORDER BY v.due_at {direction}, v.target {direction} LIMIT {choice}
         """;
}

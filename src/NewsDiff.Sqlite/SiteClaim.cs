using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

/// <summary>A claim that chooses the sites first, and then their visits.</summary>
/// <remarks>Writes take turns, so that one worker at a time visits a site.</remarks>
/// <param name="connection">The connection, in a write.</param>
/// <param name="claim">The claim.</param>
/// <param name="parameters">Its values: <c>@now</c>, <c>@until</c>, <c>@horizon</c>, <c>@limit</c> and so on.</param>
/// <param name="repair">Adds sites that are missing in the table.</param>
internal sealed class SiteClaim(
    SqliteConnection connection, VisitClaim claim, (string Name, object? Value)[] parameters, SiteRepair repair)
{
    /// <summary>The maximum number of rounds in which no chosen site has anything due.</summary>
    private const int MostRounds = 20;

    private readonly List<string> _passedOver = [.. claim.ExceptSites];

    /// <summary>Claims visits; empty when none is due, or when others hold all sites.</summary>
    public List<Visit?> Run()
    {
        List<Visit?> claimed = [];
        for (int round = 0; round < MostRounds && claimed.Count == 0 && claim.Limit > 0; round++)
        {
            List<string> sites = Choose();
            if (sites.Count == 0)
            {
                if (!repair.Run(connection))
                {
                    break;
                }

                continue;
            }

            claimed = Claim(sites);
            connection.Execute(
                SiteDueTable.Correct("", "SELECT value FROM json_each(@names)", "max"), ("@names", ListOf(sites)));
            _passedOver.AddRange(sites);
        }

        return claimed;
    }

    private List<string> Choose()
    {
        string due = SiteDueTable.ColumnOf(
            claim, "min(coalesce(s.feed_due_at, s.article_due_at), coalesce(s.article_due_at, s.feed_due_at))");
        return connection.Query(
            $"""
             SELECT s.name FROM site_due s
             WHERE ({due} <= @now OR {due} > @horizon) AND s.name NOT IN (SELECT value FROM json_each(@sites))
                 AND {SiteDueTable.IsFree("", claim)} {SiteDueTable.IsChosen(claim)}
                 AND {SiteTable.HasBudget("", SqliteDatabase.ClockExpression, "s.name")}
             ORDER BY {due}, s.name LIMIT @most
             """,
            static row => row.GetString(0),
            [
                .. parameters, ("@sites", ListOf(_passedOver)),
                ("@most", Math.Min(claim.MaxSites ?? claim.Limit, claim.Limit)),
            ]);
    }

    private List<Visit?> Claim(List<string> sites)
    {
        string order = claim.Worker is null ? "due_at, kind, target" : "turn, missed_at, kind, target";
        int choice = VisitTable.ChoiceOf(sites.Count);
        string free = string.Join(" UNION ALL ", VisitTable.KindsOf(claim).Select(kind => Free(kind, choice)));
        return connection.Query(
            $"""
             UPDATE visit SET claim = claim + 1, leased_until = @until, worker = @worker
             WHERE (kind, target) IN (
                 SELECT kind, target FROM (
                     SELECT kind, target, due_at, missed_at,
                         row_number() OVER (PARTITION BY site ORDER BY missed_at, kind, target) AS turn
                     FROM ({free}))
                 ORDER BY {order} LIMIT @limit)
             RETURNING {VisitTable.Columns}
             """,
            VisitTable.ReadClaimed,
            [.. parameters, ("@names", ListOf(sites))]);
    }

    /// <summary>The due visits of a kind to some sites, those first whose next interval is over soonest.</summary>
    private static string Free(string kind, int choice) =>
        $"""
         SELECT v.kind, v.target, v.due_at, v.due_at + v.interval AS missed_at, s.value AS site
         FROM json_each(@names) s CROSS JOIN visit v ON v.kind = '{kind}' AND v.target IN (
             SELECT y.target FROM (
                 SELECT * FROM ({Due(kind, "", choice)}) UNION SELECT * FROM ({Due(kind, "DESC", choice)})) y
             ORDER BY y.missed_at, y.target LIMIT @limit)
         """;

    private static string Due(string kind, string direction, int choice) =>
        $"""
         SELECT x.target, x.due_at + x.interval AS missed_at FROM visit x
         WHERE x.kind = '{kind}' AND x.site = s.value AND {VisitTable.IsFree("x")}
         ORDER BY x.due_at {direction}, x.target {direction} LIMIT {choice}
         """;

    private static string ListOf(List<string> sites) => new JsonArray([.. sites]).ToJsonString();
}

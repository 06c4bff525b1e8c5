using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <inheritdoc/>
    public ValueTask<Visit?> FindVisitAsync(
        VisitKind kind,
        string target,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return VisitTable.FindAsync(_database, kind, target, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> SaveVisitAsync(Visit visit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return VisitTable.SaveAsync(_database, visit, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Visit>> ClaimDueAsync(
        VisitClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        List<Visit?> visits = await _database.WriteAsync(connection => Claim(connection, claim), cancellationToken)
            .ConfigureAwait(false);
        return VisitTable.InOrder(visits);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Visit> ReadVisitsAsync(CancellationToken cancellationToken = default) =>
        VisitTable.ReadAsync(_database, cancellationToken);

    private static List<Visit?> Claim(SqliteConnection connection, VisitClaim claim)
    {
        (string, object?)[] parameters =
        [
            ("@now", claim.Now),
            ("@until", claim.Now + claim.Lease),
            ("@horizon", claim.Horizon),
            ("@sites", new JsonArray([.. claim.ExceptSites]).ToJsonString()),
            ("@limit", claim.Limit),
            ("@target", VisitTarget.Of(claim.Target)),
        ];
        if (claim.Horizon is not null)
        {
            connection.Execute(VisitTable.MoveImplausible(prefix: ""), parameters);
        }

        string due = string.Join(
            " UNION ALL ",
            VisitTable.KindsOf(claim).Select(kind => claim switch
            {
                { Target: not null } => Targeted(kind),
                { ExceptSites.IsEmpty: true } => Due(kind),
                _ => DueElsewhere(kind),
            }));
        return connection.Query(
            $"""
             UPDATE visit SET claim = claim + 1, leased_until = @until
             WHERE (kind, target) IN (
                 SELECT kind, target FROM ({due}) ORDER BY due_at, kind, target LIMIT @limit)
             RETURNING {VisitTable.Columns}
             """,
            VisitTable.ReadClaimed,
            parameters);
    }

    /// <summary>The visit to one target, due or not.</summary>
    private static string Targeted(string kind) =>
        $"SELECT kind, target, due_at FROM visit WHERE kind = '{kind}' AND target = @target";

    /// <summary>The first due visits of a kind.</summary>
    private static string Due(string kind) =>
        $"""
         SELECT * FROM (
             SELECT kind, target, due_at FROM visit v WHERE kind = '{kind}' AND {VisitTable.IsFree("v")}
             ORDER BY due_at, target LIMIT @limit)
         """;

    /// <summary>The first due visits of a kind on other sites than <c>@sites</c>.</summary>
    /// <remarks>
    /// A backlog of the sites that are left out is not read: from site to site by the index, then the first visits of
    /// the sites that have the most overdue ones.
    /// </remarks>
    private static string DueElsewhere(string kind) =>
        $"""
         SELECT * FROM (
             WITH RECURSIVE known (site) AS (
                 SELECT min(site) FROM visit WHERE kind = '{kind}' AND due_at IS NOT NULL
                 UNION ALL
                 SELECT (SELECT min(v.site) FROM visit v
                     WHERE v.kind = '{kind}' AND v.due_at IS NOT NULL AND v.site > known.site)
                 FROM known WHERE site IS NOT NULL),
             of_site (site, due_at) AS MATERIALIZED (
                 SELECT known.site, (SELECT v.due_at FROM visit v
                     WHERE v.kind = '{kind}' AND v.site = known.site AND {VisitTable.IsFree("v")}
                     ORDER BY v.due_at LIMIT 1)
                 FROM known
                 WHERE known.site IS NOT NULL AND known.site NOT IN (SELECT value FROM json_each(@sites))),
             first (site) AS MATERIALIZED (
                 SELECT site FROM of_site WHERE due_at IS NOT NULL ORDER BY due_at LIMIT @limit)
             SELECT '{kind}' AS kind, v.target, v.due_at FROM first CROSS JOIN visit v ON v.kind = '{kind}'
                 AND v.target IN (SELECT x.target FROM visit x
                     WHERE x.kind = '{kind}' AND x.site = first.site AND {VisitTable.IsFree("x")}
                     ORDER BY x.due_at, x.target LIMIT @limit))
         """;
}

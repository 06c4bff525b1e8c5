using System.Collections.Immutable;
using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.PostgreSql;

public sealed partial class PostgreSqlVersionStore
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
        List<Visit?> visits = await _database.WriteAsync(
            (connection, token) => ClaimAsync(connection, claim, token), cancellationToken).ConfigureAwait(false);
        return VisitTable.InOrder(visits);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Visit> ReadVisitsAsync(CancellationToken cancellationToken = default) =>
        VisitTable.ReadAsync(_database, cancellationToken);

    private static async Task<List<Visit?>> ClaimAsync(
        PostgreSqlConnection connection, VisitClaim claim, CancellationToken cancellationToken)
    {
        DateTimeOffset horizon = claim.Horizon ?? DateTimeOffset.MaxValue;
        (string Name, object? Value)[] now = [("@now", claim.Now), ("@horizon", horizon)];
        string prefix = connection.Prefix;
        if (claim.Horizon is not null)
        {
            await connection.ExecuteAsync(VisitTable.MoveImplausible(prefix), now, cancellationToken)
                .ConfigureAwait(false);
        }

        string[] kinds = VisitTable.KindsOf(claim);
        string due = string.Join(", ", kinds.Select(kind => claim switch
        {
            { Target: not null } => Targeted(prefix, kind),
            { ExceptSites.IsEmpty: true } => Due(prefix, kind),
            _ => DueElsewhere(prefix, kind),
        }));
        string all = string.Join(" UNION ALL ", kinds.Select(kind => $"SELECT kind, target, due_at FROM due_{kind}"));
        return await connection.QueryAsync(
            $"""
             WITH RECURSIVE {due},
             due (due_kind, due_target) AS (
                 SELECT kind, target FROM ({all}) every ORDER BY due_at, kind, target LIMIT @limit)
             UPDATE {prefix}visit SET claim = claim + 1, leased_until = @until
             FROM due WHERE kind = due_kind AND target = due_target
             RETURNING {VisitTable.Columns}
             """,
            VisitTable.ReadClaimed,
            [
                .. now,
                ("@until", claim.Now + claim.Lease),
                ("@limit", claim.Limit),
                ("@target", VisitTarget.Of(claim.Target)),
                ("@sites", claim.ExceptSites.ToArray()),
            ],
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The visit to one target, due or not.</summary>
    private static string Targeted(string prefix, string kind) =>
        $"""
         due_{kind} AS MATERIALIZED (
             SELECT kind, target, due_at FROM {prefix}visit v WHERE kind = '{kind}' AND target = @target FOR UPDATE)
         """;

    /// <summary>The first due visits of a kind.</summary>
    private static string Due(string prefix, string kind) =>
        $"""
         due_{kind} AS MATERIALIZED (
             SELECT kind, target, due_at FROM {prefix}visit v WHERE kind = '{kind}' AND {VisitTable.IsFree("v")}
             ORDER BY due_at, target LIMIT @limit FOR UPDATE SKIP LOCKED)
         """;

    /// <summary>The first due visits of a kind on other sites than <c>@sites</c>.</summary>
    /// <remarks>
    /// A backlog of the sites that are left out is not read: from site to site by the index, then the first visits of
    /// the sites that have the most overdue ones.
    /// </remarks>
    private static string DueElsewhere(string prefix, string kind) =>
        $"""
         known_{kind} (site) AS (
             (SELECT site FROM {prefix}visit WHERE kind = '{kind}' AND due_at IS NOT NULL ORDER BY site LIMIT 1)
             UNION ALL
             SELECT (SELECT v.site FROM {prefix}visit v
                 WHERE v.kind = '{kind}' AND v.due_at IS NOT NULL AND v.site > known.site ORDER BY v.site LIMIT 1)
             FROM known_{kind} known WHERE known.site IS NOT NULL),
         first_{kind} AS MATERIALIZED (
             SELECT known.site, first.due_at FROM known_{kind} known CROSS JOIN LATERAL (
                 SELECT v.due_at FROM {prefix}visit v
                 WHERE v.kind = '{kind}' AND v.site = known.site AND {VisitTable.IsFree("v")}
                 ORDER BY v.due_at LIMIT 1) first
             WHERE known.site <> ALL (@sites) ORDER BY first.due_at LIMIT @limit),
         some_{kind} AS MATERIALIZED (
             SELECT x.target, x.due_at FROM first_{kind} first CROSS JOIN LATERAL (
                 SELECT v.target, v.due_at FROM {prefix}visit v
                 WHERE v.kind = '{kind}' AND v.site = first.site AND {VisitTable.IsFree("v")}
                 ORDER BY v.due_at, v.target LIMIT @limit) x),
         due_{kind} AS MATERIALIZED (
             SELECT v.kind, v.target, v.due_at FROM some_{kind} x JOIN {prefix}visit v
                 ON v.kind = '{kind}' AND v.target = x.target
             WHERE {VisitTable.IsFree("v")}
             ORDER BY x.due_at, x.target LIMIT @limit FOR UPDATE OF v SKIP LOCKED)
         """;
}

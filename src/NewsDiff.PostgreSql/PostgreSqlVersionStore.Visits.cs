using System.Collections.Immutable;
using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.PostgreSql;

public sealed partial class PostgreSqlVersionStore
{
    private const string IsFree =
        "due_at <= @now AND (leased_until IS NULL OR leased_until <= @now OR leased_until > @horizon::timestamptz)";

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
        List<Visit?> visits = await _database.RunAsync(
            (connection, token) => ClaimAsync(connection, claim, token), cancellationToken).ConfigureAwait(false);
        return VisitTable.InOrder(visits);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Visit> ReadVisitsAsync(CancellationToken cancellationToken = default) =>
        VisitTable.ReadAsync(_database, cancellationToken);

    private static async Task<List<Visit?>> ClaimAsync(
        PostgreSqlConnection connection, VisitClaim claim, CancellationToken cancellationToken)
    {
        if (claim.Horizon is not null)
        {
            await connection.ExecuteAsync(
                $"UPDATE {connection.Prefix}visit SET due_at = @now WHERE due_at > @horizon AND "
                + $"{VisitTable.IsOfKnownKind}",
                [("@now", claim.Now), ("@horizon", claim.Horizon)],
                cancellationToken).ConfigureAwait(false);
        }

        return await connection.QueryAsync(
            $"""
             WITH due AS (
                 SELECT kind AS due_kind, target AS due_target FROM {connection.Prefix}visit
                 WHERE {(claim.Target is null ? IsFree : "target = @target")} AND {VisitTable.IsOfKnownKind}
                     AND (@kind::text IS NULL OR kind = @kind::text)
                     AND (@sites::text[] IS NULL OR split_part(split_part(url, '://', 2), '/', 1) <> ALL (@sites::text[]))
                 ORDER BY due_at, kind, target LIMIT @limit
                 FOR UPDATE {(claim.Target is null ? "SKIP LOCKED" : "")})
             UPDATE {connection.Prefix}visit SET claim = claim + 1, leased_until = @until
             FROM due WHERE kind = due_kind AND target = due_target
             RETURNING {VisitTable.Columns}
             """,
            VisitTable.ReadClaimed,
            [
                ("@now", claim.Now),
                ("@until", claim.Now + claim.Lease),
                ("@horizon", claim.Horizon),
                ("@kind", claim.Kind),
                ("@target", claim.Target),
                ("@sites", claim.ExceptSites.IsEmpty ? null : claim.ExceptSites.ToArray()),
                ("@limit", claim.Limit),
            ],
            cancellationToken).ConfigureAwait(false);
    }
}

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

    /// <inheritdoc/>
    IAsyncEnumerable<Visit> IVisitStore.ReadVisitsAsync(VisitKind kind, CancellationToken cancellationToken) =>
        VisitTable.ReadAsync(_database, kind, cancellationToken);

    /// <inheritdoc/>
    ValueTask<ImmutableArray<Visit>> IVisitStore.FindFailingAsync(
        VisitKind kind, int limit, CancellationToken cancellationToken) =>
        VisitTable.FindFailingAsync(_database, kind, limit, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<ImmutableArray<string>> FindDueSitesAsync(
        DateTimeOffset now, DateTimeOffset? horizon = null, CancellationToken cancellationToken = default) =>
        DueTable.FindSitesAsync(_database, now, horizon, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DueBacklog> CountDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        DueTable.CountAsync(_database, now, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset> ReadClockAsync(CancellationToken cancellationToken = default) =>
        ClaimClock.ReadAsync(_database, cancellationToken);

    private async Task<List<Visit?>> ClaimAsync(
        PostgreSqlConnection connection, VisitClaim claim, CancellationToken cancellationToken)
    {
        List<DateTimeOffset> clock = await connection.QueryAsync(
            $"SELECT {_database.Clock}",
            row => DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
            [],
            cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = ClaimClock.NowOf(claim.Now, clock[0]);
        (string Name, object? Value)[] parameters =
        [
            ("@now", now),
            ("@horizon", claim.Horizon ?? DateTimeOffset.MaxValue),
            ("@until", now + claim.Lease),
            ("@limit", claim.Limit),
            ("@target", VisitTarget.Of(claim.Target)),
            ("@worker", claim.Worker),
            ("@site", claim.Site),
            ("@renews", claim.Renews),
        ];
        string prefix = connection.Prefix;
        if (claim.Horizon is not null)
        {
            await connection.ExecuteAsync(VisitTable.MoveImplausible(prefix), parameters[..2], cancellationToken)
                .ConfigureAwait(false);
        }

        return VisitTable.IsBySite(claim)
            ? await connection.InTransactionAsync(
                token => new SiteClaim(connection, claim, parameters).RunAsync(token), cancellationToken)
                .ConfigureAwait(false)
            : await ClaimSinglyAsync(connection, claim, parameters, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Claims one target, or the most overdue visits of any site.</summary>
    private static Task<List<Visit?>> ClaimSinglyAsync(
        PostgreSqlConnection connection, VisitClaim claim, (string Name, object? Value)[] parameters,
        CancellationToken cancellationToken)
    {
        string prefix = connection.Prefix;
        string[] kinds = VisitTable.KindsOf(claim);
        string due = string.Join(", ", kinds.Select(kind =>
            claim.Target is null ? Due(prefix, kind) : Targeted(prefix, kind, claim)));
        string all = string.Join(" UNION ALL ", kinds.Select(kind => $"SELECT kind, target, due_at FROM due_{kind}"));
        return connection.QueryAsync(
            $"""
             WITH {due},
             due (due_kind, due_target) AS (
                 SELECT kind, target FROM ({all}) every ORDER BY due_at, kind, target LIMIT @limit)
             UPDATE {prefix}visit SET {VisitTable.LeaseChange(claim)}
             FROM due WHERE kind = due_kind AND target = due_target
             RETURNING {VisitTable.Columns}
             """,
            VisitTable.ReadClaimed,
            parameters,
            cancellationToken);
    }

    /// <summary>The visit to one target, due or not.</summary>
    private static string Targeted(string prefix, string kind, VisitClaim claim) =>
        $"""
         due_{kind} AS MATERIALIZED (
             SELECT kind, target, due_at FROM {prefix}visit v
             WHERE kind = '{kind}' AND target = @target AND {VisitTable.IsHeld(claim)} FOR UPDATE)
         """;

    /// <summary>The first due visits of a kind.</summary>
    private static string Due(string prefix, string kind) =>
        $"""
         due_{kind} AS MATERIALIZED (
             SELECT kind, target, due_at FROM {prefix}visit v WHERE kind = '{kind}' AND {VisitTable.IsFree("v")}
             ORDER BY due_at, target LIMIT @limit FOR UPDATE SKIP LOCKED)
         """;
}

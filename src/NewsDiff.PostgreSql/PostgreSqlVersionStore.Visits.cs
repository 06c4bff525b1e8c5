using System.Collections.Immutable;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql;

public sealed partial class PostgreSqlVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<Visit?> FindVisitAsync(
        VisitKind kind, string target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        List<Visit> visits = await _database.RunAsync(
            (connection, token) => connection.QueryAsync(
                $"SELECT {VisitRow.Columns} FROM newsdiff.visit WHERE kind = @kind AND target = @target",
                VisitRow.Read,
                [("@kind", kind), ("@target", target)],
                token),
            cancellationToken).ConfigureAwait(false);
        return visits.FirstOrDefault();
    }

    /// <inheritdoc/>
    public async ValueTask<bool> SaveVisitAsync(Visit visit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return await _database.RunAsync((connection, token) => SaveAsync(connection, visit, token), cancellationToken)
            .ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Visit>> ClaimDueAsync(
        VisitClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        List<Visit> visits = await _database.RunAsync(
            (connection, token) => ClaimAsync(connection, claim, token), cancellationToken).ConfigureAwait(false);

        // RETURNING promises no order.
        return
        [
            .. visits
                .OrderBy(visit => visit.DueAt)
                .ThenBy(visit => visit.Kind)
                .ThenBy(visit => visit.Target, StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<Visit> ReadVisitsAsync(CancellationToken cancellationToken = default) =>
        Pages.ReadAsync<Visit>(
            int.MaxValue,
            (last, size) => _database.RunAsync(
                (connection, token) => connection.QueryAsync(
                    $"""
                     SELECT {VisitRow.Columns} FROM newsdiff.visit
                     WHERE (kind, target) > (@kind, @target) ORDER BY kind, target LIMIT @size
                     """,
                    VisitRow.Read,
                    [("@kind", last?.Kind.ToString() ?? ""), ("@target", last?.Target ?? ""), ("@size", size)],
                    token),
                cancellationToken),
            cancellationToken);

    private static Task<int> SaveAsync(NpgsqlConnection connection, Visit visit, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            $"""
             INSERT INTO newsdiff.visit ({VisitRow.Columns}, leased_until)
             VALUES (@kind, @target, @url, @due_at, @state, @last_visited_at, @last_changed_at, @interval, @failures,
                 @last_status, @last_reason, @etag, @last_modified, @claim, @held_hash, NULL)
             ON CONFLICT (kind, target) DO UPDATE SET
                 url = excluded.url, due_at = excluded.due_at, state = excluded.state,
                 last_visited_at = excluded.last_visited_at, last_changed_at = excluded.last_changed_at,
                 interval = excluded.interval, failures = excluded.failures, last_status = excluded.last_status,
                 last_reason = excluded.last_reason, etag = excluded.etag, last_modified = excluded.last_modified,
                 claim = excluded.claim, held_hash = excluded.held_hash, leased_until = NULL
             WHERE visit.claim <= excluded.claim
             """,
            VisitRow.Parameters(visit),
            cancellationToken);

    private static Task<List<Visit>> ClaimAsync(
        NpgsqlConnection connection, VisitClaim claim, CancellationToken cancellationToken) =>
        connection.QueryAsync(
            $"""
             WITH due AS (
                 SELECT kind AS due_kind, target AS due_target FROM newsdiff.visit
                 WHERE due_at <= @now
                     AND (leased_until IS NULL OR leased_until <= @now)
                     AND (@kind::text IS NULL OR kind = @kind::text)
                 ORDER BY due_at, kind, target LIMIT @limit
                 FOR UPDATE SKIP LOCKED)
             UPDATE newsdiff.visit SET claim = claim + 1, leased_until = @until
             FROM due WHERE kind = due_kind AND target = due_target
             RETURNING {VisitRow.Columns}
             """,
            VisitRow.Read,
            [
                ("@now", claim.Now),
                ("@until", claim.Now + claim.Lease),
                ("@kind", claim.Kind),
                ("@limit", claim.Limit),
            ],
            cancellationToken);
}

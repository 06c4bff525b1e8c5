using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <inheritdoc/>
    public async ValueTask<Visit?> FindVisitAsync(
        VisitKind kind, string target, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(target);
        return await _database.ReadAsync(
            connection => connection.Query(
                $"SELECT {VisitRow.Columns} FROM visit WHERE kind = @kind AND target = @target",
                VisitRow.Read,
                ("@kind", kind),
                ("@target", target)).FirstOrDefault(),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> SaveVisitAsync(Visit visit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(visit);
        return await _database.WriteAsync(connection => Save(connection, visit), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<Visit>> ClaimDueAsync(
        VisitClaim claim, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        List<Visit> visits = await _database.WriteAsync(connection => Claim(connection, claim), cancellationToken)
            .ConfigureAwait(false);

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
            (last, size) => _database.ReadAsync(connection => ReadPage(connection, last, size), cancellationToken),
            cancellationToken);

    private static bool Save(SqliteConnection connection, Visit visit) => connection.Execute(
        $"""
         INSERT INTO visit ({VisitRow.Columns}, leased_until)
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
        VisitRow.Parameters(visit)) == 1;

    private static List<Visit> Claim(SqliteConnection connection, VisitClaim claim) => connection.Query(
        $"""
         UPDATE visit SET claim = claim + 1, leased_until = @until
         WHERE (kind, target) IN (
             SELECT kind, target FROM visit
             WHERE due_at <= @now
                 AND (leased_until IS NULL OR leased_until <= @now)
                 AND (@kind IS NULL OR kind = @kind)
             ORDER BY due_at, kind, target LIMIT @limit)
         RETURNING {VisitRow.Columns}
         """,
        VisitRow.Read,
        ("@now", claim.Now),
        ("@until", claim.Now + claim.Lease),
        ("@kind", claim.Kind),
        ("@limit", claim.Limit));

    private static List<Visit> ReadPage(SqliteConnection connection, Visit? last, int size) => connection.Query(
        $"""
         SELECT {VisitRow.Columns} FROM visit
         WHERE (kind, target) > (@kind, @target) ORDER BY kind, target LIMIT @size
         """,
        VisitRow.Read,
        ("@kind", last?.Kind.ToString() ?? ""),
        ("@target", last?.Target ?? ""),
        ("@size", size));
}

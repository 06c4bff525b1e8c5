using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    /// <summary>The authority of a stored address: the text between its scheme and its path.</summary>
    private const string Authority =
        "substr(url, instr(url, '://') + 3, instr(substr(url, instr(url, '://') + 3), '/') - 1)";

    private const string IsFree =
        "due_at <= @now AND (leased_until IS NULL OR leased_until <= @now OR leased_until > @horizon)";

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
        connection.Execute(
            $"UPDATE visit SET due_at = @now WHERE due_at > @horizon AND {VisitTable.IsOfKnownKind}",
            ("@now", claim.Now),
            ("@horizon", claim.Horizon));
        return connection.Query(
            $"""
             UPDATE visit SET claim = claim + 1, leased_until = @until
             WHERE (kind, target) IN (
                 SELECT kind, target FROM visit
                 WHERE {(claim.Target is null ? IsFree : "target = @target")} AND {VisitTable.IsOfKnownKind}
                     AND (@kind IS NULL OR kind = @kind)
                     AND (@sites IS NULL OR {Authority} NOT IN (SELECT value FROM json_each(@sites)))
                 ORDER BY due_at, kind, target LIMIT @limit)
             RETURNING {VisitTable.Columns}
             """,
            VisitTable.ReadClaimed,
            ("@now", claim.Now),
            ("@until", claim.Now + claim.Lease),
            ("@horizon", claim.Horizon),
            ("@kind", claim.Kind),
            ("@target", claim.Target),
            ("@sites", claim.ExceptSites.IsEmpty ? null : new JsonArray([.. claim.ExceptSites]).ToJsonString()),
            ("@limit", claim.Limit));
    }
}

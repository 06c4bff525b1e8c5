using System.Collections.Immutable;
using Microsoft.Data.Sqlite;
using NewsDiff.Sql;
using NewsDiff.Tracking;

namespace NewsDiff.Sqlite;

public sealed partial class SqliteVersionStore
{
    private readonly SiteRepair _siteRepair = new();

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
        return new ValueTask<bool>(_database.WriteAsync(
            connection => Save(connection, VisitTable.Parameters(visit)), cancellationToken));
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

    /// <inheritdoc/>
    IAsyncEnumerable<Visit> IVisitStore.ReadVisitsAsync(VisitKind kind, CancellationToken cancellationToken) =>
        VisitTable.ReadAsync(_database, kind, cancellationToken);

    /// <inheritdoc/>
    ValueTask<ImmutableArray<Visit>> IVisitStore.FindFailingAsync(
        VisitKind kind, int limit, CancellationToken cancellationToken) =>
        VisitTable.FindFailingAsync(_database, kind, limit, cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<ImmutableArray<string>> FindDueSitesAsync(
        DateTimeOffset now, DateTimeOffset? horizon = null, CancellationToken cancellationToken = default)
    {
        await _database.WriteAsync(_siteRepair.Run, cancellationToken).ConfigureAwait(false);
        return await DueTable.FindSitesAsync(_database, now, horizon, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<DueBacklog> CountDueAsync(DateTimeOffset now, CancellationToken cancellationToken = default) =>
        DueTable.CountAsync(_database, now, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<DateTimeOffset> ReadClockAsync(CancellationToken cancellationToken = default) =>
        ClaimClock.ReadAsync(_database, cancellationToken);

    private static bool Save(SqliteConnection connection, (string, object?)[] visit)
    {
        bool isSaved = connection.Execute(VisitTable.SaveStatement(prefix: ""), visit) == 1;
        if (isSaved)
        {
            connection.Execute(NoteDue("v.due_at", "v.kind = @kind AND v.target = @target"), visit);
        }

        return isSaved;
    }

    /// <summary>The statement that brings the next times of sites forward; triggers are switched off.</summary>
    private static string NoteDue(string at, string which) =>
        $"""
         INSERT INTO site_due AS s (name, feed_due_at, article_due_at)
         SELECT coalesce(v.site, ''), CASE v.kind WHEN 'Feed' THEN {at} END, CASE v.kind WHEN 'Article' THEN {at} END
         FROM visit v WHERE v.due_at IS NOT NULL AND {which}
         ON CONFLICT (name) DO UPDATE SET
             feed_due_at = min(coalesce(s.feed_due_at, excluded.feed_due_at),
                 coalesce(excluded.feed_due_at, s.feed_due_at)),
             article_due_at = min(coalesce(s.article_due_at, excluded.article_due_at),
                 coalesce(excluded.article_due_at, s.article_due_at))
         """;

    /// <summary>The values of a claim; the processes of a file share the machine's clock.</summary>
    private static (string, object?)[] Parameters(VisitClaim claim)
    {
        DateTimeOffset now = ClaimClock.NowOf(claim.Now, TimeProvider.System.GetUtcNow());
        return
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
    }

    private List<Visit?> Claim(SqliteConnection connection, VisitClaim claim)
    {
        (string, object?)[] parameters = Parameters(claim);
        if (claim.Horizon is not null)
        {
            connection.Execute(
                NoteDue("@now", $"v.kind IN ({VisitTable.KnownKinds}) AND v.due_at > @horizon"), parameters);
            connection.Execute(VisitTable.MoveImplausible(prefix: ""), parameters);
        }

        if (VisitTable.IsBySite(claim))
        {
            return new SiteClaim(connection, claim, parameters, _siteRepair).Run();
        }

        string due = string.Join(
            " UNION ALL ",
            VisitTable.KindsOf(claim).Select(kind => claim.Target is null ? Due(kind) : Targeted(kind, claim)));
        return connection.Query(
            $"""
             UPDATE visit SET {VisitTable.LeaseChange(claim)}
             WHERE (kind, target) IN (
                 SELECT kind, target FROM ({due}) ORDER BY due_at, kind, target LIMIT @limit)
             RETURNING {VisitTable.Columns}
             """,
            VisitTable.ReadClaimed,
            parameters);
    }

    /// <summary>The visit to one target, due or not.</summary>
    private static string Targeted(string kind, VisitClaim claim) =>
        $"""
         SELECT kind, target, due_at FROM visit
         WHERE kind = '{kind}' AND target = @target AND {VisitTable.IsHeld(claim)}
         """;

    /// <summary>The first due visits of a kind.</summary>
    private static string Due(string kind) =>
        $"""
         SELECT * FROM (
             SELECT kind, target, due_at FROM visit v WHERE kind = '{kind}' AND {VisitTable.IsFree("v")}
             ORDER BY due_at, target LIMIT @limit)
         """;
}

using System.Collections.Immutable;
using System.Data.Common;
using NewsDiff.Tracking;

namespace NewsDiff.Sql;

/// <summary>The visits, as all databases store them.</summary>
internal static class VisitTable
{
    /// <summary>The columns that are read; a long target is in a column of its own.</summary>
    public const string Columns = $"kind, coalesce(long_target, target), {Others}";

    private const string Others =
        "url, due_at, state, last_visited_at, last_changed_at, interval, failures, last_status, "
        + "last_reason, etag, last_modified, claim, held_hash, memory";

    public static readonly string KnownKinds =
        string.Join(", ", Enum.GetNames<VisitKind>().Select(name => $"'{name}'"));

    /// <summary>The condition that this release knows the visit's kind.</summary>
    /// <remarks>
    /// A later release may store other kinds. It is an expression, because a plain column would make SQLite ignore the
    /// index that the query needs.
    /// </remarks>
    public static readonly string IsOfKnownKind =
        $"kind || '' IN ({KnownKinds})";

    /// <summary>The statement that makes visits planned by a wrong clock due at once.</summary>
    public static string MoveImplausible(string prefix) =>
        $"UPDATE {prefix}visit SET due_at = @now WHERE kind IN ({KnownKinds}) AND due_at > @horizon";

    /// <summary>The kinds that a claim is for, as they are stored.</summary>
    public static string[] KindsOf(VisitClaim claim) =>
        claim.Kind is { } kind ? [kind.ToString()] : Enum.GetNames<VisitKind>();

    /// <summary>The condition that a visit is due and not claimed by another tracker.</summary>
    public static string IsFree(string alias) =>
        $"{alias}.due_at <= @now AND ({alias}.leased_until IS NULL OR {alias}.leased_until <= @now "
        + $"OR {alias}.leased_until > @horizon)";

    /// <summary>How many of a site's most overdue visits, and of its latest due ones, a claim chooses from.</summary>
    /// <remarks>A claim must not read the backlog of a whole site, nor much of many sites' backlogs.</remarks>
    /// <param name="sites">The number of sites that the claim has chosen.</param>
    public static int ChoiceOf(int sites) => Math.Clamp(1_024 / Math.Max(sites, 1), 32, 256);

    /// <summary>Whether a claim chooses sites, and not single visits.</summary>
    public static bool IsBySite(VisitClaim claim) =>
        claim.Target is null
        && (claim.Worker is not null || claim.Site is not null || claim.MaxSites is not null
            || !claim.ExceptSites.IsEmpty);

    /// <summary>The condition of a claim of one target: a lease is renewed only while it is held.</summary>
    public static string IsHeld(VisitClaim claim) =>
        claim.Renews is null ? "TRUE" : "claim = @renews AND leased_until IS NOT NULL";

    /// <summary>What a claim changes.</summary>
    public static string LeaseChange(VisitClaim claim) => claim.Renews is null
        ? "claim = claim + 1, leased_until = @until, worker = @worker"
        : "leased_until = @until";

    public static async ValueTask<Visit?> FindAsync(
        ISqlDatabase database, VisitKind kind, string target, CancellationToken cancellationToken)
    {
        List<Visit> visits = await database.QueryAsync(
            $"SELECT {Columns} FROM {database.Prefix}visit WHERE kind = @kind AND target = @target",
            Read,
            [("@kind", kind), ("@target", VisitTarget.Of(target))],
            cancellationToken).ConfigureAwait(false);
        return visits.FirstOrDefault();
    }

    public static async ValueTask<bool> SaveAsync(
        ISqlDatabase database,
        Visit visit,
        CancellationToken cancellationToken) =>
        await database.ExecuteAsync(SaveStatement(database.Prefix), Parameters(visit), cancellationToken)
            .ConfigureAwait(false) == 1;

    /// <summary>The condition that the caller holds the lease of a visit.</summary>
    public static string IsHeld(string prefix) =>
        $"SELECT claim FROM {prefix}visit "
        + "WHERE kind = @kind AND target = @target AND claim = @claim AND leased_until IS NOT NULL";

    /// <summary>The statement that saves a visit and ends its lease.</summary>
    public static string SaveStatement(string prefix) =>
        $"""
         INSERT INTO {prefix}visit (kind, target, long_target, {Others}, leased_until)
         VALUES (@kind, @target, @long_target, @url, @due_at, @state, @last_visited_at, @last_changed_at, @interval, @failures,
             @last_status, @last_reason, @etag, @last_modified, @claim, @held_hash, @memory, NULL)
         ON CONFLICT (kind, target) DO UPDATE SET
             url = excluded.url, due_at = excluded.due_at, state = excluded.state,
             last_visited_at = excluded.last_visited_at, last_changed_at = excluded.last_changed_at,
             interval = excluded.interval, failures = excluded.failures, last_status = excluded.last_status,
             last_reason = excluded.last_reason, etag = excluded.etag, last_modified = excluded.last_modified,
             claim = excluded.claim, held_hash = excluded.held_hash, memory = excluded.memory, leased_until = NULL
         WHERE visit.claim <= excluded.claim
         """;

    public static IAsyncEnumerable<Visit> ReadAsync(ISqlDatabase database, CancellationToken cancellationToken) =>
        Pages.ReadAsync<Visit>(
            int.MaxValue,
            (last, size, passedOver) => database.QueryAsync(
                $"""
                 SELECT {Columns} FROM {database.Prefix}visit
                 WHERE (kind, target) > (@kind, @target) AND {IsOfKnownKind} ORDER BY kind, target
                 LIMIT @size OFFSET @passed_over
                 """,
                Read,
                [
                    ("@kind", last?.Kind.ToString() ?? ""), ("@target", VisitTarget.Of(last?.Target) ?? ""),
                    ("@size", size), ("@passed_over", passedOver),
                ],
                cancellationToken),
            cancellationToken);

    public static IAsyncEnumerable<Visit> ReadAsync(
        ISqlDatabase database, VisitKind kind, CancellationToken cancellationToken) =>
        Pages.ReadAsync<Visit>(
            int.MaxValue,
            (last, size, passedOver) => database.QueryAsync(
                $"""
                 SELECT {Columns} FROM {database.Prefix}visit
                 WHERE kind = @kind AND target > @target ORDER BY target LIMIT @size OFFSET @passed_over
                 """,
                Read,
                [
                    ("@kind", kind), ("@target", VisitTarget.Of(last?.Target) ?? ""),
                    ("@size", size), ("@passed_over", passedOver),
                ],
                cancellationToken),
            cancellationToken);

    /// <summary>The visits that failed, by the index <c>visit_by_failures</c>.</summary>
    public static async ValueTask<ImmutableArray<Visit>> FindFailingAsync(
        ISqlDatabase database, VisitKind kind, int limit, CancellationToken cancellationToken) =>
    [
        .. await database.QueryAsync(
            $"""
             SELECT {Columns} FROM {database.Prefix}visit
             WHERE kind = @kind AND failures > 0 AND state NOT IN ('Removed', 'Merged', 'Paused')
                 AND (kind = 'Feed' OR state <> 'Vanished')
             ORDER BY failures DESC, target LIMIT @limit
             """,
            Read,
            [("@kind", kind), ("@limit", limit)],
            cancellationToken).ConfigureAwait(false),
    ];

    /// <summary>The most overdue first; RETURNING promises no order.</summary>
    public static ImmutableArray<Visit> InOrder(IEnumerable<Visit?> claimed) =>
    [
        .. claimed.OfType<Visit>()
            .OrderBy(visit => visit.DueAt)
            .ThenBy(visit => visit.Kind)
            .ThenBy(visit => visit.Target, StringComparer.Ordinal),
    ];

    /// <summary>Reads a visit; unreadable columns get defaults and a fault.</summary>
    /// <remarks>The key must be readable.</remarks>
    public static Visit Read(DbDataReader row)
    {
        var lenient = new LenientRow(row);
        string? etag = lenient.Read(11, DbDataReaderExtensions.TextOrNull, null);
        string? lastModified = lenient.Read(12, DbDataReaderExtensions.TextOrNull, null);
        var visit = new Visit
        {
            Kind = Enum.Parse<VisitKind>(row.Text(0)),
            Target = row.Text(1),
            Url = lenient.ReadUrl(2),
            DueAt = lenient.Read(3, DbDataReaderExtensions.InstantOrNull, null),
            State = lenient.ReadMember<VisitState>(4) ?? VisitState.Active,
            LastVisitedAt = lenient.Read(5, DbDataReaderExtensions.InstantOrNull, null),
            LastChangedAt = lenient.Read(6, DbDataReaderExtensions.InstantOrNull, null),
            Interval = lenient.Read(
                7, static (reader, column) => TimeSpan.FromMilliseconds(reader.GetInt64(column)), TimeSpan.Zero),
            Failures = lenient.Read(8, static (reader, column) => checked((int)reader.GetInt64(column)), 0),
            LastStatus = lenient.ReadMember<FetchStatus>(9),
            LastReason = lenient.Read(10, DbDataReaderExtensions.TextOrNull, null),
            Validators = etag is null && lastModified is null
                ? null
                : new FetchValidators { ETag = etag, LastModified = lastModified },
            Claim = row.GetInt64(13),
            HeldHash = lenient.Read(14, DbDataReaderExtensions.TextOrNull, null),
            Memory = lenient.Read(15, DbDataReaderExtensions.TextOrNull, null),
        };
        return visit with { Fault = lenient.Fault };
    }

    /// <summary>Reads a visit that was just claimed; null when even its key is unreadable.</summary>
    public static Visit? ReadClaimed(DbDataReader row) =>
        new LenientRow(row).Read(1, static (reader, _) => Read(reader), null!);

    public static (string Name, object? Value)[] Parameters(Visit visit) =>
    [
        ("@kind", visit.Kind),
        ("@target", VisitTarget.Of(visit.Target)),
        ("@long_target", VisitTarget.IsLong(visit.Target) ? visit.Target : null),
        ("@url", visit.Url),
        ("@due_at", visit.DueAt),
        ("@state", visit.State),
        ("@last_visited_at", visit.LastVisitedAt),
        ("@last_changed_at", visit.LastChangedAt),
        ("@interval", visit.Interval.Ticks / TimeSpan.TicksPerMillisecond),
        ("@failures", visit.Failures),
        ("@last_status", visit.LastStatus),
        ("@last_reason", visit.LastReason),
        ("@etag", visit.Validators?.ETag),
        ("@last_modified", visit.Validators?.LastModified),
        ("@claim", visit.Claim),
        ("@held_hash", visit.HeldHash),
        ("@memory", visit.Memory),
    ];
}

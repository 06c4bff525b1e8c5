using System.Collections.Immutable;
using System.Data.Common;
using NewsDiff.Tracking;

namespace NewsDiff.Sql;

/// <summary>The visits, as far as all databases keep them alike.</summary>
internal static class VisitTable
{
    public const string Columns =
        "kind, target, url, due_at, state, last_visited_at, last_changed_at, interval, failures, last_status, "
        + "last_reason, etag, last_modified, claim, held_hash";

    public static async ValueTask<Visit?> FindAsync(
        ISqlDatabase database, VisitKind kind, string target, CancellationToken cancellationToken)
    {
        List<Visit> visits = await database.QueryAsync(
            $"SELECT {Columns} FROM {database.Prefix}visit WHERE kind = @kind AND target = @target",
            Read,
            [("@kind", kind), ("@target", target)],
            cancellationToken).ConfigureAwait(false);
        return visits.FirstOrDefault();
    }

    public static async ValueTask<bool> SaveAsync(ISqlDatabase database, Visit visit, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(
            $"""
             INSERT INTO {database.Prefix}visit ({Columns}, leased_until)
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
            Parameters(visit),
            cancellationToken).ConfigureAwait(false) == 1;

    public static IAsyncEnumerable<Visit> ReadAsync(ISqlDatabase database, CancellationToken cancellationToken) =>
        Pages.ReadAsync<Visit>(
            int.MaxValue,
            (last, size) => database.QueryAsync(
                $"""
                 SELECT {Columns} FROM {database.Prefix}visit
                 WHERE (kind, target) > (@kind, @target) ORDER BY kind, target LIMIT @size
                 """,
                Read,
                [("@kind", last?.Kind.ToString() ?? ""), ("@target", last?.Target ?? ""), ("@size", size)],
                cancellationToken),
            cancellationToken);

    /// <summary>The most overdue first: RETURNING promises no order.</summary>
    public static ImmutableArray<Visit> InOrder(IEnumerable<Visit> claimed) =>
    [
        .. claimed
            .OrderBy(visit => visit.DueAt)
            .ThenBy(visit => visit.Kind)
            .ThenBy(visit => visit.Target, StringComparer.Ordinal),
    ];

    public static Visit Read(DbDataReader row)
    {
        (string? etag, string? lastModified) = (row.TextOrNull(11), row.TextOrNull(12));
        return new Visit
        {
            Kind = Enum.Parse<VisitKind>(row.Text(0)),
            Target = row.Text(1),
            Url = new Uri(row.Text(2)),
            DueAt = row.InstantOrNull(3),
            State = Enum.Parse<VisitState>(row.Text(4)),
            LastVisitedAt = row.InstantOrNull(5),
            LastChangedAt = row.InstantOrNull(6),
            Interval = TimeSpan.FromMilliseconds(row.GetInt64(7)),
            Failures = row.GetInt32(8),
            LastStatus = row.TextOrNull(9) is { } status ? Enum.Parse<FetchStatus>(status) : null,
            LastReason = row.TextOrNull(10),
            Validators = etag is null && lastModified is null ? null : new FetchValidators(etag, lastModified),
            Claim = row.GetInt64(13),
            HeldHash = row.TextOrNull(14),
        };
    }

    private static (string Name, object? Value)[] Parameters(Visit visit) =>
    [
        ("@kind", visit.Kind),
        ("@target", visit.Target),
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
    ];
}

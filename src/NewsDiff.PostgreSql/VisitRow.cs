using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql;

/// <summary>A stored visit: its columns, and reading and writing them.</summary>
internal static class VisitRow
{
    public const string Columns =
        "kind, target, url, due_at, state, last_visited_at, last_changed_at, interval, failures, last_status, "
        + "last_reason, etag, last_modified, claim, held_hash";

    public static (string Name, object? Value)[] Parameters(Visit visit) =>
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

    public static Visit Read(NpgsqlDataReader row)
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
}

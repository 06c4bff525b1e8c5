namespace NewsDiff.Tracking.Visits;

/// <summary>Decides whether two sights are from different days.</summary>
/// <remarks>
/// A server that is being moved or repaired for an evening gives the same wrong answer at every visit; on another day
/// it rarely does. Sights too far apart do not count together: a clock that jumped by a year confirms nothing.
/// </remarks>
internal static class OtherDay
{
    /// <summary>A day, less the time by which a daily visit may be early.</summary>
    public static readonly TimeSpan Least = TimeSpan.FromHours(23);

    /// <summary>The wait for a sight on another day.</summary>
    public static readonly TimeSpan Whole = TimeSpan.FromDays(1);

    private static readonly TimeSpan Most = TimeSpan.FromDays(30);

    /// <summary>Whether a sight is on another day than the first one, and not too long after it.</summary>
    public static bool Is(DateTimeOffset first, DateTimeOffset now) => now - first >= Least && now - first <= Most;

    /// <summary>The first sight to count from: the noted one, or this one when that is too long ago.</summary>
    public static DateTimeOffset Since(DateTimeOffset? first, DateTimeOffset now) =>
        first is { } noted && noted <= now && now - noted <= Most ? noted : now;
}

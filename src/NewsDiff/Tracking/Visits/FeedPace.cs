using NewsDiff.Feeds;

namespace NewsDiff.Tracking.Visits;

/// <summary>The delay before the next read that a feed and its server ask for.</summary>
internal static class FeedPace
{
    /// <summary>The longest requested delay that is obeyed: followers want the feed's news.</summary>
    private static readonly TimeSpan LongestHeeded = TimeSpan.FromDays(1);

    /// <summary>The requested delay, or null.</summary>
    /// <param name="before">The state before the read.</param>
    /// <param name="result">The result of the request.</param>
    public static TimeSpan? LeastWait(Visit before, FeedResult result) => result.Status switch
    {
        // Headers that a 304 omits are still valid (RFC 9111, 4.3.4): they applied when the feed was last read.
        FetchStatus.NotModified => Longer(result.FreshFor, before.Failures == 0 ? before.Interval : null),
        FetchStatus.Fetched => Longer(result.FreshFor, Shorter(result.Feed?.UpdateInterval, LongestHeeded)),
        _ => result.RetryAfter,
    };

    /// <summary>Moves a time out of the hours at which a feed asks for no requests.</summary>
    /// <param name="dueAt">The time, or null.</param>
    /// <param name="feed">The feed as just read, or null.</param>
    public static DateTimeOffset? PastSkippedHours(DateTimeOffset? dueAt, Feed? feed)
    {
        if (dueAt is not { } due || feed is null || feed.SkippedHours.Distinct().Count() >= 24)
        {
            return dueAt;
        }

        due = due.ToUniversalTime();
        while (feed.SkippedHours.Contains(due.Hour))
        {
            due = due.AddHours(1).AddTicks(-(due.Ticks % TimeSpan.TicksPerHour));
        }

        return due;
    }

    private static TimeSpan? Longer(TimeSpan? left, TimeSpan? right) => right is null || left > right ? left : right;

    private static TimeSpan? Shorter(TimeSpan? left, TimeSpan right) =>
        left < right ? left : left is null ? null : right;
}

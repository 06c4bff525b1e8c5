using NewsDiff.Tracking;

namespace NewsDiff.Pages;

/// <summary>A feed and its state.</summary>
public sealed record FollowedFeed
{
    /// <summary>The feed's address.</summary>
    public required Uri Url { get; init; }

    /// <summary>When it was followed.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>A name for people; null for its address. The default is null.</summary>
    public string? Title { get; init; }

    /// <summary>When it was last read, or null.</summary>
    public DateTimeOffset? LastReadAt { get; init; }

    /// <summary>The time of the next read; null when unknown or no longer read.</summary>
    /// <remarks>The default is null.</remarks>
    public DateTimeOffset? NextReadAt { get; init; }

    /// <summary>How many reads in a row failed. The default is 0.</summary>
    public int Failures { get; init; }

    /// <summary>Why the last read failed, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a person paused it.</summary>
    internal bool IsPaused { get; init; }

    internal static FollowedFeed Of(Subscription feed, Visit? visit) => new()
    {
        Url = feed.Url,
        AddedAt = feed.AddedAt,
        Title = feed.Title,
        LastReadAt = visit is { Failures: 0 } ? visit.LastVisitedAt : null,
        NextReadAt = visit?.DueAt,
        Failures = visit?.Failures ?? 0,
        Reason = visit?.LastReason,
        IsPaused = visit?.State == VisitState.Paused,
    };
}

using NewsDiff.Feeds;

namespace NewsDiff.Tracking;

/// <summary>A feed that is followed.</summary>
public sealed record Subscription
{
    /// <summary>The feed's address.</summary>
    /// <exception cref="ArgumentException">The address is null or relative.</exception>
    public required Uri Url { get; init => field = AbsoluteUrl.Check(value); }

    /// <summary>Since when it is followed, in UTC to the millisecond.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>A name for people, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The source that its articles get, such as <c>bbc</c>; null for the feed's host.</summary>
    public string? Source { get; init; }

    /// <summary>Which of its entries are wanted; null for all.</summary>
    public EntryFilter? Filter { get; init; }
}

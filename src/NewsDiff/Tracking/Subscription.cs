using NewsDiff.Addresses;
using NewsDiff.Feeds;

namespace NewsDiff.Tracking;

/// <summary>A feed that is followed.</summary>
public sealed record Subscription
{
    /// <summary>The feed's address, without a user name or password.</summary>
    /// <exception cref="ArgumentException">The address is null or relative, or has a user name or password.</exception>
    public required Uri Url { get; init => field = UserInfo.Refuse(AbsoluteUrl.Check(value), nameof(value)); }

    /// <summary>When it was followed, in UTC to the millisecond.</summary>
    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>A name for people, or null.</summary>
    public string? Title { get; init; }

    /// <summary>The source for its articles, such as <c>bbc</c>; null for the feed's host.</summary>
    public string? Source { get; init; }

    /// <summary>The filter of its entries; null for all entries.</summary>
    public EntryFilter? Filter { get; init; }

    /// <summary>The unreadable part of the stored subscription; null for none. It is not saved.</summary>
    /// <remarks>A feed with a fault is not read, because its filter may be lost.</remarks>
    public string? Fault { get; init; }
}

using System.Collections.Immutable;

namespace NewsDiff.Notifications;

/// <summary>A site's notifications of one hour that were too many to send singly.</summary>
/// <remarks>Equality compares its array by reference.</remarks>
public sealed record NotificationDigest
{
    /// <summary>An id that is the same if the digest comes again.</summary>
    public required string Id { get; init; }

    /// <summary>The site's host name.</summary>
    public required string Site { get; init; }

    /// <summary>The beginning of the hour, in UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>How many notifications the hour has beyond the single ones.</summary>
    public required int Count { get; init; }

    /// <summary>The first of them, at most 50.</summary>
    public required ImmutableArray<Notification> Notifications { get; init; }
}

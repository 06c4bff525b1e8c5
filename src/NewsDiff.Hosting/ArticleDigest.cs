using System.Collections.Immutable;
using NewsDiff.Events;

namespace NewsDiff.Hosting;

/// <summary>A site's events in one hour that were too many for single notices.</summary>
/// <remarks>Equality compares its arrays by reference.</remarks>
public sealed record ArticleDigest
{
    /// <summary>The site's host name; empty for events without one.</summary>
    public required string Host { get; init; }

    /// <summary>The beginning of the hour, in UTC.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>The number of events in the digest.</summary>
    public required int Count { get; init; }

    /// <summary>The first events of the digest, at most 1,000.</summary>
    public required ImmutableArray<ArticleEvent> Events { get; init; }
}

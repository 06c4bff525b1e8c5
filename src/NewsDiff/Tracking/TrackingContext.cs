using Microsoft.Extensions.Logging;
using NewsDiff.Feeds;

namespace NewsDiff.Tracking;

/// <summary>What the parts of a tracker share.</summary>
internal sealed class TrackingContext
{
    public required IArticleFetcher Fetcher { get; init; }

    public required IFeedFetcher FeedFetcher { get; init; }

    public required IVersionStore Store { get; init; }

    public required IArticleCatalog Catalog { get; init; }

    public required IVisitStore Visits { get; init; }

    public required ISubscriptionStore Subscriptions { get; init; }

    public required TrackerOptions Options { get; init; }

    public required TimeProvider Clock { get; init; }

    public required ILogger Log { get; init; }

    /// <summary>The time, to the millisecond, as stores keep it.</summary>
    public DateTimeOffset Now() => UtcInstant.ToMillisecond(Clock.GetUtcNow());

    /// <summary>The time of a visit: when an archive made it, or now.</summary>
    public DateTimeOffset TimeOf(DateTimeOffset? capturedAt) => capturedAt is { } time ? UtcInstant.ToMillisecond(time) : Now();
}

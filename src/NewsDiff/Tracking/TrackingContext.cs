using Microsoft.Extensions.Logging;
using NewsDiff.Feeds;

namespace NewsDiff.Tracking;

/// <summary>What the parts of a tracker share.</summary>
internal sealed class TrackingContext
{
    private bool _isRestored;

    public required IArticleFetcher Fetcher { get; init; }

    public required IFeedFetcher FeedFetcher { get; init; }

    public required IVersionStore Store { get; init; }

    public required IArticleCatalog Catalog { get; init; }

    public required IVisitStore Visits { get; init; }

    public required ISubscriptionStore Subscriptions { get; init; }

    public required TrackerOptions Options { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Whether the clock is that of a replay.</summary>
    public bool IsOfThePast { get; init; }

    public required ILogger Log { get; init; }

    /// <summary>Tells whoever is polite when a host was last asked, and until when it asked to be left alone.</summary>
    public required Action<Uri, DateTimeOffset, DateTimeOffset?> RememberHost { get; init; }

    /// <summary>Tells at the first pass what earlier processes knew of the hosts, as the visits have it.</summary>
    public async Task RestorePolitenessAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _isRestored))
        {
            return;
        }

        var hosts = new HostMemory(Options, Now());
        await foreach (Visit visit in Visits.ReadVisitsAsync(cancellationToken).ConfigureAwait(false))
        {
            hosts.Add(visit);
        }

        hosts.TellTo(RememberHost);
        Volatile.Write(ref _isRestored, true);
    }

    /// <summary>Finds an article by its id, merged or not.</summary>
    public async Task<TrackedArticle?> FindArticleAsync(string id) =>
        await Catalog.ReadArticlesAsync(new ArticleQuery { IdPrefix = id, IncludesMerged = true }, CancellationToken.None)
            .FirstOrDefaultAsync(article => article.Id == id).ConfigureAwait(false);

    /// <summary>The latest plausible due time; null for a replay's clock, which shows the past.</summary>
    public DateTimeOffset? HorizonOf(DateTimeOffset now) => IsOfThePast ? null : now + VisitSchedule.LongestOf(Options);

    /// <summary>The time, to the millisecond, as stores keep it.</summary>
    public DateTimeOffset Now() => UtcInstant.ToMillisecond(Clock.GetUtcNow());

    /// <summary>The time of a visit: when an archive made it, or now.</summary>
    public DateTimeOffset TimeOf(DateTimeOffset? capturedAt) => capturedAt is { } time ? UtcInstant.ToMillisecond(time) : Now();
}

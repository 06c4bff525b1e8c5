using Microsoft.Extensions.Logging;
using NewsDiff.Diagnostics;
using NewsDiff.Feeds;
using NewsDiff.Tracking.Passes;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking;

/// <summary>The state and services that the parts of a tracker share.</summary>
internal sealed class TrackingContext
{
    /// <summary>How long the plans of other clocks are left unchanged.</summary>
    /// <remarks>
    /// A tracker cannot know which of two clocks is wrong; if each undid the other's plans, every article would be
    /// visited in every pass.
    /// </remarks>
    private static readonly TimeSpan RestFromOtherClocks = TimeSpan.FromDays(1);

    /// <summary>The maximum number of versions, of a few days, read to learn a site's texts.</summary>
    private const int TextsLearned = 256;

    private StoreTime? _time;
    private bool _isRestored;
    private long _metOtherClockAt;

    public required IArticleFetcher Fetcher { get; init; }

    public required IFeedFetcher FeedFetcher { get; init; }

    public required IVersionStore Store { get; init; }

    public required IArticleCatalog Catalog { get; init; }

    public required IVisitStore Visits { get; init; }

    public required ISubscriptionStore Subscriptions { get; init; }

    /// <summary>Keeps the data that the store cannot keep.</summary>
    public required InMemoryVersionStore Memory { get; init; }

    public required TrackerOptions Options { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>The name under which visits are claimed: one worker at a time visits a site.</summary>
    public string Worker { get; } = Guid.NewGuid().ToString("N");

    /// <summary>Times the fetchers.</summary>
    /// <remarks>It is separate from the clock, so that changes of the clock end no request.</remarks>
    public TimeProvider Timers { get; init; } = TimeProvider.System;

    public required ILogger Log { get; init; }

    /// <summary>The feeds whose visits are known to be planned.</summary>
    public PlannedFeeds PlannedFeeds { get; } = new();

    /// <summary>The feeds whose entries are known to be registered.</summary>
    public RegisteredFeeds RegisteredFeeds { get; } = new();

    /// <summary>What was learned about the sites.</summary>
    public SiteExperience Sites { get; } = new();

    /// <summary>The parameters of addresses that are sessions of readers.</summary>
    public SiteSessions Sessions { get; } = new();

    /// <summary>How often the articles of each site change.</summary>
    public SitePace Pace { get; } = new();

    /// <summary>Reports when a site was last asked, and the end of its hold, to the politeness.</summary>
    public required Action<Uri, DateTimeOffset, DateTimeOffset?> RememberSite { get; init; }

    /// <summary>Restores, at the first pass, what earlier processes knew about the sites, from the visits.</summary>
    public async Task RestorePolitenessAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _isRestored))
        {
            return;
        }

        var sites = new SiteMemory(Options, Now());
        await foreach (Visit visit in ReadVisitsAsync(cancellationToken).ConfigureAwait(false))
        {
            sites.Add(visit);
        }

        sites.TellTo(RememberSite);
        Volatile.Write(ref _isRestored, true);
    }

    /// <summary>Learns the latest texts of a site from the store, at the first doubt after a start.</summary>
    public async Task LearnSiteAsync(Uri url)
    {
        if (!Sites.BeginToLearn(url))
        {
            return;
        }

        var query = new VersionQuery { Host = url.IdnHost, NewestFirst = true, Limit = TextsLearned };
        HashSet<string> seen = [];
        await foreach (ArticleVersion version in OnlyReadableAsync(
            Store.ReadVersionsAsync(query, CancellationToken.None), CancellationToken.None).ConfigureAwait(false))
        {
            if (version.HasText && seen.Add(version.ArticleId)
                && string.Equals(version.Article.Url.Authority, url.Authority, StringComparison.OrdinalIgnoreCase))
            {
                Sites.Learn(version);
            }
        }
    }

    /// <summary>Reads all readable visits.</summary>
    public IAsyncEnumerable<Visit> ReadVisitsAsync(CancellationToken cancellationToken) =>
        OnlyReadableAsync(Visits.ReadVisitsAsync(cancellationToken), cancellationToken);

    private IAsyncEnumerable<T> OnlyReadableAsync<T>(IAsyncEnumerable<T> rows, CancellationToken cancellationToken) =>
        rows.OnlyReadableAsync(
            unreadable =>
            {
                Log.RowUnreadable(unreadable);
                return ValueTask.CompletedTask;
            },
            cancellationToken);

    /// <summary>Finds an article by its id, merged or not.</summary>
    public async Task<TrackedArticle?> FindArticleAsync(string id) =>
        await Catalog.FindByIdAsync(id, CancellationToken.None).ConfigureAwait(false);

    /// <summary>The latest plausible due time; null to accept all times.</summary>
    /// <param name="passBegan">When the pass began.</param>
    /// <param name="now">The time now.</param>
    public DateTimeOffset? HorizonOf(DateTimeOffset passBegan, DateTimeOffset now)
    {
        var met = new DateTimeOffset(Interlocked.Read(ref _metOtherClockAt), TimeSpan.Zero);
        bool isResting = met < passBegan && passBegan - met < RestFromOtherClocks;
        return Clock is PastClock || isResting ? null : now + VisitSchedule.LongestOf(Options);
    }

    /// <summary>Notes a claimed visit whose last check is in the future.</summary>
    public void NoteOtherClock(Visit visit, DateTimeOffset now)
    {
        if (visit.LastVisitedAt > now)
        {
            Interlocked.Exchange(ref _metOtherClockAt, now.UtcTicks);
        }
    }

    /// <summary>The time, to the millisecond, as stores keep it.</summary>
    public DateTimeOffset Now() => UtcInstant.ToMillisecond(Time.Now);

    /// <summary>The clock that the processes on the store share.</summary>
    public StoreTime Time => _time ?? Interlocked.CompareExchange(
        ref _time, new StoreTime(Clock, Visits as IStoreClock), null) ?? _time;

    /// <summary>The time of a visit: that of the capture, or now.</summary>
    public DateTimeOffset TimeOf(DateTimeOffset? capturedAt) =>
        capturedAt is { } time ? UtcInstant.ToMillisecond(time) : Now();
}

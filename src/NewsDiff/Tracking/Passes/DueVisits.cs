using System.Collections.Concurrent;
using System.Collections.Immutable;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Passes;

/// <summary>Claims a pass's due visits, a few at a time, as sites become free.</summary>
/// <remarks>
/// Feeds come before articles, and are claimed every minute even while sites are busy. A site with claimed visits gets
/// no more, so that the others need not wait, and no more sites are claimed than can be visited at once: the rest is
/// left to other workers. The pass continues while a visit is left that was due at its start or
/// that a feed announced since then; visits that become due later are included until then.
/// </remarks>
internal sealed class DueVisits(
    TrackingContext context,
    FollowedFeeds followed,
    VisitFaults faults,
    DateTimeOffset began)
{
    private const int ClaimsAtOnce = 32;

    /// <summary>How often feeds are looked for while sites are busy.</summary>
    public static readonly TimeSpan FeedLook = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, bool> _passedOver = [];
    private DateTimeOffset? _started;
    private DateTimeOffset _announced = DateTimeOffset.MinValue;
    private DateTimeOffset _nextFeedLook = DateTimeOffset.MinValue;
    private ClaimedBatch? _last;
    private bool _mayHaveFeeds = true;
    private bool _mayHaveArticles = true;

    /// <summary>Whether another claim may return visits.</summary>
    public bool MayHaveMore => (_mayHaveFeeds || _mayHaveArticles) && _last is not { IsUnused: true };

    /// <summary>Claims more visits when no site waits.</summary>
    /// <param name="queue">The held visits.</param>
    /// <param name="free">How many sites may be visited now.</param>
    /// <param name="cancellationToken">Stops the claims.</param>
    public async Task RefillAsync(VisitQueue queue, int free, CancellationToken cancellationToken)
    {
        DateTimeOffset now = context.Now();
        bool isLook = now >= _nextFeedLook;
        if (isLook)
        {
            _nextFeedLook = now + FeedLook;
            _mayHaveFeeds = true;
        }

        while (_mayHaveFeeds && MayHaveMore && (isLook || queue.Ready < free))
        {
            int sites = context.Options.MaxConcurrency;
            VisitClaim claim = ClaimOf(VisitKind.Feed, queue.SitesWithFeeds, sites, context.Now());
            _mayHaveFeeds = await ClaimAsync(claim, queue, cancellationToken).ConfigureAwait(false);
            isLook = false;
        }

        while (_mayHaveArticles && MayHaveMore && queue.Ready < free)
        {
            int sites = free - queue.Ready;
            VisitClaim claim = ClaimOf(VisitKind.Article, queue.Sites, sites, context.Now());
            _mayHaveArticles = await ClaimAsync(claim, queue, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Claims visits to one site: feeds, then articles.</summary>
    public async Task ClaimSiteAsync(string site, VisitQueue queue, CancellationToken cancellationToken)
    {
        foreach (VisitKind kind in (VisitKind[])[VisitKind.Feed, VisitKind.Article])
        {
            VisitClaim claim = ClaimOf(kind, [], sites: 1, context.Now()) with { Site = site };
            await ClaimAsync(claim, queue, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Claims no more visits to a site in this pass. Safe for several threads.</summary>
    public void PassOver(string site) => _passedOver[site] = true;

    /// <summary>Notes that a visit was made or released.</summary>
    /// <param name="visit">Its state before.</param>
    /// <param name="isSiteDone">Whether its site is done, and some of its visits were due when the pass began.</param>
    public void Ended(Visit visit, bool isSiteDone)
    {
        if (visit.Kind == VisitKind.Feed && visit.DueAt <= _started)
        {
            // The articles that it announced are visited in this pass.
            _announced = context.Now();
        }

        _mayHaveFeeds |= isSiteDone;
        _mayHaveArticles |= isSiteDone;
    }

    /// <summary>Claims some visits.</summary>
    /// <returns>Whether another claim may return visits of this pass.</returns>
    private async Task<bool> ClaimAsync(
        VisitClaim claim, VisitQueue queue, CancellationToken cancellationToken)
    {
        DateTimeOffset now = claim.Now;
        ImmutableArray<Visit> visits = await context.Visits.ClaimDueAsync(claim, cancellationToken)
            .ConfigureAwait(false);
        if (visits.IsDefaultOrEmpty)
        {
            return false;
        }

        _started ??= now;
        DateTimeOffset behind = claim.Kind == VisitKind.Article && _announced > _started ? _announced : _started.Value;

        // Polite waits between visits to one site add up, so visits that would start late are claimed again.
        var batch = new ClaimedBatch(now + (claim.Lease / 2), visits.Length);
        _last = batch;
        bool isBehind = false;
        foreach (Visit visit in visits)
        {
            context.NoteOtherClock(visit, now);
            if (faults.IsUnsaved(visit))
            {
                batch.GiveBack();
                continue;
            }

            bool isOld = visit.DueAt is not { } due || due <= behind;
            isBehind |= isOld;
            if (await followed.IsWantedAsync(visit).ConfigureAwait(false))
            {
                queue.Add(new HeldVisit(visit, batch), isOld);
            }
        }

        return isBehind;
    }

    private VisitClaim ClaimOf(VisitKind kind, IEnumerable<string> busy, int sites, DateTimeOffset now) => new()
    {
        Kind = kind,
        Now = now,
        Lease = context.Options.Lease,
        Limit = ClaimsAtOnce,
        Worker = context.Worker,
        MaxSites = sites,
        ExceptSites = [.. busy, .. _passedOver.Keys],
        Horizon = context.HorizonOf(began, now),
    };
}

using System.Collections.Immutable;

namespace NewsDiff.Tracking;

/// <summary>Claims what is due for one pass, a few visits at a time, as hosts become free.</summary>
/// <remarks>
/// Feeds come before articles, and are looked for every minute even while hosts are busy. A host that has visits in hand gets no
/// more, so that none keeps the others waiting. The pass goes on while something is left that was due when it began, or that a
/// feed announced since; what falls due meanwhile is visited beside that.
/// </remarks>
internal sealed class DueVisits(TrackingContext context, FollowedFeeds followed, VisitFaults faults, DateTimeOffset began)
{
    private const int ClaimsAtOnce = 32;

    /// <summary>How often feeds are looked for while hosts are busy.</summary>
    public static readonly TimeSpan FeedLook = TimeSpan.FromMinutes(1);

    private DateTimeOffset? _started;
    private DateTimeOffset _announced = DateTimeOffset.MinValue;
    private DateTimeOffset _nextFeedLook = DateTimeOffset.MinValue;
    private ClaimedBatch? _last;
    private bool _mayHaveFeeds = true;
    private bool _mayHaveArticles = true;

    /// <summary>Whether another claim may bring something.</summary>
    public bool MayHaveMore => (_mayHaveFeeds || _mayHaveArticles) && _last is not { IsUnused: true };

    /// <summary>Claims more where no host waits.</summary>
    /// <param name="queue">What is in hand.</param>
    /// <param name="free">How many hosts may be visited now.</param>
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
            _mayHaveFeeds = await ClaimAsync(VisitKind.Feed, queue.HostsWithFeeds, queue, cancellationToken).ConfigureAwait(false);
            isLook = false;
        }

        while (_mayHaveArticles && MayHaveMore && queue.Ready < free)
        {
            _mayHaveArticles = await ClaimAsync(VisitKind.Article, queue.Hosts, queue, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Notes that a visit was made, or given back.</summary>
    /// <param name="visit">Its state before.</param>
    /// <param name="isHostDone">Whether its host is done with, and some of its visits were due when the pass began.</param>
    public void Ended(Visit visit, bool isHostDone)
    {
        if (visit.Kind == VisitKind.Feed && visit.DueAt <= _started)
        {
            // What it announced is visited in this pass.
            _announced = context.Now();
        }

        _mayHaveFeeds |= isHostDone;
        _mayHaveArticles |= isHostDone;
    }

    /// <summary>Claims some visits.</summary>
    /// <returns>Whether another claim may bring something that this pass is for.</returns>
    private async Task<bool> ClaimAsync(
        VisitKind kind, IEnumerable<string> busy, VisitQueue queue, CancellationToken cancellationToken)
    {
        DateTimeOffset now = context.Now();
        var claim = new VisitClaim
        {
            Kind = kind,
            Now = now,
            Lease = context.Options.Lease,
            Limit = ClaimsAtOnce,
            ExceptHosts = [.. busy],
            Horizon = context.HorizonOf(began, now),
        };
        ImmutableArray<Visit> visits = await context.Visits.ClaimDueAsync(claim, cancellationToken).ConfigureAwait(false);
        if (visits.IsDefaultOrEmpty)
        {
            return false;
        }

        _started ??= now;
        DateTimeOffset behind = kind == VisitKind.Article && _announced > _started ? _announced : _started.Value;

        // A polite wait before each visit to one host adds up: what would begin late in the lease is claimed anew.
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
}

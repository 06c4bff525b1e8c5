using System.Collections.Immutable;
using NewsDiff.Diagnostics;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Passes;

/// <summary>One pass: chooses the feeds to read and the articles to visit.</summary>
internal sealed class CheckPass
{
    private readonly TrackingContext _context;
    private readonly Func<CheckOutcome, ValueTask> _report;
    private readonly FollowedFeeds _followed;
    private readonly VisitFaults _faults;
    private readonly VisitRun _run;
    private readonly DateTimeOffset _began;

    // A check that was requested by name reads in full; a visit that is only due does not.
    private bool _areFeedsAsked;
    private bool _areArticlesAsked;

    public CheckPass(TrackingContext context, Func<CheckOutcome, ValueTask> report)
    {
        (_context, _report, _began) = (context, report, context.Now());
        _followed = new FollowedFeeds(context);
        _faults = new VisitFaults(context);
        var maker = new VisitMaker(context, _faults);
        _run = new VisitRun(
            context,
            (held, stop) => held.Claim is null
                ? maker.TakeAndMakeAsync(
                    held.Visit, keepsState: false, _followed.Find(held.Visit), IsAsked(held.Visit), stop)
                : maker.MakeAsync(held.Visit, _followed.Find(held.Visit), IsAsked(held.Visit), stop),
            report,
            new ReturnedClaims(context));
    }

    /// <summary>Reads one feed, then visits its due articles.</summary>
    public async Task CheckFeedAsync(Uri url, CancellationToken cancellationToken)
    {
        _areFeedsAsked = true;
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        await VisitAsync(await FindFeedVisitAsync(url, cancellationToken).ConfigureAwait(false), cancellationToken)
            .ConfigureAwait(false);

        List<Visit> due = [];
        DateTimeOffset now = _context.Now();
        DateTimeOffset? horizon = _context.HorizonOf(_began, now);
        var announced = new ArticleQuery { FeedUrl = url };
        IAsyncEnumerable<TrackedArticle> articles = _context.Catalog.ReadArticlesAsync(announced, cancellationToken)
            .OnlyReadableAsync(unreadable => ReportUnreadableAsync(url, unreadable), cancellationToken);
        await foreach (TrackedArticle article in articles.ConfigureAwait(false))
        {
            Visit? known = await TryAsync(
                NewVisit.To(article, now),
                () => _context.Visits.FindVisitAsync(VisitKind.Article, article.Id, cancellationToken),
                cancellationToken).ConfigureAwait(false);
            if (known?.DueAt <= now || known?.DueAt > horizon)
            {
                _context.NoteOtherClock(known, now);
                due.Add(known);
            }
        }

        await VisitAsync(due, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the due feeds among the followed ones, and visits the due articles.</summary>
    public async Task CheckDueAsync(CancellationToken finish, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        await AddMissingVisitsAsync(cancellationToken).ConfigureAwait(false);
        await _run.RunAsync(
            new VisitQueue(), new DueVisits(_context, _followed, _faults, _began), finish, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Plans the first visits to feeds followed since, and finds the sites with due visits.</summary>
    public async Task<ImmutableArray<string>> FindDueSitesAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        await AddMissingVisitsAsync(cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = _context.Now();
        DateTimeOffset? horizon = _context.HorizonOf(_began, now);
        return _context.Visits is IDueStore store
            ? await store.FindDueSitesAsync(now, horizon, cancellationToken).ConfigureAwait(false)
            : [.. await _context.ReadVisitsAsync(cancellationToken)
                .Where(visit => visit.DueAt <= now || visit.DueAt > horizon)
                .OrderBy(visit => visit.DueAt)
                .Select(visit => visit.Url.Authority)
                .Distinct()
                .ToListAsync(cancellationToken).ConfigureAwait(false)];
    }

    /// <summary>Makes some of the due visits to one site: those of two claims.</summary>
    public async Task CheckSiteAsync(string site, CancellationToken finish, CancellationToken cancellationToken)
    {
        await _context.Time.CompareAsync(cancellationToken).ConfigureAwait(false);
        var queue = new VisitQueue();
        await new DueVisits(_context, _followed, _faults, _began).ClaimSiteAsync(site, queue, cancellationToken)
            .ConfigureAwait(false);
        await _run.RunAsync(queue, source: null, finish, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads all followed feeds, then visits all articles that are still followed, due or not.</summary>
    public async Task CheckAllAsync(CancellationToken cancellationToken)
    {
        (_areFeedsAsked, _areArticlesAsked) = (true, true);
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        List<Visit> feeds = [];
        foreach (Subscription subscription in _followed.All)
        {
            List<Visit> found = await FindFeedVisitAsync(subscription.Url, cancellationToken).ConfigureAwait(false);
            feeds.AddRange(found.Where(static visit => visit.State != VisitState.Paused));
        }

        await VisitAsync(feeds, cancellationToken).ConfigureAwait(false);

        List<Visit> articles = await _context.ReadVisitsAsync(cancellationToken)
            .Where(visit => visit is { Kind: VisitKind.Article, DueAt: not null })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        await VisitAsync(articles, cancellationToken).ConfigureAwait(false);
    }

    private bool IsAsked(Visit visit) => visit.Kind == VisitKind.Feed ? _areFeedsAsked : _areArticlesAsked;

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await _context.Time.CompareAsync(cancellationToken).ConfigureAwait(false);
        await _context.RestorePolitenessAsync(cancellationToken).ConfigureAwait(false);
        await _followed.ReadAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Finds or creates the visit to a feed; null when that failed.</summary>
    private async Task<List<Visit>> FindFeedVisitAsync(Uri url, CancellationToken cancellationToken)
    {
        Visit first = NewVisit.ToFeed(url, _context.Now());
        Visit? found = await TryAsync(
            first,
            async () => await _context.Visits.FindVisitAsync(VisitKind.Feed, first.Target, cancellationToken)
                .ConfigureAwait(false) ?? first,
            cancellationToken).ConfigureAwait(false);
        return found is null ? [] : [found];
    }

    /// <summary>Handles feeds followed since the last pass, for the first time or again.</summary>
    private async Task AddMissingVisitsAsync(CancellationToken cancellationToken)
    {
        foreach (Subscription subscription in _context.PlannedFeeds.Unknown(_followed.All, _began))
        {
            await AddMissingVisitAsync(subscription, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task AddMissingVisitAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        Visit first = NewVisit.ToFeed(subscription.Url, _context.Now());
        await TryAsync(
            first,
            async () =>
            {
                Visit? known = await _context.Visits.FindVisitAsync(VisitKind.Feed, first.Target, cancellationToken)
                    .ConfigureAwait(false);
                bool hasEnded = known?.State is VisitState.Paused
                    || (known?.State is VisitState.Retired or VisitState.Vanished
                        && known.LastVisitedAt >= subscription.AddedAt);
                if (known is null || (known.DueAt is null && !hasEnded))
                {
                    Visit due = known is null ? first : NewVisit.Again(known, _context.Now());
                    await _context.Visits.SaveVisitAsync(due, cancellationToken).ConfigureAwait(false);
                }

                _context.PlannedFeeds.Add(subscription, _began);
                return known;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Handles one visit; an exception becomes its failure.</summary>
    private async Task<Visit?> TryAsync(Visit visit, Func<ValueTask<Visit?>> look, CancellationToken cancellationToken)
    {
        try
        {
            return await look().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OperationCanceledException
            || !cancellationToken.IsCancellationRequested)
        {
            bool isFollowed = visit.Kind == VisitKind.Article || _followed.Find(visit) is not null;
            await _report(await _faults.FailAsync(visit, isFollowed, exception).ConfigureAwait(false))
                .ConfigureAwait(false);
            return null;
        }
    }

    private ValueTask ReportUnreadableAsync(Uri feed, VersionStoreException unreadable)
    {
        _context.Log.RowUnreadable(unreadable);
        return _report(new CheckOutcome
        {
            Kind = CheckKind.Failed,
            Url = feed,
            Status = FetchStatus.Failed,
            CheckedAt = _context.Now(),
            Reason = unreadable.Message,
            Exception = unreadable,
        });
    }

    private Task VisitAsync(List<Visit> visits, CancellationToken cancellationToken)
    {
        var queue = new VisitQueue();
        foreach (Visit visit in visits)
        {
            queue.Add(new HeldVisit(visit, Claim: null), isBehind: true);
        }

        return _run.RunAsync(queue, source: null, CancellationToken.None, cancellationToken);
    }
}

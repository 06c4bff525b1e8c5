using System.Collections.Immutable;

namespace NewsDiff.Tracking;

/// <summary>One pass: chooses which feeds to read and which articles to visit.</summary>
internal sealed class CheckPass(TrackingContext context, Func<CheckOutcome, ValueTask> report)
{
    private const int ClaimsAtOnce = 32;

    private readonly ArticleCheck _articles = new(context);
    private readonly FeedCheck _feeds = new(context);
    private readonly HostByHost _hosts = new(context, report);
    private Dictionary<string, Subscription> _followed = [];

    /// <summary>Reads one feed, then visits those of its articles that are due.</summary>
    public async Task CheckFeedAsync(Uri url, CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        Visit visit = await FindFeedVisitAsync(url, cancellationToken).ConfigureAwait(false);
        await VisitAsync([visit], cancellationToken).ConfigureAwait(false);

        List<Visit> due = [];
        DateTimeOffset now = context.Now();
        var announced = new ArticleQuery { FeedUrl = url };
        await foreach (TrackedArticle article in context.Catalog.ReadArticlesAsync(announced, cancellationToken).ConfigureAwait(false))
        {
            Visit? known = await context.Visits.FindVisitAsync(VisitKind.Article, article.Id, cancellationToken).ConfigureAwait(false);
            if (known?.DueAt <= now)
            {
                due.Add(known);
            }
        }

        await VisitAsync(due, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the followed feeds that are due, then visits the articles that are due.</summary>
    public async Task CheckDueAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        await AddMissingFeedVisitsAsync(cancellationToken).ConfigureAwait(false);
        await VisitDueAsync(VisitKind.Feed, cancellationToken).ConfigureAwait(false);
        await VisitDueAsync(VisitKind.Article, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads all followed feeds, then visits all articles that are still followed, due or not.</summary>
    public async Task CheckAllAsync(CancellationToken cancellationToken)
    {
        await BeginAsync(cancellationToken).ConfigureAwait(false);
        List<Visit> feeds = [];
        foreach (Subscription subscription in _followed.Values)
        {
            feeds.Add(await FindFeedVisitAsync(subscription.Url, cancellationToken).ConfigureAwait(false));
        }

        await VisitAsync(feeds, cancellationToken).ConfigureAwait(false);

        List<Visit> articles = await context.Visits.ReadVisitsAsync(cancellationToken)
            .Where(visit => visit is { Kind: VisitKind.Article, DueAt: not null })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        await VisitAsync(articles, cancellationToken).ConfigureAwait(false);
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        await context.RestorePolitenessAsync(cancellationToken).ConfigureAwait(false);
        _followed = await context.Subscriptions.ReadSubscriptionsAsync(cancellationToken)
            .ToDictionaryAsync(subscription => subscription.Url.AbsoluteUri, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<Visit> FindFeedVisitAsync(Uri url, CancellationToken cancellationToken) =>
        await context.Visits.FindVisitAsync(VisitKind.Feed, url.AbsoluteUri, cancellationToken).ConfigureAwait(false)
        ?? NewVisit.ToFeed(url, context.Now());

    /// <summary>A feed may have been followed since the last pass, for the first time or again.</summary>
    private async Task AddMissingFeedVisitsAsync(CancellationToken cancellationToken)
    {
        foreach ((string target, Subscription subscription) in _followed)
        {
            Visit? known = await context.Visits.FindVisitAsync(VisitKind.Feed, target, cancellationToken).ConfigureAwait(false);
            bool hasEnded = known?.State is VisitState.Retired or VisitState.Vanished && known.LastVisitedAt >= subscription.AddedAt;
            if (known is null || (known.DueAt is null && !hasEnded))
            {
                DateTimeOffset now = context.Now();
                Visit due = known is null ? NewVisit.ToFeed(subscription.Url, now) : NewVisit.Again(known, now);
                await context.Visits.SaveVisitAsync(due, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>A feed may have been left since the last pass: its visits end.</summary>
    private async Task<List<Visit>> DropUnfollowedAsync(IEnumerable<Visit> claimed)
    {
        List<Visit> kept = [];
        foreach (Visit visit in claimed)
        {
            if (visit.Kind == VisitKind.Article || _followed.ContainsKey(visit.Target))
            {
                kept.Add(visit);
                continue;
            }

            Visit removed = visit with { State = VisitState.Removed, DueAt = null };
            await context.Visits.SaveVisitAsync(removed, CancellationToken.None).ConfigureAwait(false);
        }

        return kept;
    }

    private async Task VisitDueAsync(VisitKind kind, CancellationToken cancellationToken)
    {
        DateTimeOffset started = context.Now();
        bool isBehind = true;
        while (isBehind)
        {
            var claim = new VisitClaim { Kind = kind, Now = context.Now(), Lease = context.Options.Lease, Limit = ClaimsAtOnce };

            // A polite wait before each visit to one host adds up: what would begin late in the lease is claimed anew.
            DateTimeOffset beginBefore = claim.Now + (claim.Lease / 2);
            ImmutableArray<Visit> visits = await context.Visits.ClaimDueAsync(claim, cancellationToken).ConfigureAwait(false);
            int left = 0;
            try
            {
                List<Visit> due = await DropUnfollowedAsync(visits).ConfigureAwait(false);
                await VisitAsync(due, beginBefore, cancellationToken).ConfigureAwait(false);
                if (context.Now() >= beginBefore)
                {
                    left = await GiveBackAsync(visits).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException)
            {
                await GiveBackAsync(visits).ConfigureAwait(false);
                throw;
            }

            // The most overdue come first: one that fell due during the pass means that the rest did too, and may wait for the next.
            isBehind = (visits.Length == ClaimsAtOnce || left > 0)
                && left < visits.Length
                && visits.All(visit => visit.DueAt <= started);
        }
    }

    private Task VisitAsync(IEnumerable<Visit> visits, CancellationToken cancellationToken) =>
        VisitAsync(visits, DateTimeOffset.MaxValue, cancellationToken);

    private Task VisitAsync(IEnumerable<Visit> visits, DateTimeOffset beginBefore, CancellationToken cancellationToken) =>
        _hosts.VisitAsync(
            visits,
            (visit, stop) => visit.Kind == VisitKind.Article
                ? _articles.CheckAsync(visit, stop)
                : _feeds.CheckAsync(visit, _followed.GetValueOrDefault(visit.Target), stop),
            beginBefore,
            cancellationToken);

    /// <summary>Ends the claims of visits that were not made, so that they need not wait for the end of the lease.</summary>
    /// <returns>How many there were.</returns>
    private async Task<int> GiveBackAsync(ImmutableArray<Visit> claimed)
    {
        int count = 0;
        foreach (Visit visit in claimed)
        {
            Visit? current = await context.Visits.FindVisitAsync(visit.Kind, visit.Target, CancellationToken.None).ConfigureAwait(false);
            if (current == visit && await context.Visits.SaveVisitAsync(visit, CancellationToken.None).ConfigureAwait(false))
            {
                count++;
            }
        }

        return count;
    }
}

namespace NewsDiff.Tracking;

/// <summary>Goes through feeds and articles: hosts side by side, the visits to one host one after the other.</summary>
internal sealed class CheckPass(TrackingContext context, Func<CheckOutcome, ValueTask> report)
{
    private const int ClaimsAtOnce = 32;

    private readonly ArticleCheck _articles = new(context);
    private readonly FeedCheck _feeds = new(context);

    /// <summary>Reads one feed, then visits those of its articles that are due.</summary>
    public async Task CheckFeedAsync(Uri url, CancellationToken cancellationToken)
    {
        Dictionary<string, Subscription> followed = await ReadSubscriptionsAsync(cancellationToken).ConfigureAwait(false);
        Visit visit = await FindFeedVisitAsync(url, cancellationToken).ConfigureAwait(false);
        CheckOutcome read = await _feeds.CheckAsync(visit, followed.GetValueOrDefault(visit.Target), cancellationToken)
            .ConfigureAwait(false);
        await report(read).ConfigureAwait(false);

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

        await VisitAsync(due, _articles.CheckAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads the followed feeds that are due, then visits the articles that are due.</summary>
    public async Task CheckDueAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, Subscription> followed = await ReadSubscriptionsAsync(cancellationToken).ConfigureAwait(false);
        await AddMissingFeedVisitsAsync(followed, cancellationToken).ConfigureAwait(false);
        await VisitDueAsync(
            VisitKind.Feed, (visit, stop) => CheckIfFollowedAsync(visit, followed, stop), cancellationToken).ConfigureAwait(false);
        await VisitDueAsync(VisitKind.Article, _articles.CheckAsync, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads all followed feeds, then visits all articles that are still followed, due or not.</summary>
    public async Task CheckAllAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, Subscription> followed = await ReadSubscriptionsAsync(cancellationToken).ConfigureAwait(false);
        List<Visit> feeds = [];
        foreach (Subscription subscription in followed.Values)
        {
            feeds.Add(await FindFeedVisitAsync(subscription.Url, cancellationToken).ConfigureAwait(false));
        }

        await VisitAsync(
            feeds, (visit, stop) => CheckIfFollowedAsync(visit, followed, stop), cancellationToken).ConfigureAwait(false);

        List<Visit> articles = await context.Visits.ReadVisitsAsync(cancellationToken)
            .Where(visit => visit is { Kind: VisitKind.Article, DueAt: not null })
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        await VisitAsync(articles, _articles.CheckAsync, cancellationToken).ConfigureAwait(false);
    }

    private async Task<Dictionary<string, Subscription>> ReadSubscriptionsAsync(CancellationToken cancellationToken) =>
        await context.Subscriptions.ReadSubscriptionsAsync(cancellationToken)
            .ToDictionaryAsync(subscription => subscription.Url.AbsoluteUri, cancellationToken: cancellationToken)
            .ConfigureAwait(false);

    private async Task<Visit> FindFeedVisitAsync(Uri url, CancellationToken cancellationToken) =>
        await context.Visits.FindVisitAsync(VisitKind.Feed, url.AbsoluteUri, cancellationToken).ConfigureAwait(false)
        ?? NewVisit.ToFeed(url, context.Now());

    /// <summary>A feed may have been followed since the last pass, for the first time or again.</summary>
    private async Task AddMissingFeedVisitsAsync(Dictionary<string, Subscription> followed, CancellationToken cancellationToken)
    {
        foreach (Subscription subscription in followed.Values)
        {
            Visit visit = await FindFeedVisitAsync(subscription.Url, cancellationToken).ConfigureAwait(false);
            if (visit.DueAt is null || visit.LastVisitedAt is null)
            {
                Visit due = visit with { State = VisitState.Active, DueAt = visit.DueAt ?? context.Now() };
                await context.Visits.SaveVisitAsync(due, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<CheckOutcome?> CheckIfFollowedAsync(
        Visit visit, Dictionary<string, Subscription> followed, CancellationToken cancellationToken)
    {
        if (followed.TryGetValue(visit.Target, out Subscription? subscription))
        {
            return await _feeds.CheckAsync(visit, subscription, cancellationToken).ConfigureAwait(false);
        }

        Visit removed = visit with { State = VisitState.Removed, DueAt = null };
        await context.Visits.SaveVisitAsync(removed, CancellationToken.None).ConfigureAwait(false);
        return null;
    }

    private async Task VisitDueAsync(
        VisitKind kind, Func<Visit, CancellationToken, Task<CheckOutcome?>> check, CancellationToken cancellationToken)
    {
        DateTimeOffset started = context.Now();
        bool isBehind = true;
        while (isBehind)
        {
            var claim = new VisitClaim { Kind = kind, Now = context.Now(), Lease = context.Options.Lease, Limit = ClaimsAtOnce };
            IReadOnlyList<Visit> visits = await context.Visits.ClaimDueAsync(claim, cancellationToken).ConfigureAwait(false);
            await VisitAsync(visits, check, cancellationToken).ConfigureAwait(false);

            // The most overdue come first: one that fell due during the pass means that the rest did too, and may wait for the next.
            isBehind = visits.Count == ClaimsAtOnce && visits.All(visit => visit.DueAt <= started);
        }
    }

    private Task VisitAsync(
        IEnumerable<Visit> visits, Func<Visit, CancellationToken, Task<CheckOutcome?>> check, CancellationToken cancellationToken)
    {
        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = context.Options.MaxConcurrency,
            CancellationToken = cancellationToken,
        };
        return Parallel.ForEachAsync(visits.GroupBy(visit => visit.Url.Authority), parallel, async (host, stop) =>
        {
            foreach (Visit visit in host)
            {
                stop.ThrowIfCancellationRequested();
                if (await check(visit, stop).ConfigureAwait(false) is { } outcome)
                {
                    await report(outcome).ConfigureAwait(false);
                }
            }
        });
    }
}

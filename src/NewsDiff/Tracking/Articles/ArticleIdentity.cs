using NewsDiff.Diagnostics;
using NewsDiff.Events;
using NewsDiff.Feeds;
using NewsDiff.Identity;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Decides which article a sighting belongs to, and when two articles are one.</summary>
/// <remarks>
/// An address belongs to the article first seen there. Other evidence that two articles are one (an id of a feed, a
/// redirect, a canonical address) is only a hint, which the texts must confirm: a merge is final, while two histories
/// of one article are only a nuisance.
/// </remarks>
internal sealed class ArticleIdentity(TrackingContext context)
{
    private readonly VisitWriter _writer = new(context);
    private readonly Twins _twins = new(context);
    private readonly SessionTwins _sessionTwins = new(context);
    private readonly Succession _succession = new(context);

    /// <summary>Finds or makes the article of an entry, and makes or moves its visit.</summary>
    /// <param name="sighting">The entry.</param>
    /// <param name="places">Where the feed announces each id.</param>
    /// <param name="registration">What to register, without the keys.</param>
    /// <param name="isFirstReading">Whether the feed was just added, so that its entries may be old.</param>
    /// <param name="cancellationToken">Stops the writes.</param>
    /// <returns>Whether the article is new.</returns>
    public async Task<bool> RegisterAsync(
        FeedSighting sighting,
        IReadOnlyDictionary<string, FeedSighting> places,
        ArticleRegistration registration,
        bool isFirstReading,
        CancellationToken cancellationToken)
    {
        TrackedArticle? known = await context.Catalog.FindByKeyAsync(sighting.Key, cancellationToken)
            .ConfigureAwait(false);
        TrackedArticle article =
            await SucceedAsync(sighting, known, places, registration, cancellationToken).ConfigureAwait(false)
            ?? await RegisterAsync(sighting, known, registration, cancellationToken).ConfigureAwait(false);
        Visit? visit = await context.Visits.FindVisitAsync(VisitKind.Article, article.Id, cancellationToken)
            .ConfigureAwait(false);
        if (visit is not null)
        {
            return false;
        }

        DateTimeOffset now = registration.SeenAt;
        Visit first = NewVisit.To(article, now);
        first = isFirstReading ? first.With(MemoryOf(sighting.Entry, now)) : first;
        return await context.Visits.SaveVisitAsync(first, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Registers an entry whose address the known story has left; null when it has not.</summary>
    private async Task<TrackedArticle?> SucceedAsync(
        FeedSighting sighting,
        TrackedArticle? known,
        IReadOnlyDictionary<string, FeedSighting> places,
        ArticleRegistration registration,
        CancellationToken cancellationToken)
    {
        if (known is null || context.Catalog is not IMergingCatalog catalog
            || await _succession.FindNewPlaceAsync(sighting, known, places, cancellationToken).ConfigureAwait(false)
                is not { } place)
        {
            return null;
        }

        // The visit first: if the process ends in between, the next reading finds the same again.
        Uri url = UrlCanonicalizer.Canonicalize(place.Link);
        await MoveAsync(known.Id, url, registration.SeenAt).ConfigureAwait(false);
        context.Log.AddressLeft(known.Url, url);
        ArticleRegistration successor = registration with { Keys = [.. Succession.KeysOf(sighting, known)] };
        return await catalog.HandOverAsync(known.Id, url, successor, cancellationToken).ConfigureAwait(false);
    }

    private async Task<TrackedArticle> RegisterAsync(
        FeedSighting sighting,
        TrackedArticle? known,
        ArticleRegistration registration,
        CancellationToken cancellationToken)
    {
        TrackedArticle? byId = sighting.IdKey is null || known?.Keys.Contains(sighting.IdKey) is true
            ? known
            : await context.Catalog.FindByKeyAsync(sighting.IdKey, cancellationToken).ConfigureAwait(false);

        bool isMoved = known is null
            && byId is not null
            && await IsStillAsync(sighting.Entry, byId, cancellationToken).ConfigureAwait(false);
        string[] keys = sighting.IdKey switch
        {
            { } id when isMoved => [id, sighting.Key],
            { } id when byId is null || byId.Id == known?.Id => [sighting.Key, id],
            null => [sighting.Key],

            // Decided when the page is read: the id may be that of another article by mistake, or the title may have
            // changed.
            _ when known is null => [sighting.Key, ArticleKey.OfHint(byId!.Id, sighting.Key).ToString()],
            _ => [sighting.Key],
        };
        TrackedArticle article = await context.Catalog
            .RegisterAsync(registration with { Keys = [.. keys] }, cancellationToken).ConfigureAwait(false);
        if (isMoved)
        {
            await MoveAsync(article.Id, registration).ConfigureAwait(false);
        }

        return article;
    }

    private static VisitMemory MemoryOf(FeedEntry entry, DateTimeOffset now) =>
        new() { StatedAge = StatedAge.Of(now, entry.PublishedAt, entry.UpdatedAt) };

    /// <summary>Makes an article due when a feed says something new about it.</summary>
    /// <remarks>It is visited no sooner than after its policy's shortest interval.</remarks>
    public async Task MakeDueAsync(string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await context.Catalog.FindByKeyAsync(key, cancellationToken).ConfigureAwait(false) is not { } article
            || await context.Visits.FindVisitAsync(VisitKind.Article, article.Id, cancellationToken)
                .ConfigureAwait(false) is not { } visit
            || visit.State is VisitState.Removed or VisitState.Merged or VisitState.Paused)
        {
            return;
        }

        DateTimeOffset soonest = visit.LastVisitedAt + context.Options.ArticlePolicy.MinInterval ?? now;
        DateTimeOffset due = soonest > now ? soonest : now;
        if (!(visit.DueAt <= due)
            && await _writer.TryTakeAsync(VisitKind.Article, article.Id).ConfigureAwait(false) is { } taken)
        {
            Visit restarted = taken.State == VisitState.Retired ? NewVisit.Again(taken, due) : taken;
            await context.Visits.SaveVisitAsync(restarted with { DueAt = due }, CancellationToken.None)
                .ConfigureAwait(false);
        }
    }

    /// <summary>Reads a page's statements about its addresses, and merges articles that are the same.</summary>
    /// <returns>The article that the visited one was merged into; null when it was not merged.</returns>
    public async Task<TrackedArticle?> SettleAsync(Visit visit, FetchResult fetched, ArticleVersion? latest)
    {
        if (context.Catalog is not IMergingCatalog
            || fetched is not { Status: FetchStatus.Fetched, Article: { } article }
            || await context.FindArticleAsync(visit.Target).ConfigureAwait(false) is not { } self)
        {
            return null;
        }

        if (self.MergedInto is { } into)
        {
            return await context.FindArticleAsync(into).ConfigureAwait(false);
        }

        bool isItself = latest is not { HasText: true } || SameStory.Is(latest.Article, article);
        List<TrackedArticle> others = await FindOthersAsync(self, visit.Url, fetched, isItself).ConfigureAwait(false);
        if (isItself)
        {
            List<TrackedArticle> twins = await _sessionTwins
                .FindAsync(self, visit.Url, article, key => RememberAsync(self, key)).ConfigureAwait(false);
            others.AddRange(twins.ExceptBy(others.Select(other => other.Id), twin => twin.Id));
        }

        if (latest is null)
        {
            await AddHintedAsync(self, others).ConfigureAwait(false);
            others.AddRange(await _twins.FindAsync(visit, article, others).ConfigureAwait(false));
        }

        return await MergeAsync(self, others, visit, fetched, latest, isItself).ConfigureAwait(false);
    }

    /// <summary>Merges the visited article with those that the texts show to be the same.</summary>
    /// <returns>The article that the visited one was merged into; null when it was not merged.</returns>
    private async Task<TrackedArticle?> MergeAsync(
        TrackedArticle self,
        List<TrackedArticle> others,
        Visit visit,
        FetchResult fetched,
        ArticleVersion? latest,
        bool isItself)
    {
        foreach (TrackedArticle other in others)
        {
            if (!isItself
                || await SurvivesAsync(other, self, fetched, latest).ConfigureAwait(false) is not { } isTheirs)
            {
                context.Log.StayedApart(visit.Url, other.Url);
                continue;
            }

            (TrackedArticle from, TrackedArticle to) = isTheirs ? (self, other) : (other, self);
            if (await MergeAsync(from, to, visit).ConfigureAwait(false) && isTheirs)
            {
                return other;
            }
        }

        return null;
    }

    /// <summary>Whether the other article survives a merge; null when the texts show that they are two.</summary>
    private async Task<bool?> SurvivesAsync(
        TrackedArticle other, TrackedArticle self, FetchResult fetched, ArticleVersion? latest)
    {
        ArticleVersion? theirs = await context.Store.FindLatestAsync(other.Id, CancellationToken.None)
            .ConfigureAwait(false);
        if (theirs is null)
        {
            return latest is not null && IsAt(other, fetched) ? false : null;
        }

        return SameStory.Is(theirs.Article, fetched.Article!) ? latest is null || IsOlder(other, self) : null;
    }

    private async Task<bool> MergeAsync(TrackedArticle from, TrackedArticle to, Visit visit)
    {
        var catalog = (IMergingCatalog)context.Catalog;
        if (!await catalog.MergeAsync(from.Id, to.Id, CancellationToken.None).ConfigureAwait(false))
        {
            return false;
        }

        await EndVisitsAsync(from, to, visit).ConfigureAwait(false);
        return true;
    }

    /// <summary>Whether an article that was never read is at the address where a permanent redirect led.</summary>
    /// <remarks>Its text is then the one that was just read.</remarks>
    private static bool IsAt(TrackedArticle other, FetchResult fetched) =>
        fetched.MovedTo is { } moved && moved == fetched.Url && other.Keys.Contains(ArticleKeys.Compute(moved)[0]);

    private static bool IsOlder(TrackedArticle left, TrackedArticle right) =>
        (left.FirstSeenAt, left.Id).CompareTo((right.FirstSeenAt, right.Id)) < 0;

    private async Task<bool> IsStillAsync(FeedEntry entry, TrackedArticle article, CancellationToken cancellationToken)
    {
        ArticleVersion? latest = await context.Store.FindLatestAsync(article.Id, cancellationToken)
            .ConfigureAwait(false);

        // An article that was never read, or is hidden, has no text to confuse with another.
        return latest is not { HasText: true } || SameStory.Announces(entry, latest.Article);
    }

    /// <summary>The articles that may be the visited one.</summary>
    /// <remarks>They claim its address, or are at the addresses that it claims.</remarks>
    private async Task<List<TrackedArticle>> FindOthersAsync(
        TrackedArticle self,
        Uri url,
        FetchResult fetched,
        bool isItself)
    {
        List<string> keys = [ArticleKey.OfStatement(url).ToString()];
        foreach (AddressClaim claim in PageClaims.Find(url, fetched).Where(
            claim => claim.Belief != ClaimBelief.Refused))
        {
            keys.Add(ArticleKey.OfAddress(claim.Url).ToString());
            if (claim.Belief == ClaimBelief.Believed)
            {
                keys.Add(claim.Key.ToString());

                // Articles seen at that address later are then found. After a permanent move, the address is the
                // article's own.
                bool isAtNewAddress = isItself && claim.Url == fetched.MovedTo;
                ArticleKey remembered = isAtNewAddress ? ArticleKey.OfAddress(claim.Url) : claim.Key;
                await RememberAsync(self, remembered.ToString()).ConfigureAwait(false);
            }
        }

        List<TrackedArticle> others = [];
        foreach (string key in keys.Where(key => !self.Keys.Contains(key)))
        {
            if (await context.Catalog.FindByKeyAsync(key, CancellationToken.None).ConfigureAwait(false) is { } owner
                && owner.Id != self.Id && others.TrueForAll(other => other.Id != owner.Id))
            {
                others.Add(owner);
            }
        }

        return others;
    }

    private async Task AddHintedAsync(TrackedArticle self, List<TrackedArticle> others)
    {
        foreach (string hinted in self.Keys.Select(key => ArticleKey.Parse(key).HintedId).OfType<string>())
        {
            if (await context.FindArticleAsync(hinted).ConfigureAwait(false) is { MergedInto: null } other
                && other.Id != self.Id)
            {
                others.Add(other);
            }
        }
    }

    private async Task RememberAsync(TrackedArticle self, string key)
    {
        if (!self.Keys.Contains(key)
            && await context.Catalog.FindByKeyAsync(key, CancellationToken.None).ConfigureAwait(false) is null)
        {
            var remembered = new ArticleRegistration
            {
                Keys = [self.Keys[0], key],
                Url = self.Url,
                SeenAt = self.FirstSeenAt,
            };
            await context.Catalog.RegisterAsync(remembered, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Moves the visit to the announced address, if the article is lost or still unread.</summary>
    private async Task MoveAsync(string articleId, ArticleRegistration registration)
    {
        if (await context.Visits.FindVisitAsync(VisitKind.Article, articleId, CancellationToken.None)
            .ConfigureAwait(false) is { State: VisitState.Active or VisitState.Vanished } visit
            && visit.LastStatus is not (FetchStatus.Fetched or FetchStatus.NotModified))
        {
            await MoveAsync(articleId, registration.Url, registration.SeenAt).ConfigureAwait(false);
        }
    }

    private async Task MoveAsync(string articleId, Uri url, DateTimeOffset dueAt)
    {
        if (await _writer.TryTakeAsync(VisitKind.Article, articleId).ConfigureAwait(false) is { } taken)
        {
            bool isVisited = taken.State is VisitState.Active or VisitState.Vanished;
            Visit moved = taken with { Url = url, DueAt = isVisited ? dueAt : taken.DueAt, Validators = null };
            await context.Visits.SaveVisitAsync(moved, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Ends the visits of a merged article.</summary>
    /// <remarks>If the surviving article is no longer at its address, its visits move to this one.</remarks>
    private async Task EndVisitsAsync(TrackedArticle from, TrackedArticle to, Visit current)
    {
        if (from.Id != current.Target
            && await _writer.TryTakeAsync(VisitKind.Article, from.Id).ConfigureAwait(false) is { } taken)
        {
            await _writer.CommitAsync(new VisitCommit
            {
                Visit = taken with { State = VisitState.Merged, DueAt = null },
                At = context.Now(),
                Event = ArticleEventKind.Merged,
                MergedInto = to.Id,
            }).ConfigureAwait(false);
        }

        if (to.Id != current.Target
            && await context.Visits.FindVisitAsync(VisitKind.Article, to.Id, CancellationToken.None)
                .ConfigureAwait(false)
                is { DueAt: not null, LastStatus: FetchStatus.NotFound or FetchStatus.Gone })
        {
            await MoveAsync(to.Id, current.Url, context.Now()).ConfigureAwait(false);
        }
    }
}

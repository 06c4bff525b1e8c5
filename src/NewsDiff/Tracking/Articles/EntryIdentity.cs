using NewsDiff.Addresses;
using NewsDiff.Diagnostics;
using NewsDiff.Feeds;
using NewsDiff.Identity;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Decides which article an entry of a feed announces.</summary>
/// <remarks>
/// An address belongs to the article first seen there. Any feed can give any id to the article of another site.
/// Therefore only a feed of the site where an article is visited can say that it has moved; for other feeds, the page
/// at the new address must be on the same site, and must show the article's text.
/// </remarks>
internal sealed class EntryIdentity(TrackingContext context)
{
    /// <summary>The maximum number of ids from one host's feeds: some are new at every reading.</summary>
    private const int MostIds = 4;

    private readonly VisitWriter _writer = new(context);
    private readonly Succession _succession = new(context);
    private readonly Relocation _relocation = new(context);

    /// <summary>Finds or makes the article of an entry, and makes or moves its visit.</summary>
    /// <param name="sighting">The entry.</param>
    /// <param name="places">Where the feed announces each id.</param>
    /// <param name="registration">What to register, without the keys.</param>
    /// <param name="before">What the feed said before; nothing if it was just added: its entries may be old.</param>
    /// <param name="cancellationToken">Stops the writes.</param>
    public async Task<Registered> RegisterAsync(
        FeedSighting sighting,
        IReadOnlyDictionary<string, FeedSighting> places,
        ArticleRegistration registration,
        Announcements before,
        CancellationToken cancellationToken)
    {
        TrackedArticle? known = await context.Catalog.FindByKeyAsync(sighting.Key, cancellationToken)
            .ConfigureAwait(false);
        (FeedSighting? place, bool isOpen) = known is null || context.Catalog is not IMergingCatalog
            ? (null, false)
            : await _succession.FindNewPlaceAsync(sighting, known, places, registration.FeedUrl!, cancellationToken)
                .ConfigureAwait(false);

        // The id at a place that is still open may be that of another article.
        FeedSighting identified = isOpen ? sighting with { IdKey = null } : sighting;
        TrackedArticle article = (place is { } found
            ? await SucceedAsync(sighting, known!, found, registration, cancellationToken).ConfigureAwait(false)
            : null) ?? await RegisterAsync(identified, known, registration, cancellationToken).ConfigureAwait(false);
        Visit? visit = await context.Visits.FindVisitAsync(VisitKind.Article, article.Id, cancellationToken)
            .ConfigureAwait(false);
        if (visit is not null)
        {
            if (visit.State == VisitState.Vanished && !before.IsEmpty && !before.Knows(sighting.Key))
            {
                // The feed lists it again.
                await MakeDueAsync(sighting.Key, registration.SeenAt, cancellationToken).ConfigureAwait(false);
            }

            return new Registered(IsNew: false, isOpen);
        }

        DateTimeOffset now = registration.SeenAt;
        Visit first = NewVisit.To(article, now);
        first = before.IsEmpty ? first.With(MemoryOf(sighting.Entry, now)) : first;
        return new Registered(
            await context.Visits.SaveVisitAsync(first, cancellationToken).ConfigureAwait(false), isOpen);
    }

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

    /// <summary>Registers an entry whose address the known story has left; null when nothing changed.</summary>
    private async Task<TrackedArticle?> SucceedAsync(
        FeedSighting sighting,
        TrackedArticle known,
        FeedSighting place,
        ArticleRegistration registration,
        CancellationToken cancellationToken)
    {
        // The visit first: if the process ends in between, the next reading finds the same again.
        Uri url = UrlCanonicalizer.Canonicalize(place.Link);
        await _relocation.MoveAsync(known.Id, url, registration.SeenAt).ConfigureAwait(false);
        context.Log.AddressLeft(known.Url, url);
        ArticleRegistration successor = registration with { Keys = [.. Succession.KeysOf(sighting, known)] };
        return await ((IMergingCatalog)context.Catalog)
            .HandOverAsync(known.Id, url, successor, cancellationToken).ConfigureAwait(false);
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
        Uri? home = known is null && byId is not null
            ? await _relocation.HomeOfAsync(byId).ConfigureAwait(false)
            : null;
        bool isOfSite = home is not null && SiteName.IsOne(registration.FeedUrl!, home);
        bool isMoved = isOfSite && await IsStillAsync(sighting.Entry, byId!, cancellationToken).ConfigureAwait(false);
        string[] keys = sighting.IdKey switch
        {
            { } id when isMoved => [id, sighting.Key],
            { } id when byId?.Id == known?.Id && (byId is not null || known is null) => [sighting.Key, id],
            { } id when byId is null && TakesId(known!, id) => [sighting.Key, id],

            // Decided when the page is read: the id may be that of another article by mistake, or the title may have
            // changed.
            { } when home is not null && (isOfSite || SiteName.IsOne(sighting.Link, home)) =>
                [sighting.Key, ArticleKey.OfHint(byId!.Id, sighting.Key).ToString()],
            _ => [sighting.Key],
        };
        TrackedArticle article = await context.Catalog
            .RegisterAsync(registration with { Keys = [.. keys] }, cancellationToken).ConfigureAwait(false);
        if (isMoved)
        {
            await MoveIfLostAsync(article.Id, registration).ConfigureAwait(false);
        }

        return article;
    }

    private static bool TakesId(TrackedArticle article, string id)
    {
        string? scope = ArticleKey.Parse(id).Scope;
        return article.Keys.Count(key => ArticleKey.Parse(key) is { Kind: ArticleKeyKind.FeedId } known
            && known.Scope == scope) < MostIds;
    }

    private static VisitMemory MemoryOf(FeedEntry entry, DateTimeOffset now) =>
        new() { StatedAge = StatedAge.Of(now, entry.PublishedAt, entry.UpdatedAt) };

    private async Task<bool> IsStillAsync(FeedEntry entry, TrackedArticle article, CancellationToken cancellationToken)
    {
        ArticleVersion? latest = await context.Store.FindLatestAsync(article.Id, cancellationToken)
            .ConfigureAwait(false);

        // An article that was never read, or is hidden, has no text to confuse with another.
        return latest is not { HasText: true } || SameStory.Announces(entry, latest.Article);
    }

    /// <summary>Moves the visit to the announced address, if the article is lost or still unread.</summary>
    private async Task MoveIfLostAsync(string articleId, ArticleRegistration registration)
    {
        if (await context.Visits.FindVisitAsync(VisitKind.Article, articleId, CancellationToken.None)
            .ConfigureAwait(false) is { State: VisitState.Active or VisitState.Vanished } visit
            && visit.LastStatus is not (FetchStatus.Fetched or FetchStatus.NotModified))
        {
            await _relocation.MoveAsync(articleId, registration.Url, registration.SeenAt).ConfigureAwait(false);
        }
    }
}

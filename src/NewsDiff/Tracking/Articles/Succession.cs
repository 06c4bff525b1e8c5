using NewsDiff.Addresses;
using NewsDiff.Identity;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Finds that a story has left its address, where its feed now announces another story.</summary>
/// <remarks>
/// One reading of the feed must say both: the id of the known story is at another address, and its own address has an
/// entry without that id and that title. A feed of the story's site is believed when the story is announced there under
/// its title or its time. Otherwise the page at the other address must have shown the story; and if the feed is not of
/// the site, the former address must no longer show it. Numbers that a feed gives to places instead of stories fail the
/// first condition, a story that gets a new id the second.
/// </remarks>
internal sealed class Succession(TrackingContext context)
{
    /// <summary>Where the feed announces the known story now.</summary>
    /// <param name="sighting">The entry at the former address.</param>
    /// <param name="known">The article that has this address.</param>
    /// <param name="places">Where the feed announces each id.</param>
    /// <param name="feedUrl">The feed.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The new place, or null; and whether a page must be read first.</returns>
    public async Task<(FeedSighting? Place, bool IsOpen)> FindNewPlaceAsync(
        FeedSighting sighting,
        TrackedArticle known,
        IReadOnlyDictionary<string, FeedSighting> places,
        Uri feedUrl,
        CancellationToken cancellationToken)
    {
        if (sighting.IdKey is { } id && known.Keys.Contains(id))
        {
            return default;
        }

        foreach (string key in known.Keys)
        {
            if (places.TryGetValue(key, out FeedSighting place) && place.Key != sighting.Key)
            {
                return await JudgeAsync(sighting, known, place, feedUrl, cancellationToken).ConfigureAwait(false);
            }
        }

        return default;
    }

    /// <summary>The keys of the story at the former address.</summary>
    /// <remarks>The address is not the first of them: the id of the known article is made of it.</remarks>
    public static string[] KeysOf(FeedSighting sighting, TrackedArticle known) =>
        [sighting.IdKey ?? ArticleKey.OfHint(known.Id, sighting.Key).ToString(), sighting.Key];

    private async Task<(FeedSighting? Place, bool IsOpen)> JudgeAsync(
        FeedSighting sighting,
        TrackedArticle known,
        FeedSighting place,
        Uri feedUrl,
        CancellationToken cancellationToken)
    {
        Visit? visit = await context.Visits.FindVisitAsync(VisitKind.Article, known.Id, cancellationToken)
            .ConfigureAwait(false);
        Uri home = visit?.Url ?? known.Url;
        bool isOfSite = SiteName.IsOne(feedUrl, home);
        ArticleVersion? latest = await context.Store.FindLatestAsync(known.Id, cancellationToken)
            .ConfigureAwait(false);
        if (latest is null)
        {
            return (isOfSite ? place : null, false);
        }

        if (!latest.HasText || SameStory.HaveOneTitle(sighting.Entry, latest.Article))
        {
            return default;
        }

        if (isOfSite && SameStory.Announces(place.Entry, latest.Article))
        {
            return (place, false);
        }

        // The story was read at the other address, or will be: it is due there.
        TrackedArticle? there = await context.Catalog.FindByKeyAsync(place.Key, cancellationToken)
            .ConfigureAwait(false);
        bool isSeenThere = there?.Id == known.Id && SiteName.IsOne(place.Link, home);
        return isSeenThere && (isOfSite || IsNoLongerAt(home, sighting, visit))
            ? (place, false)
            : (null, isSeenThere || await IsUnreadAsync(there, cancellationToken).ConfigureAwait(false));
    }

    private async Task<bool> IsUnreadAsync(TrackedArticle? article, CancellationToken cancellationToken) =>
        article is null
        || await context.Store.FindLatestAsync(article.Id, cancellationToken).ConfigureAwait(false) is null;

    /// <summary>Whether the last visit to the former address found another story there, or nothing.</summary>
    private static bool IsNoLongerAt(Uri home, FeedSighting sighting, Visit? visit) =>
        visit is not null
        && ArticleKey.OfAddress(home) == ArticleKey.OfAddress(sighting.Link)
        && (visit.LastStatus is FetchStatus.NotFound or FetchStatus.Gone
            || VisitMemoryJson.Of(visit).Held is { Kind: >= DoubtKind.Another });
}

using NewsDiff.Identity;
using NewsDiff.Tracking.Visits;

namespace NewsDiff.Tracking.Articles;

/// <summary>Finds that a story has left its address, where its feed now announces another story.</summary>
/// <remarks>
/// One reading of the feed must say both: the id of the known story is at another address, under its title or its time,
/// and the address has an entry without that id and that title. Numbers that a feed gives to places instead of stories
/// fail the first condition, a story that gets a new id the second.
/// </remarks>
internal sealed class Succession(TrackingContext context)
{
    /// <summary>Where the feed announces the known story now; null when it did not move.</summary>
    /// <param name="sighting">The entry at the former address.</param>
    /// <param name="known">The article that has this address.</param>
    /// <param name="places">Where the feed announces each id.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async Task<FeedSighting?> FindNewPlaceAsync(
        FeedSighting sighting,
        TrackedArticle known,
        IReadOnlyDictionary<string, FeedSighting> places,
        CancellationToken cancellationToken)
    {
        if (sighting.IdKey is { } id && known.Keys.Contains(id))
        {
            return null;
        }

        foreach (string key in known.Keys)
        {
            if (!places.TryGetValue(key, out FeedSighting place) || place.Key == sighting.Key)
            {
                continue;
            }

            ArticleVersion? latest = await context.Store.FindLatestAsync(known.Id, cancellationToken)
                .ConfigureAwait(false);
            return latest is null || IsElsewhere(latest, sighting, place) ? place : null;
        }

        return null;
    }

    /// <summary>The keys of the story at the former address.</summary>
    /// <remarks>The address is not the first of them: the id of the known article is made of it.</remarks>
    public static string[] KeysOf(FeedSighting sighting, TrackedArticle known) =>
        [sighting.IdKey ?? ArticleKey.OfHint(known.Id, sighting.Key).ToString(), sighting.Key];

    private static bool IsElsewhere(ArticleVersion latest, FeedSighting sighting, FeedSighting place) =>
        latest.HasText
        && SameStory.Announces(place.Entry, latest.Article)
        && !SameStory.HaveOneTitle(sighting.Entry, latest.Article);
}

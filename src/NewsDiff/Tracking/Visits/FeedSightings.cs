using System.Collections.Frozen;
using System.Collections.Immutable;
using NewsDiff.Addresses;
using NewsDiff.Feeds;
using NewsDiff.Identity;

namespace NewsDiff.Tracking.Visits;

/// <summary>Finds the keys of a feed's entries.</summary>
internal static class FeedSightings
{
    /// <summary>The places of a list without ids, such as a sitemap.</summary>
    public static readonly IReadOnlyDictionary<string, FeedSighting> Nowhere =
        FrozenDictionary<string, FeedSighting>.Empty;

    /// <summary>Where a feed announces each id.</summary>
    public static IReadOnlyDictionary<string, FeedSighting> PlacesOf(List<FeedSighting> sightings)
    {
        var places = new Dictionary<string, FeedSighting>();
        foreach (FeedSighting sighting in sightings)
        {
            if (sighting.IdKey is { } id)
            {
                places[id] = sighting;
            }
        }

        return places;
    }

    /// <summary>Every wanted entry with an address, in the feed's order.</summary>
    /// <remarks>
    /// An id that a feed gives to several addresses identifies none of them: it would merge several articles.
    /// </remarks>
    /// <param name="feed">The feed.</param>
    /// <param name="feedUrl">Its address.</param>
    /// <param name="filter">What is wanted; null for everything.</param>
    /// <param name="addressOf">What identifies an article in its address; null for the whole address.</param>
    public static List<FeedSighting> Of(
        Feed feed, Uri feedUrl, EntryFilter? filter, Func<Uri, Uri>? addressOf = null)
    {
        List<FeedSighting> sightings = [];
        var addresses = new Dictionary<string, string>();
        HashSet<string> ambiguous = [];
        foreach (FeedEntry entry in feed.Entries)
        {
            if (entry is null || (entry.OriginalLink ?? entry.Link) is not { IsAbsoluteUri: true } link)
            {
                continue;
            }

            ImmutableArray<string> keys = addressOf is null
                ? ArticleKeys.Compute(link, entry.Id, feedUrl)
                : ArticleKeys.Compute(addressOf(link), IdOf(entry, addressOf), feedUrl);
            string? idKey = keys.ElementAtOrDefault(1);
            if (idKey is not null && !addresses.TryAdd(idKey, keys[0]) && addresses[idKey] != keys[0])
            {
                ambiguous.Add(idKey);
            }

            if (filter?.Allows(entry) is not false)
            {
                sightings.Add(new FeedSighting(link, keys[0], idKey, entry));
            }
        }

        return sightings.ConvertAll(sighting =>
            sighting.IdKey is { } id && ambiguous.Contains(id) ? sighting with { IdKey = null } : sighting);
    }

    /// <summary>The id of an entry; an address is one without what identifies no article.</summary>
    private static string? IdOf(FeedEntry entry, Func<Uri, Uri> addressOf) =>
        BoundedUrl.Read(entry.Id) is { } url && addressOf(url) is { } rest && rest != url
            ? rest.AbsoluteUri
            : entry.Id;
}

using System.Collections.Immutable;
using NewsDiff.Feeds;
using NewsDiff.Identity;

namespace NewsDiff.Tracking;

/// <summary>Tells under which keys the entries of a feed are known.</summary>
internal static class FeedSightings
{
    /// <summary>The address and the keys of every entry that has an address, in the feed's order.</summary>
    /// <remarks>An id that one feed gives to several addresses identifies none of them: it would make several articles one.</remarks>
    public static List<(Uri Link, ImmutableArray<string> Keys)> Of(Feed feed, Uri feedUrl)
    {
        List<(Uri Link, ImmutableArray<string> Keys)> sightings = [];
        var addresses = new Dictionary<string, string>();
        HashSet<string> ambiguous = [];
        foreach (FeedEntry entry in feed.Entries)
        {
            if ((entry.OriginalLink ?? entry.Link) is not { } link)
            {
                continue;
            }

            ImmutableArray<string> keys = ArticleKeys.Of(link, entry.Id, feedUrl);
            sightings.Add((link, keys));
            if (keys is [var byAddress, var byId] && !addresses.TryAdd(byId, byAddress) && addresses[byId] != byAddress)
            {
                ambiguous.Add(byId);
            }
        }

        return sightings.ConvertAll(sighting => (sighting.Link, sighting.Keys.RemoveAll(ambiguous.Contains)));
    }
}

using System.Collections.Immutable;

namespace NewsDiff.Tracking.Articles;

/// <summary>Learns what varies at every visit: numbers of readers, of shares, of minutes.</summary>
/// <remarks>
/// A difference there is minor: two texts that differ only there count as one. Headlines never count as varying.
/// </remarks>
internal static class VolatilePlaces
{
    /// <summary>The maximum number of places; a page with more was edited or is a list.</summary>
    private const int MostPlaces = 6;

    /// <summary>
    /// The minimum number of different words of a text with such places: in a shorter text, a number may be the news.
    /// </summary>
    private const int LeastWords = 20;

    /// <summary>Whether two texts differ only in the learned places.</summary>
    public static bool AreAllThatDiffers(ImmutableArray<VolatilePlace> places, Article before, Article after) =>
        places.Any(place => place.IsLearned) && Without(places, before).HasSameContentAs(Without(places, after));

    /// <summary>An article without what is in the learned places.</summary>
    public static Article Without(ImmutableArray<VolatilePlace> places, Article article) =>
        places.Any(place => place.IsLearned)
            ? new WordStream(article).Without(places.Where(place => place.IsLearned))
            : article;

    /// <summary>The places after a visit that found no change outside them.</summary>
    public static ImmutableArray<VolatilePlace> AfterSight(ImmutableArray<VolatilePlace> places, Article seen)
    {
        if (places.IsEmpty)
        {
            return places;
        }

        var stream = new WordStream(seen);
        return [.. places.Select(place => place.See(SaidAt(stream, place))).OfType<VolatilePlace>()];
    }

    /// <summary>The places after a change.</summary>
    /// <remarks>
    /// A change counts for a place only when nothing changed elsewhere: a number that changes with the text around it
    /// is part of the story.
    /// </remarks>
    public static ImmutableArray<VolatilePlace> AfterChange(
        ImmutableArray<VolatilePlace> places, Article before, Article after)
    {
        var stream = new WordStream(after);
        List<VolatilePlace>? changed = before.Title == after.Title && WordTypes.OfBody(after).Count >= LeastWords
            ? ChangedWords.Find(new WordStream(before), stream)?.ConvertAll(
                at => stream.PlaceAt(at.Start, at.End) with { Changes = 1, Said = stream.HashOf(at) })
            : null;
        if (changed is not { Count: > 0 and <= MostPlaces })
        {
            return [.. places.Where(place => place.IsLearned)];
        }

        bool isAllKnown = changed.TrueForAll(place => Find(places, place) is not null);
        IEnumerable<VolatilePlace> now = changed.Select(place => Find(places, place) is { } known
            ? known with { Changes = known.Changes + (isAllKnown ? 1 : 0), Said = place.Said, Still = 0 }
            : place);
        IEnumerable<VolatilePlace> others = places.Where(place => place.IsLearned && Find([.. changed], place) is null);
        return [.. now.Concat(others).Take(MostPlaces)];
    }

    /// <summary>Whether both lists have the same learned places.</summary>
    public static bool AreSame(ImmutableArray<VolatilePlace> left, ImmutableArray<VolatilePlace> right) =>
        left.Where(place => place.IsLearned).Select(place => (place.Before, place.After))
            .SequenceEqual(right.Where(place => place.IsLearned).Select(place => (place.Before, place.After)));

    private static uint? SaidAt(WordStream stream, VolatilePlace place) =>
        stream.Find(place) is { } at ? stream.HashOf(at) : null;

    private static VolatilePlace? Find(ImmutableArray<VolatilePlace> places, VolatilePlace wanted) =>
        places.FirstOrDefault(place => place.Before == wanted.Before && place.After == wanted.After);
}

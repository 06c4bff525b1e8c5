using System.Collections.Immutable;

namespace NewsDiff.Tracking.Articles;

/// <summary>Learns what varies: numbers of readers, shares, minutes; paragraphs of quotations and teasers.</summary>
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
    public static ImmutableArray<VolatilePlace> AfterSight(
        ImmutableArray<VolatilePlace> places, Article seen, DateTimeOffset now)
    {
        if (places.IsEmpty)
        {
            return places;
        }

        var stream = new WordStream(seen);
        return [.. places.Select(place => place.See(SaidAt(stream, place), now)).OfType<VolatilePlace>()];
    }

    /// <summary>The places after a change.</summary>
    /// <remarks>
    /// A change counts for a place only when nothing changed elsewhere: a number that changes with the text around it
    /// is part of the story.
    /// </remarks>
    public static ImmutableArray<VolatilePlace> AfterChange(
        ImmutableArray<VolatilePlace> places, Article before, Article after, DateTimeOffset now)
    {
        var stream = new WordStream(after);
        List<VolatilePlace>? changed = before.Title == after.Title
            ? ChangedWords.Find(
                new WordStream(before),
                stream,
                (start, end) => Find(places, stream.PlaceAt(start, end, isBlock: true)) is not null)
                ?.ConvertAll(at => stream.PlaceAt(at.Start, at.End, at.IsBlock)
                    .Change(stream.HashOf((at.Start, at.End)), counts: true, now))
            : null;
        if (changed is not { Count: > 0 and <= MostPlaces }
            || WordTypes.OfBody(stream.Without(changed.Where(place => place.IsBlock))).Count < LeastWords)
        {
            return [.. places.Where(place => place.IsLearned)];
        }

        bool isAllKnown = changed.TrueForAll(place => Find(places, place) is not null);
        IEnumerable<VolatilePlace> noted = changed.Select(
            place => Find(places, place)?.Change(place.Said, isAllKnown, now) ?? place);
        IEnumerable<VolatilePlace> others = places.Where(place => place.IsLearned && Find([.. changed], place) is null);
        return [.. noted.Concat(others).Take(MostPlaces)];
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

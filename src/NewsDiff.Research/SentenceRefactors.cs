using System.Collections.Immutable;

namespace NewsDiff.Research;

/// <summary>Finds the links of sentences that were moved on purpose.</summary>
/// <remarks>
/// The rule of NewsEdits (Spangher, Ren, May and Peng 2022). Only sentences with links count, so that additions and
/// deletions move nothing. Two links cross when their order differs on both sides. While any cross, the link that
/// crosses most others is removed and is a refactor. Ties go to the link that moved farthest, then to one that moved
/// up, then to the first by old place, then by new place.
/// </remarks>
public static class SentenceRefactors
{
    /// <summary>Finds the refactors among links.</summary>
    /// <param name="links">The indexes of the old and the new sentence of each link, each link once.</param>
    /// <returns>The refactors, in the order of their removal.</returns>
    public static ImmutableArray<(int Old, int New)> Find(IEnumerable<(int Old, int New)> links)
    {
        ArgumentNullException.ThrowIfNull(links);
        List<(int Old, int New)> left = [.. links.Order()];
        if (IsInOrder(left))
        {
            return [];
        }

        Dictionary<int, int> oldPlaces = Number(left.Select(static link => link.Old));
        Dictionary<int, int> newPlaces = Number(left.Select(static link => link.New));
        List<Place> places = [.. left.Select(link => new Place(link, oldPlaces[link.Old], newPlaces[link.New]))];
        int[] crossings = [.. places.Select(place => places.Count(place.Crosses))];
        ImmutableArray<(int Old, int New)>.Builder refactors = ImmutableArray.CreateBuilder<(int Old, int New)>();
        while (FindWorst(places, crossings) is var worst and >= 0)
        {
            refactors.Add(places[worst].Link);
            for (int i = 0; i < places.Count; i++)
            {
                crossings[i] -= crossings[i] > 0 && places[i].Crosses(places[worst]) ? 1 : 0;
            }

            places[worst] = places[worst] with { IsTaken = true };
            crossings[worst] = 0;
        }

        return refactors.DrainToImmutable();
    }

    // Most versions move nothing, which one pass shows.
    private static bool IsInOrder(List<(int Old, int New)> links)
    {
        int last = -1;
        int lastOfEarlier = -1;
        for (int i = 0; i < links.Count; i++)
        {
            lastOfEarlier = i > 0 && links[i - 1].Old != links[i].Old ? last : lastOfEarlier;
            if (links[i].New < lastOfEarlier)
            {
                return false;
            }

            last = Math.Max(last, links[i].New);
        }

        return true;
    }

    private static int FindWorst(List<Place> places, int[] crossings)
    {
        int worst = -1;
        for (int i = 0; i < places.Count; i++)
        {
            if (crossings[i] > 0 && (worst < 0 || IsWorse(i, worst)))
            {
                worst = i;
            }
        }

        return worst;

        bool IsWorse(int left, int right) =>
            (crossings[left], places[left].Distance, places[left].IsUp ? 1 : 0)
                .CompareTo((crossings[right], places[right].Distance, places[right].IsUp ? 1 : 0)) > 0;
    }

    private static Dictionary<int, int> Number(IEnumerable<int> indexes) =>
        indexes.Distinct().Order().Select((index, place) => (index, place)).ToDictionary();

    private sealed record Place((int Old, int New) Link, int Old, int New)
    {
        internal bool IsTaken { get; init; }

        internal int Distance => Math.Abs(New - Old);

        internal bool IsUp => New < Old;

        internal bool Crosses(Place other) =>
            !IsTaken && !other.IsTaken && (long)(Old - other.Old) * (New - other.New) < 0;
    }
}

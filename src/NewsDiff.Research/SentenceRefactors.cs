using System.Collections.Immutable;

namespace NewsDiff.Research;

/// <summary>Finds the links of sentences that were moved on purpose.</summary>
/// <remarks>
/// The rule of NewsEdits (Spangher, Ren, May and Peng 2022). Only sentences with links count, so that additions and
/// deletions move nothing. Two links cross when their order differs on both sides. While any cross, the link that
/// crosses most others is removed and is a refactor. Ties go to the link that moved farthest, then to one that moved
/// up, then to the first by old place, then by new place. Of more than 4,096 links that cross others, all that are not
/// in the longest row without crossings are refactors, in their order.
/// </remarks>
public static class SentenceRefactors
{
    // The rule compares each link with each other.
    private const int MostLinks = 4096;

    /// <summary>Finds the refactors among links.</summary>
    /// <param name="links">The indexes of the old and the new sentence of each link, each link once.</param>
    /// <returns>The refactors, in the order of their removal.</returns>
    public static ImmutableArray<(int Old, int New)> Find(IEnumerable<(int Old, int New)> links)
    {
        ArgumentNullException.ThrowIfNull(links);
        List<(int Old, int New)> all = [.. links];
        all.Sort(static (left, right) => left.Old != right.Old ? left.Old - right.Old : left.New - right.New);
        HashSet<(int Old, int New)> crossing = FindCrossing(all);
        if (crossing.Count == 0)
        {
            return [];
        }

        if (crossing.Count > MostLinks)
        {
            return FindOutsideRow(all.FindAll(crossing.Contains));
        }

        Dictionary<int, int> oldPlaces = Number(all.Select(static link => link.Old));
        Dictionary<int, int> newPlaces = Number(all.Select(static link => link.New));
        return RemoveWorst(
        [
            .. all.Where(crossing.Contains).Select(link => new Place(link, oldPlaces[link.Old], newPlaces[link.New])),
        ]);
    }

    private static ImmutableArray<(int Old, int New)> RemoveWorst(List<Place> places)
    {
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

    /// <summary>The links that cross any other; most versions move nothing.</summary>
    private static HashSet<(int Old, int New)> FindCrossing(List<(int Old, int New)> links)
    {
        HashSet<(int Old, int New)> crossing = [];
        int last = -1;
        int lastOfEarlier = -1;
        for (int i = 0; i < links.Count; i++)
        {
            lastOfEarlier = i > 0 && links[i - 1].Old != links[i].Old ? last : lastOfEarlier;
            last = Math.Max(last, links[i].New);
            if (links[i].New < lastOfEarlier)
            {
                crossing.Add(links[i]);
            }
        }

        int first = int.MaxValue;
        int firstOfLater = int.MaxValue;
        for (int i = links.Count - 1; i >= 0; i--)
        {
            firstOfLater = i + 1 < links.Count && links[i + 1].Old != links[i].Old ? first : firstOfLater;
            first = Math.Min(first, links[i].New);
            if (links[i].New > firstOfLater)
            {
                crossing.Add(links[i]);
            }
        }

        return crossing;
    }

    /// <summary>The links that are not in the longest row without crossings.</summary>
    private static ImmutableArray<(int Old, int New)> FindOutsideRow(List<(int Old, int New)> links)
    {
        // The last link of the best row of each length (Fredman 1975).
        List<int> ends = [];
        int[] before = new int[links.Count];
        for (int i = 0; i < links.Count; i++)
        {
            int start = 0;
            int end = ends.Count;
            while (start < end)
            {
                int middle = (start + end) / 2;
                (start, end) = links[ends[middle]].New <= links[i].New ? (middle + 1, end) : (start, middle);
            }

            before[i] = start > 0 ? ends[start - 1] : -1;
            if (start == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[start] = i;
            }
        }

        bool[] isInRow = new bool[links.Count];
        for (int i = ends[^1]; i >= 0; i = before[i])
        {
            isInRow[i] = true;
        }

        return [.. links.Where((_, index) => !isInRow[index])];
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

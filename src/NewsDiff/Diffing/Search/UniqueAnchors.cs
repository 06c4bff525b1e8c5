using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Search;

/// <summary>Divides a large rectangle at tokens that occur once on both sides.</summary>
/// <remarks>
/// It keeps the largest set of tokens that are in the same order on both sides, as patience diff (Cohen) does. A token
/// counts only when two tokens beside it match too, which rarely happens by chance.
/// </remarks>
internal sealed class UniqueAnchors
{
    private const int LeastRun = 3;
    private const int Several = -1;

    private readonly List<(int Old, int New)> _pairs = [];
    private readonly IncreasingChain _chain = new();
    private Places[] _places = [];

    internal void Prepare(int idCount)
    {
        if (_places.Length < idCount)
        {
            _places = new Places[Math.Max(idCount, _places.Length * 2)];
        }
    }

    /// <summary>Divides a rectangle at tokens that occur once on both sides of the whole comparison.</summary>
    internal bool TryDivide(
        ReadOnlySpan<int> oldIds,
        ReadOnlySpan<int> newIds,
        Box box,
        ReadOnlySpan<(int Old, int New)> unique,
        Span<int> matches,
        Stack<Box> parts)
    {
        // Every pair is written, and overwritten by the next one if it does not count: a branch would be unpredictable.
        CollectionsMarshal.SetCount(_pairs, unique.Length);
        Span<(int Old, int New)> pairs = CollectionsMarshal.AsSpan(_pairs);
        int count = 0;
        foreach ((int old, int @new) in unique)
        {
            pairs[count] = (old, @new);
            count += box.Contains(old, @new) && IsInRun(oldIds, newIds, box, old, @new) ? 1 : 0;
        }

        CollectionsMarshal.SetCount(_pairs, count);

        return TryDivideAtPairs(oldIds, newIds, box, matches, parts);
    }

    /// <summary>Divides a rectangle at tokens that occur once on both of its own sides.</summary>
    internal bool TryDivide(
        ReadOnlySpan<int> oldIds,
        ReadOnlySpan<int> newIds,
        Box box,
        Span<int> matches,
        Stack<Box> parts)
    {
        FindPairs(oldIds, newIds, box);
        return TryDivideAtPairs(oldIds, newIds, box, matches, parts);
    }

    private bool TryDivideAtPairs(
        ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, Span<int> matches, Stack<Box> parts)
    {
        int last = _chain.Find(CollectionsMarshal.AsSpan(_pairs));
        if (last < 0)
        {
            return false;
        }

        int oldEnd = box.OldEnd;
        int newEnd = box.NewEnd;
        for (int p = last; p >= 0; p = _chain.Before(p))
        {
            (int old, int @new) = _pairs[p];
            matches[old] = @new;
            Push(oldIds, newIds, new Box(old + 1, oldEnd, @new + 1, newEnd), matches, parts);
            oldEnd = old;
            newEnd = @new;
        }

        Push(oldIds, newIds, new Box(box.OldStart, oldEnd, box.NewStart, newEnd), matches, parts);
        return true;
    }

    // Most anchors are consecutive, or have only equal tokens between them.
    private static void Push(
        ReadOnlySpan<int> oldIds,
        ReadOnlySpan<int> newIds,
        Box box,
        Span<int> matches,
        Stack<Box> parts)
    {
        if (!box.IsEmpty)
        {
            Box rest = EqualEnds.Cut(oldIds, newIds, box, matches);
            if (!rest.IsEmpty)
            {
                parts.Push(rest);
            }
        }
    }

    private void FindPairs(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box)
    {
        _pairs.Clear();
        for (int i = box.OldStart; i < box.OldEnd; i++)
        {
            ref int place = ref _places[oldIds[i]].Old;
            place = place == 0 ? i + 1 : Several;
        }

        for (int j = box.NewStart; j < box.NewEnd; j++)
        {
            ref int place = ref _places[newIds[j]].New;
            place = place == 0 ? j + 1 : Several;
        }

        for (int i = box.OldStart; i < box.OldEnd; i++)
        {
            ref Places places = ref _places[oldIds[i]];
            if (places.Old == i + 1 && places.New > 0 && IsInRun(oldIds, newIds, box, i, places.New - 1))
            {
                _pairs.Add((i, places.New - 1));
            }

            places = default;
        }

        for (int j = box.NewStart; j < box.NewEnd; j++)
        {
            _places[newIds[j]] = default;
        }
    }

    // Whether a pair is part of a run of at least three that match.
    private static bool IsInRun(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, int i, int j)
    {
        const int Beside = LeastRun - 1;
        if (box.Contains(i - Beside, j - Beside) && box.Contains(i + Beside, j + Beside))
        {
            // All five places are compared, because where a loop over them ends is unpredictable.
            ReadOnlySpan<int> old = oldIds.Slice(i - Beside, (2 * Beside) + 1);
            ReadOnlySpan<int> @new = newIds.Slice(j - Beside, (2 * Beside) + 1);
            bool isBefore = old[1] == @new[1];
            bool isAfter = old[3] == @new[3];
            return (isBefore & (isAfter | (old[0] == @new[0]))) | (isAfter & (old[4] == @new[4]));
        }

        int run = 1;
        for (int k = 1;
            run < LeastRun && i - k >= box.OldStart && j - k >= box.NewStart && oldIds[i - k] == newIds[j - k];
            k++)
        {
            run++;
        }

        for (int k = 1;
            run < LeastRun && i + k < box.OldEnd && j + k < box.NewEnd && oldIds[i + k] == newIds[j + k];
            k++)
        {
            run++;
        }

        return run >= LeastRun;
    }

    /// <summary>The place of a token on either side.</summary>
    /// <remarks>Place plus one; 0 for nowhere, -1 for several places.</remarks>
    private struct Places
    {
        internal int Old;
        internal int New;
    }
}

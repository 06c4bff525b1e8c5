using System.Runtime.InteropServices;

namespace NewsDiff.Diffing;

/// <summary>Divides a large rectangle at tokens that occur once on both sides, in the longest common order.</summary>
/// <remarks>The idea of patience diff (Cohen); a token counts only when a neighbour matches too, which chance seldom does.</remarks>
internal sealed class UniqueAnchors
{
    private readonly List<(int Old, int New)> _pairs = [];
    private readonly IncreasingChain _chain = new();
    private int[] _oldCount = [];
    private int[] _newCount = [];
    private int[] _newPlace = [];

    internal void Prepare(int idCount)
    {
        if (_oldCount.Length < idCount)
        {
            int size = Math.Max(idCount, _oldCount.Length * 2);
            _oldCount = new int[size];
            _newCount = new int[size];
            _newPlace = new int[size];
        }
    }

    internal void Trim(int capacity)
    {
        if (_oldCount.Length > capacity)
        {
            _oldCount = [];
            _newCount = [];
            _newPlace = [];
        }

        if (_pairs.Capacity > capacity)
        {
            _pairs.Clear();
            _pairs.Capacity = 0;
            _chain.Trim(capacity);
        }
    }

    internal bool TryDivide(
        ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, Span<int> matches, Stack<Box> parts)
    {
        FindPairs(oldIds, newIds, box);
        if (_pairs.Count == 0)
        {
            return false;
        }

        int last = _chain.Find(CollectionsMarshal.AsSpan(_pairs));
        int oldEnd = box.OldEnd;
        int newEnd = box.NewEnd;
        for (int p = last; p >= 0; p = _chain.Before(p))
        {
            (int old, int @new) = _pairs[p];
            matches[old] = @new;
            parts.Push(new Box(old + 1, oldEnd, @new + 1, newEnd));
            oldEnd = old;
            newEnd = @new;
        }

        parts.Push(new Box(box.OldStart, oldEnd, box.NewStart, newEnd));
        return true;
    }

    private void FindPairs(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box)
    {
        _pairs.Clear();
        for (int i = box.OldStart; i < box.OldEnd; i++)
        {
            _oldCount[oldIds[i]]++;
        }

        for (int j = box.NewStart; j < box.NewEnd; j++)
        {
            _newCount[newIds[j]]++;
            _newPlace[newIds[j]] = j;
        }

        for (int i = box.OldStart; i < box.OldEnd; i++)
        {
            int id = oldIds[i];
            if (_oldCount[id] == 1 && _newCount[id] == 1 && HasMatchingNeighbour(oldIds, newIds, box, i, _newPlace[id]))
            {
                _pairs.Add((i, _newPlace[id]));
            }
        }

        for (int i = box.OldStart; i < box.OldEnd; i++)
        {
            _oldCount[oldIds[i]] = 0;
        }

        for (int j = box.NewStart; j < box.NewEnd; j++)
        {
            _newCount[newIds[j]] = 0;
        }
    }

    private static bool HasMatchingNeighbour(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, int i, int j) =>
        (i > box.OldStart && j > box.NewStart && oldIds[i - 1] == newIds[j - 1])
        || (i + 1 < box.OldEnd && j + 1 < box.NewEnd && oldIds[i + 1] == newIds[j + 1]);
}

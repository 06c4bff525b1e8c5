namespace NewsDiff.Diffing;

/// <summary>Divides a large rectangle at tokens that occur once on both sides, in the longest common order.</summary>
/// <remarks>The idea of patience diff (Cohen); a token counts only when a neighbour matches too, which chance seldom does.</remarks>
internal sealed class UniqueAnchors
{
    private readonly List<(int Old, int New)> _pairs = [];
    private readonly List<int> _tails = [];
    private int[] _oldCount = [];
    private int[] _newCount = [];
    private int[] _newPlace = [];
    private int[] _before = [];

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
            _pairs.Capacity = 0;
            _tails.Capacity = 0;
            _before = [];
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

        int last = LongestIncreasing();
        int oldEnd = box.OldEnd;
        int newEnd = box.NewEnd;
        for (int p = last; p >= 0; p = _before[p])
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

    // Patience sorting: the pairs come in old order; keeps the longest chain that is in new order too.
    private int LongestIncreasing()
    {
        if (_before.Length < _pairs.Count)
        {
            _before = new int[Math.Max(_pairs.Count, _before.Length * 2)];
        }

        _tails.Clear();
        for (int p = 0; p < _pairs.Count; p++)
        {
            int low = 0;
            int high = _tails.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                if (_pairs[_tails[middle]].New < _pairs[p].New)
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            _before[p] = low == 0 ? -1 : _tails[low - 1];
            if (low == _tails.Count)
            {
                _tails.Add(p);
            }
            else
            {
                _tails[low] = p;
            }
        }

        return _tails[^1];
    }
}

using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Moves;

/// <summary>Numbers grams (a few words in a row); equal grams have the same number.</summary>
/// <remarks>
/// A gram begins at every word, and ends as soon as it weighs as much as four words. Grams are compared word by word:
/// equal hashes never suffice. The hashes differ from process to process, so that no text can make them collide.
/// </remarks>
internal sealed class GramIndex
{
    /// <summary>The least weight of a gram.</summary>
    internal const int Weight = 4 * MoveSide.WordWeight;

    private const int NoGram = -1;

    private static readonly ulong Factor = TextHash.RandomFactor();

    private readonly MoveSide _old;
    private readonly int[] _slots;
    private readonly int[] _counts;
    private readonly int[] _last;
    private readonly int[] _previous;
    private readonly int _shift;

    internal GramIndex(MoveSide old)
    {
        _old = old;
        int bits = 4;
        while (1 << bits < old.Count * 2)
        {
            bits++;
        }

        _shift = 64 - bits;
        _slots = new int[1 << bits];
        _counts = new int[old.Count];
        _last = new int[old.Count];
        _previous = new int[old.Count];
        for (int i = 0; i < old.Count; i++)
        {
            Add(i);
        }
    }

    /// <summary>The number of words examined so far.</summary>
    internal long Looks { get; private set; }

    /// <summary>Finds the first old place of the gram at a word; negative if none.</summary>
    internal int Find(MoveSide side, int start)
    {
        int length = LengthAt(side, start);
        int slot = length == 0 ? 0 : SlotOf(side, start, length);
        return length == 0 ? NoGram : _slots[slot] - 1;
    }

    /// <summary>How often a gram occurs on the old side.</summary>
    internal int CountOf(int gram) => _counts[gram];

    /// <summary>The last old word at which a gram begins.</summary>
    internal int LastOf(int gram) => _last[gram];

    /// <summary>The previous old word at which the same gram begins; negative if there is none.</summary>
    internal int PreviousOf(int place) => _previous[place];

    private void Add(int start)
    {
        _previous[start] = NoGram;
        int length = LengthAt(_old, start);
        if (length == 0)
        {
            return;
        }

        int slot = SlotOf(_old, start, length);
        if (_slots[slot] == 0)
        {
            _slots[slot] = start + 1;
        }

        int gram = _slots[slot] - 1;
        _previous[start] = _counts[gram] == 0 ? NoGram : _last[gram];
        _counts[gram]++;
        _last[gram] = start;
    }

    // The slot that holds the gram, or the free one where it belongs.
    private int SlotOf(MoveSide side, int start, int length)
    {
        ulong hash = (ulong)length;
        for (int i = start; i < start + length; i++)
        {
            hash = (hash + (ulong)side[i].Id + 1) * Factor;
            hash ^= hash >> 29;
        }

        int slot = (int)((hash * Factor) >> _shift);
        while (_slots[slot] != 0 && !IsGram(_slots[slot] - 1, side, start, length))
        {
            slot = (slot + 1) & (_slots.Length - 1);
        }

        return slot;
    }

    private bool IsGram(int oldStart, MoveSide side, int start, int length)
    {
        for (int i = 0; i < length; i++)
        {
            Looks++;
            if (_old[oldStart + i].Id != side[start + i].Id)
            {
                return false;
            }
        }

        return true;
    }

    // Equal words weigh the same, so equal grams are equally long.
    private int LengthAt(MoveSide side, int start)
    {
        int end = start;
        while (side[end].Id >= 0)
        {
            end++;
            Looks++;
            if (side.Weigh(start, end) >= Weight)
            {
                return end - start;
            }
        }

        return 0;
    }
}

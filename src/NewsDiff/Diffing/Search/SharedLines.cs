using System.Runtime.InteropServices;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Diffing.Search;

/// <summary>Finds lines that occur once in each text, in the same order.</summary>
/// <remarks>
/// Patience diff (Cohen) over hashed lines; of lines that changed places, those with more text are kept. Only certain
/// matches count: a line that occurs twice is left to the comparison of words, unless it is next to a certain one. The
/// text between is compared as a whole, not line by line.
/// </remarks>
internal sealed class SharedLines
{
    private const int ShortText = 160;

    private readonly LineList _old = new();
    private readonly LineList _new = new();
    private readonly List<(int Old, int New)> _pairs = [];
    private readonly List<int> _weights = [];
    private bool _areInOrder;
    private readonly WeightedChain _chain = new();
    private readonly CrossedLines _crossed = new();
    private int[] _slots = new int[64];

    /// <summary>The equal stretches, in order and in characters: runs of consecutive shared lines.</summary>
    internal List<Box> Stretches { get; } = [];

    /// <summary>How many characters of the old text the stretches cover.</summary>
    /// <remarks>White space between lines may differ in the new text.</remarks>
    internal int SharedLength { get; private set; }

    internal void Find(ReadOnlySpan<char> oldText, ReadOnlySpan<char> newText)
    {
        Stretches.Clear();
        SharedLength = 0;
        if (oldText.Length < ShortText || newText.Length < ShortText)
        {
            return;
        }

        _old.Read(oldText);
        _new.Read(newText, _old, oldText);
        if (_old.Count < 2 || _new.Count < 2)
        {
            return;
        }

        FindPairs(oldText, newText);
        int last = _areInOrder ? _pairs.Count - 1 : FindHeaviest();
        for (; last >= 0; last = _areInOrder ? last - 1 : _chain.Before(last))
        {
            AddStretch(oldText, newText, _pairs[last]);
        }

        Stretches.Reverse();
        _crossed.Drop(oldText, newText, Stretches);
        foreach (Box stretch in Stretches)
        {
            SharedLength += stretch.OldLength;
        }
    }

    private void FindPairs(ReadOnlySpan<char> oldText, ReadOnlySpan<char> newText)
    {
        _pairs.Clear();
        _areInOrder = true;
        int size = 64;
        while (size < _old.Count * 2)
        {
            size *= 2;
        }

        if (_slots.Length < size)
        {
            _slots = new int[size];
        }

        Span<int> slots = _slots.AsSpan(0, size);
        slots.Clear();
        for (int i = 0; i < _old.Count; i++)
        {
            ref Line line = ref _old[i];
            ref int slot = ref FindSlot(slots, oldText, line, oldText);
            if (slot == 0)
            {
                slot = i + 1;
            }

            _old[i].First = slot - 1;
            _old[slot - 1].OldCount++;
        }

        for (int j = 0; j < _new.Count; j++)
        {
            ref Line line = ref _new[j];
            int first = line.Twin >= 0 ? _old[line.Twin].First : FindSlot(slots, oldText, line, newText) - 1;
            if (first >= 0)
            {
                _old[first].NewCount++;
                _old[first].Partner = j;
            }
        }

        for (int i = 0; i < _old.Count; i++)
        {
            if (_old[i] is { OldCount: 1, NewCount: 1 })
            {
                _areInOrder &= _pairs.Count == 0 || _pairs[^1].New < _old[i].Partner;
                _pairs.Add((i, _old[i].Partner));
            }
        }
    }

    // Of lines that changed places, those with more text are kept.
    private int FindHeaviest()
    {
        _weights.Clear();
        foreach ((int old, _) in _pairs)
        {
            _weights.Add(_old[old].End - _old[old].Start);
        }

        return _chain.Find(CollectionsMarshal.AsSpan(_pairs), CollectionsMarshal.AsSpan(_weights), _new.Count);
    }

    private ref int FindSlot(Span<int> slots, ReadOnlySpan<char> oldText, in Line line, ReadOnlySpan<char> text)
    {
        int mask = slots.Length - 1;
        int slot = (int)line.Hash & mask;
        while (slots[slot] != 0)
        {
            ref Line known = ref _old[slots[slot] - 1];
            if (known.Hash == line.Hash && known.In(oldText).SequenceEqual(line.In(text)))
            {
                break;
            }

            slot = (slot + 1) & mask;
        }

        return ref slots[slot];
    }

    // Extends a match from a certain line to its equal neighbours. The chain is walked from its end, so what follows is
    // known already.
    private void AddStretch(ReadOnlySpan<char> oldText, ReadOnlySpan<char> newText, (int Old, int New) sure)
    {
        Box limit = Stretches.Count == 0 ? new Box(0, int.MaxValue, 0, int.MaxValue) : Stretches[^1];
        int oldEnd = Stretches.Count == 0 ? oldText.Length : limit.OldStart;
        int newEnd = Stretches.Count == 0 ? newText.Length : limit.NewStart;
        (int first, int firstNew) = sure;
        (int last, int lastNew) = sure;
        while (last + 1 < _old.Count && lastNew + 1 < _new.Count
            && _old[last + 1].End <= oldEnd && _new[lastNew + 1].End <= newEnd
            && Follow(oldText, newText, _old[last], _old[last + 1], _new[lastNew], _new[lastNew + 1]))
        {
            last++;
            lastNew++;
        }

        var stretch = new Box(_old[first].Start, _old[last].End, _new[firstNew].Start, _new[lastNew].End);
        if (Stretches.Count > 0
            && oldText[stretch.OldEnd..limit.OldStart].SequenceEqual(newText[stretch.NewEnd..limit.NewStart])
            && oldText[stretch.OldEnd..limit.OldStart].IsWhiteSpace())
        {
            Stretches[^1] = limit with { OldStart = stretch.OldStart, NewStart = stretch.NewStart };
        }
        else
        {
            Stretches.Add(stretch);
        }
    }

    private static bool Follow(
        ReadOnlySpan<char> oldText, ReadOnlySpan<char> newText, in Line old, in Line oldNext, in Line @new,
        in Line newNext) =>
        oldNext.Hash == newNext.Hash
        && oldText[old.End..oldNext.End].SequenceEqual(newText[@new.End..newNext.End]);
}

using System.Numerics;

namespace NewsDiff.Diffing.Search;

/// <summary>Finds a longest common subsequence by bit-parallel rows, 64 columns at a time.</summary>
/// <remarks>
/// See Hyyrö 2004; Crochemore et al. 2001. A zero bit in a row marks a column where the length grows. All rows are
/// kept, so that the matches can be read back.
/// </remarks>
internal sealed class BitParallelSearch
{
    // If a token is in more places than this, they are laid out as bits; otherwise they are visited one by one.
    private const int FewPlaces = 3;

    private ulong[] _rows = [];
    private ulong[] _masks = [];
    private int _maskCount;
    private Places[] _places = [];
    private ulong[] _narrowMasks = [];
    private int[] _next = [];

    internal void Prepare(int idCount)
    {
        if (_places.Length < idCount)
        {
            _places = new Places[Math.Max(idCount, _places.Length * 2)];
            _narrowMasks = new ulong[_places.Length];
        }
    }

    internal void Match(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, Span<int> matches)
    {
        ReadOnlySpan<int> old = oldIds[box.OldStart..box.OldEnd];
        ReadOnlySpan<int> @new = newIds[box.NewStart..box.NewEnd];
        if (@new.Length <= 64)
        {
            MatchNarrow(old, @new);
            ReadBack(box, words: 1, matches);
            return;
        }

        int words = (@new.Length + 63) / 64;
        Reserve(old.Length, @new.Length, words);
        ListPlaces(@new);
        Span<ulong> previous = _rows.AsSpan(0, words);
        previous.Fill(ulong.MaxValue);
        for (int i = 0; i < old.Length; i++)
        {
            Span<ulong> row = _rows.AsSpan((i + 1) * words, words);
            ref Places places = ref _places[old[i]];
            if (places.Count <= FewPlaces)
            {
                ComputeRow(previous, row, places.First);
            }
            else
            {
                ComputeRow(previous, row, MaskOf(ref places, words));
            }

            previous = row;
        }

        foreach (int id in @new)
        {
            _places[id] = default;
        }

        ReadBack(box, words, matches);
    }

    // For at most 64 columns: a row is one integer, and so is the mask of a token.
    private void MatchNarrow(ReadOnlySpan<int> old, ReadOnlySpan<int> @new)
    {
        for (int j = 0; j < @new.Length; j++)
        {
            _narrowMasks[@new[j]] |= 1UL << j;
        }

        if (_rows.Length <= old.Length)
        {
            _rows = new ulong[Math.Max(old.Length + 1, _rows.Length * 2)];
        }

        ulong row = ulong.MaxValue;
        _rows[0] = row;
        for (int i = 0; i < old.Length; i++)
        {
            ulong kept = row & _narrowMasks[old[i]];
            row = (row + kept) | (row & ~kept);
            _rows[i + 1] = row;
        }

        foreach (int id in @new)
        {
            _narrowMasks[id] = 0;
        }
    }

    private static void ComputeRow(ReadOnlySpan<ulong> previous, Span<ulong> row, ReadOnlySpan<ulong> mask)
    {
        ulong carry = 0;
        for (int w = 0; w < row.Length; w++)
        {
            ulong v = previous[w];
            ulong u = v & mask[w];
            ulong sum = v + u;
            ulong total = sum + carry;
            carry = (sum < v ? 1UL : 0) | (total < sum ? 1UL : 0);
            row[w] = total | (v & ~u);
        }
    }

    // A 64-bit word of the row changes only where the token occurs or a carry arrives; all others are copied.
    private void ComputeRow(ReadOnlySpan<ulong> previous, Span<ulong> row, int place)
    {
        previous.CopyTo(row);
        while (place != 0)
        {
            int word = (place - 1) >> 6;
            ulong carry = 0;
            do
            {
                ulong mask = 0;
                for (; place != 0 && (place - 1) >> 6 == word; place = _next[place - 1])
                {
                    mask |= 1UL << (place - 1);
                }

                ulong v = row[word];
                ulong u = v & mask;
                ulong sum = v + u;
                ulong total = sum + carry;
                carry = (sum < v ? 1UL : 0) | (total < sum ? 1UL : 0);
                row[word++] = total | (v & ~u);
            }
            while (carry != 0 && word < row.Length);
        }
    }

    private Span<ulong> MaskOf(ref Places places, int words)
    {
        if (places.Mask > 0)
        {
            return _masks.AsSpan((places.Mask - 1) * words, words);
        }

        places.Mask = ++_maskCount;
        if (_masks.Length < _maskCount * words)
        {
            Array.Resize(ref _masks, Math.Max(_maskCount * words, _masks.Length * 2));
        }

        Span<ulong> mask = _masks.AsSpan((places.Mask - 1) * words, words);
        mask.Clear();
        for (int place = places.First; place != 0; place = _next[place - 1])
        {
            mask[(place - 1) >> 6] |= 1UL << (place - 1);
        }

        return mask;
    }

    private void Reserve(int rows, int columns, int words)
    {
        _maskCount = 0;
        long cells = (rows + 1L) * words;
        if (_rows.Length < cells)
        {
            _rows = new ulong[cells];
        }

        if (_next.Length < columns)
        {
            _next = new int[columns];
        }
    }

    // Chains the places of every id in the new sequence, from the first to the last; 0 ends a chain.
    private void ListPlaces(ReadOnlySpan<int> ids)
    {
        for (int j = ids.Length - 1; j >= 0; j--)
        {
            ref Places places = ref _places[ids[j]];
            _next[j] = places.First;
            places.First = j + 1;
            places.Count++;
        }
    }

    private void ReadBack(Box box, int words, Span<int> matches)
    {
        int i = box.OldLength;
        int j = box.NewLength;
        while ((j = LastGrowth(i, j, words)) > 0)
        {
            // Goes up to the first row in which the length grows in this column: the token was matched there.
            int word = (j - 1) >> 6;
            ulong bit = 1UL << (j - 1);
            while ((_rows[((i - 1) * words) + word] & bit) == 0)
            {
                i--;
            }

            i--;
            j--;
            matches[box.OldStart + i] = box.NewStart + j;
        }
    }

    // The last column, up to a given one, in which the length grows in a row; 0 for none.
    private int LastGrowth(int row, int column, int words)
    {
        if (column == 0)
        {
            return 0;
        }

        int word = (column - 1) >> 6;
        ulong growths = ~_rows[(row * words) + word] & (ulong.MaxValue >> (63 - ((column - 1) & 63)));
        while (growths == 0)
        {
            if (--word < 0)
            {
                return 0;
            }

            growths = ~_rows[(row * words) + word];
        }

        return (word * 64) + 64 - BitOperations.LeadingZeroCount(growths);
    }

    /// <summary>The occurrences of a token in the new sequence.</summary>
    /// <remarks>The head of its chain, the chain's length, and its row of bits; 0 for none.</remarks>
    private struct Places
    {
        internal int First;
        internal int Count;
        internal int Mask;
    }
}

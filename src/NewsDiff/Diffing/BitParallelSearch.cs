namespace NewsDiff.Diffing;

/// <summary>The longest common subsequence by bit-parallel rows (Hyyrö 2004; Crochemore et al. 2001), 64 columns at a time.</summary>
/// <remarks>
/// A zero bit in a row marks a column where the length grows. All rows are kept, so that the matches can be read back.
/// </remarks>
internal sealed class BitParallelSearch
{
    private ulong[] _rows = [];
    private int[] _first = [];
    private int[] _next = [];

    internal void Prepare(int idCount)
    {
        if (_first.Length < idCount)
        {
            _first = new int[Math.Max(idCount, _first.Length * 2)];
        }
    }

    internal void Trim(int capacity)
    {
        if (_rows.Length > capacity)
        {
            _rows = [];
        }

        if (_first.Length > capacity)
        {
            _first = [];
        }
    }

    internal void Match(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, Span<int> matches)
    {
        ReadOnlySpan<int> old = oldIds[box.OldStart..box.OldEnd];
        ReadOnlySpan<int> @new = newIds[box.NewStart..box.NewEnd];
        int words = (@new.Length + 63) / 64;
        Reserve(old.Length, @new.Length, words);
        ListPlaces(@new);
        Span<ulong> previous = _rows.AsSpan(0, words);
        previous.Fill(ulong.MaxValue);
        for (int i = 0; i < old.Length; i++)
        {
            Span<ulong> row = _rows.AsSpan((i + 1) * words, words);
            ComputeRow(previous, row, old[i]);
            previous = row;
        }

        foreach (int id in @new)
        {
            _first[id] = 0;
        }

        ReadBack(box, words, matches);
    }

    private void Reserve(int rows, int columns, int words)
    {
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
            _next[j] = _first[ids[j]];
            _first[ids[j]] = j + 1;
        }
    }

    // A word of the row changes only where the token stands, or where a carry comes in: all others are copied.
    private void ComputeRow(ReadOnlySpan<ulong> previous, Span<ulong> row, int id)
    {
        previous.CopyTo(row);
        int place = _first[id];
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

    private void ReadBack(Box box, int words, Span<int> matches)
    {
        int i = box.OldLength;
        int j = box.NewLength;
        while (i > 0 && j > 0)
        {
            if (!Grows(i, j, words))
            {
                j--;
            }
            else if (Grows(i - 1, j, words))
            {
                i--;
            }
            else
            {
                i--;
                j--;
                matches[box.OldStart + i] = box.NewStart + j;
            }
        }
    }

    private bool Grows(int row, int column, int words) =>
        (_rows[(row * words) + ((column - 1) >> 6)] & (1UL << (column - 1))) == 0;
}

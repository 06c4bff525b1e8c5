namespace NewsDiff.Diffing.Search;

/// <summary>Myers' greedy search (1986), which gives up after more than a few differing tokens.</summary>
internal sealed class GreedySearch
{
    private const int MaxEdits = 6;

    // The furthest-reaching points of all rounds: round d keeps its d + 1 diagonals -d, -d+2, …, d.
    private readonly int[] _furthest = new int[(MaxEdits + 1) * (MaxEdits + 2) / 2];

    internal bool TryMatch(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, Span<int> matches)
    {
        ReadOnlySpan<int> old = oldIds[box.OldStart..box.OldEnd];
        ReadOnlySpan<int> @new = newIds[box.NewStart..box.NewEnd];
        int goal = old.Length - @new.Length;
        if (Math.Abs(goal) > MaxEdits)
        {
            return false;
        }

        for (int d = 0; d <= MaxEdits; d++)
        {
            // Each diagonal between a point and the goal takes an edit: points too far from it are left out.
            int round = Round(d);
            int first = Math.Max(0, (goal + d - (MaxEdits - d) + 1) >> 1);
            int last = Math.Min(d, (goal + d + (MaxEdits - d)) >> 1);
            for (int step = first; step <= last; step++)
            {
                int diagonal = (2 * step) - d;
                int x = Start(d, step);
                int y = x - diagonal;
                if (x > old.Length || y > @new.Length)
                {
                    // This point is outside the rectangle: it is kept, but nothing better can come from it.
                    _furthest[round + step] = x;
                    continue;
                }

                x += old[x..].CommonPrefixLength(@new[y..]);
                _furthest[round + step] = x;
                if (diagonal == goal && x == old.Length)
                {
                    Trace(box, d, step, matches);
                    return true;
                }
            }
        }

        return false;
    }

    private static int Round(int d) => d * (d + 1) / 2;

    // Diagonal 2·step - d is reached by a deletion from the diagonal below it or by an insertion from the one above it.
    private int Start(int d, int step)
    {
        if (d == 0)
        {
            return 0;
        }

        int previous = Round(d - 1);
        int byDeletion = step > 0 ? _furthest[previous + step - 1] + 1 : -1;
        int byInsertion = step < d ? _furthest[previous + step] : -1;
        return Math.Max(byDeletion, byInsertion);
    }

    private void Trace(Box box, int d, int step, Span<int> matches)
    {
        while (true)
        {
            int diagonal = (2 * step) - d;
            int start = Start(d, step);
            for (int x = start; x < _furthest[Round(d) + step]; x++)
            {
                matches[box.OldStart + x] = box.NewStart + x - diagonal;
            }

            if (d == 0)
            {
                return;
            }

            bool byDeletion = step > 0 && _furthest[Round(d - 1) + step - 1] + 1 == start;
            step = byDeletion ? step - 1 : step;
            d--;
        }
    }
}

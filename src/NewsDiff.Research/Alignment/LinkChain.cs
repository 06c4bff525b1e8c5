namespace NewsDiff.Research.Alignment;

/// <summary>Links sentences of two stretches in order, so that the sum of their likeness is largest.</summary>
/// <remarks>
/// A sentence may have several partners in a row, each of which costs a little: splits and merges. Of chains with equal
/// sums, the one nearer to the diagonal wins, then one chosen by the texts alone, so that comparing backwards gives the
/// mirror image.
/// </remarks>
internal sealed class LinkChain(SentenceBags bags, int least)
{
    // What a further partner costs, in millionths.
    private const int FurtherPartner = 40_000;

    private const int LeastBand = 64;

    private const int DistanceShift = 8;
    private const int ScoreShift = 24;
    private const long Never = long.MinValue / 4;

    /// <summary>Links two stretches; long ones are searched in a band around the diagonal.</summary>
    /// <param name="old">The indexes of old sentences, ascending.</param>
    /// <param name="new">The indexes of new sentences, ascending.</param>
    internal IEnumerable<(int Old, int New)> Find(List<int> old, List<int> @new)
    {
        if (old.Count == 0 || @new.Count == 0)
        {
            return [];
        }

        var table = new Table(old.Count, @new.Count, isBanded: !bags.CanCompareAll(old, @new));
        for (int i = 1; i <= old.Count; i++)
        {
            (int first, int end) = table.Band(i);
            for (int j = first; j < end; j++)
            {
                table.Fill(i, j, Score(old[i - 1], @new[j - 1], table.DistanceFromDiagonal(i, j)));
            }
        }

        return table.ReadBack().Select(cell => (old[cell.Old], @new[cell.New]));
    }

    // The upper bits hold the score; the lower bits hold distance and a number of the texts, both better when lower.
    private long Score(int old, int @new, int distance)
    {
        int likeness = bags.Likeness(old, @new) - least;
        if (likeness <= 0)
        {
            return Never;
        }

        int texts = (bags.OldKey(old) ^ bags.NewKey(@new)) & ((1 << DistanceShift) - 1);
        return ((long)likeness << ScoreShift) - ((long)Math.Min(distance, 0xFFFF) << DistanceShift) - texts;
    }

    /// <summary>For each pair, the best chain that ends with its link, and the best chain of any kind.</summary>
    private sealed class Table
    {
        private readonly int _oldCount;
        private readonly int _newCount;
        private readonly int _half;
        private readonly int _width;
        private readonly long[] _linked;
        private readonly long[] _best;

        internal Table(int oldCount, int newCount, bool isBanded)
        {
            _oldCount = oldCount;
            _newCount = newCount;
            _half = !isBanded
                ? newCount
                : Math.Max(LeastBand, Math.Abs(oldCount - newCount) / oldCount) + (newCount / Math.Max(1, oldCount));
            _width = Math.Min(newCount, (2 * _half) + 1) + 2;
            _linked = new long[(oldCount + 1) * _width];
            _best = new long[(oldCount + 1) * _width];
            _linked.AsSpan().Fill(Never);
        }

        /// <summary>The new places, counted from 1, that are compared with an old one.</summary>
        internal (int First, int End) Band(int old)
        {
            int middle = (int)((long)old * _newCount / _oldCount);
            return (Math.Max(1, middle - _half), Math.Min(_newCount, middle + _half) + 1);
        }

        internal int DistanceFromDiagonal(int old, int @new) =>
            (int)(Math.Abs(((long)old * _newCount) - ((long)@new * _oldCount)) / Math.Max(_oldCount, _newCount));

        internal void Fill(int old, int @new, long score)
        {
            long further = (long)FurtherPartner << ScoreShift;
            long before = Math.Max(
                Best(old - 1, @new - 1), Math.Max(Linked(old - 1, @new), Linked(old, @new - 1)) - further);
            long linked = score == Never ? Never : score + before;
            int cell = Cell(old, @new);
            _linked[cell] = linked;
            _best[cell] = Math.Max(linked, Math.Max(Best(old - 1, @new), Best(old, @new - 1)));
        }

        internal List<(int Old, int New)> ReadBack()
        {
            List<(int Old, int New)> cells = [];
            long further = (long)FurtherPartner << ScoreShift;
            int old = _oldCount;
            int @new = _newCount;
            bool isLinked = false;
            while (old > 0 && @new > 0)
            {
                if (!isLinked && Best(old, @new) != Linked(old, @new))
                {
                    (old, @new) = StepBack(old, @new);
                    continue;
                }

                cells.Add((old - 1, @new - 1));
                long alone = Best(old - 1, @new - 1);
                long merged = Linked(old - 1, @new) - further;
                long split = Linked(old, @new - 1) - further;
                isLinked = alone < Math.Max(merged, split);
                bool isMerge = merged > split
                    || (merged == split && DistanceFromDiagonal(old - 1, @new) <= DistanceFromDiagonal(old, @new - 1));
                (old, @new) = !isLinked ? (old - 1, @new - 1) : isMerge ? (old - 1, @new) : (old, @new - 1);
            }

            cells.Reverse();
            return cells;
        }

        // From an unlinked pair, goes to the previous pair with the same best chain.
        private (int Old, int New) StepBack(int old, int @new)
        {
            long best = Best(old, @new);
            if (@new < Band(old).First)
            {
                return (old - 1, @new);
            }

            return Best(old - 1, @new - 1) == best ? (old - 1, @new - 1)
                : Best(old - 1, @new) == best ? (old - 1, @new)
                : (old, @new - 1);
        }

        private long Linked(int old, int @new) => IsInside(old, @new) ? _linked[Cell(old, @new)] : Never;

        // Outside the band nothing is known; the best chain there is at least the empty one.
        private long Best(int old, int @new) => IsInside(old, @new) ? _best[Cell(old, @new)] : BestOutside(old, @new);

        private long BestOutside(int old, int @new)
        {
            if (old <= 0 || @new <= 0)
            {
                return 0;
            }

            (int first, int end) = Band(old);
            return @new < first ? 0 : _best[Cell(old, end - 1)];
        }

        private bool IsInside(int old, int @new)
        {
            if (old <= 0 || @new <= 0)
            {
                return false;
            }

            (int first, int end) = Band(old);
            return @new >= first && @new < end;
        }

        private int Cell(int old, int @new) => (old * _width) + @new - Band(old).First;
    }
}

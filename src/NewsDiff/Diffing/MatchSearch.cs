namespace NewsDiff.Diffing;

/// <summary>Finds which old token stands for which new one: a longest common subsequence, or nearly.</summary>
/// <remarks>
/// Four ways, tried from the cheapest: equal ends are cut off; a few edits are found by Myers' greedy search; a moderate rectangle is
/// solved exactly by bit-parallel rows; a large one is divided at tokens that occur once on both sides, or failing these solved in
/// windows. All limits are counts, so the result does not depend on the machine. An explicit stack replaces recursion.
/// </remarks>
internal sealed class MatchSearch
{
    private readonly Stack<Box> _boxes = new();
    private readonly GreedySearch _greedy = new();
    private readonly BitParallelSearch _bitParallel = new();
    private readonly UniqueAnchors _anchors = new();

    /// <summary>Matches two sequences of ids.</summary>
    /// <param name="oldIds">The old sequence.</param>
    /// <param name="newIds">The new sequence.</param>
    /// <param name="firstFixedId">Ids from here on stand once on both sides, in the same order, and match each other.</param>
    /// <param name="idCount">One more than the largest id.</param>
    /// <param name="window">The side of the rectangle that is solved exactly.</param>
    /// <param name="matches">Receives, for each old place, the new place that it matches, or -1.</param>
    internal void Find(
        ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, int firstFixedId, int idCount, int window, Span<int> matches)
    {
        matches.Fill(-1);
        _anchors.Prepare(idCount);
        _bitParallel.Prepare(idCount);
        DivideAtFixed(oldIds, newIds, firstFixedId, matches);
        int undivided = int.MaxValue;
        while (_boxes.TryPop(out Box box))
        {
            box = CutEnds(oldIds, newIds, box, matches);
            int size = box.OldLength + box.NewLength;
            if (box.IsEmpty
                || _greedy.TryMatch(oldIds, newIds, box, matches)
                || TryMatchExactly(oldIds, newIds, box, window, matches)
                || (size <= undivided && _anchors.TryDivide(oldIds, newIds, box, matches, _boxes)))
            {
                undivided = int.MaxValue;
                continue;
            }

            // What nothing divides is looked at again once it is a quarter smaller: at every window, that would take the square
            // of its length. What a window leaves is on top of the stack, so the next box is the rest of this one.
            undivided = size <= undivided ? size / 4 * 3 : undivided;
            _boxes.Push(MatchWindow(oldIds, newIds, box, window, matches));
        }
    }

    internal void Trim(int capacity)
    {
        _boxes.Clear();
        _bitParallel.Trim(capacity);
        _anchors.Trim(capacity);
    }

    private void DivideAtFixed(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, int firstFixedId, Span<int> matches)
    {
        int oldStart = 0;
        int newStart = 0;
        for (int i = 0; i < oldIds.Length; i++)
        {
            if (oldIds[i] >= firstFixedId)
            {
                int j = newStart + newIds[newStart..].IndexOf(oldIds[i]);
                matches[i] = j;
                _boxes.Push(new Box(oldStart, i, newStart, j));
                oldStart = i + 1;
                newStart = j + 1;
            }
        }

        _boxes.Push(new Box(oldStart, oldIds.Length, newStart, newIds.Length));
    }

    private static Box CutEnds(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, Span<int> matches)
    {
        ReadOnlySpan<int> old = oldIds[box.OldStart..box.OldEnd];
        ReadOnlySpan<int> @new = newIds[box.NewStart..box.NewEnd];
        int prefix = old.CommonPrefixLength(@new);
        for (int i = 0; i < prefix; i++)
        {
            matches[box.OldStart + i] = box.NewStart + i;
        }

        int most = Math.Min(old.Length, @new.Length) - prefix;
        int suffix = 0;
        while (suffix < most && old[^(suffix + 1)] == @new[^(suffix + 1)])
        {
            suffix++;
            matches[box.OldEnd - suffix] = box.NewEnd - suffix;
        }

        return new Box(box.OldStart + prefix, box.OldEnd - suffix, box.NewStart + prefix, box.NewEnd - suffix);
    }

    private bool TryMatchExactly(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, int window, Span<int> matches)
    {
        if ((long)box.OldLength * box.NewLength > (long)window * window)
        {
            return false;
        }

        _bitParallel.Match(oldIds, newIds, box, matches);
        return true;
    }

    // Solves the first corner of a rectangle that nothing divides, keeps the first three quarters of its matches (those near
    // the far edge may be better matched beyond it), and leaves the rest for the next step.
    private Box MatchWindow(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, int window, Span<int> matches)
    {
        Box corner = box with
        {
            OldEnd = Math.Min(box.OldEnd, box.OldStart + window),
            NewEnd = Math.Min(box.NewEnd, box.NewStart + window),
        };
        _bitParallel.Match(oldIds, newIds, corner, matches);
        int keptEnd = corner.OldStart + (corner.OldLength * 3 / 4);
        int nextOld = corner.OldStart + (corner.OldLength / 2);
        int nextNew = corner.NewStart + (corner.NewLength / 2);
        bool any = false;
        for (int i = corner.OldStart; i < corner.OldEnd; i++)
        {
            if (matches[i] < 0)
            {
                continue;
            }

            if (i < keptEnd)
            {
                any = true;
                nextOld = i + 1;
                nextNew = matches[i] + 1;
            }
            else if (any)
            {
                matches[i] = -1;
            }
            else
            {
                any = true;
                keptEnd = i;
                nextOld = i + 1;
                nextNew = matches[i] + 1;
            }
        }

        return new Box(nextOld, box.OldEnd, nextNew, box.NewEnd);
    }
}

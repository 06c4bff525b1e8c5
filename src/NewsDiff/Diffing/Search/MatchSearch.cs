namespace NewsDiff.Diffing.Search;

/// <summary>Finds matching old and new tokens: a longest common subsequence, or nearly.</summary>
/// <remarks>
/// The cheapest method comes first. Equal ends are cut off, and a few edits are found by Myers' greedy search.
/// Otherwise the whole is divided at tokens that occur once in both texts. Its parts are solved exactly by bit-parallel
/// rows; a part that is too large is divided again, or solved in windows. All limits are counts, so the result does not
/// depend on the machine. An explicit stack replaces recursion.
/// </remarks>
internal sealed class MatchSearch
{
    // If both sides together are shorter than this, a window is quicker than a division, at the lowest effort.
    private const int Small = 128;

    /// <summary>The average number of times that divisions may look at each token.</summary>
    /// <remarks>
    /// Ordinary texts need few divisions; in a malicious text, each division may separate only a few tokens.
    /// </remarks>
    private const int MostLooks = 64;

    private readonly Stack<Box> _boxes = new();
    private readonly GreedySearch _greedy = new();
    private readonly BitParallelSearch _bitParallel = new();
    private readonly UniqueAnchors _anchors = new();
    private int[] _matches = [];

    /// <summary>The number of tokens that divisions have examined so far.</summary>
    internal long Looks { get; private set; }

    /// <summary>Matches two sequences of ids.</summary>
    /// <param name="tokens">The sequences.</param>
    /// <param name="firstFixedId">
    /// Ids from here on occur once on both sides, in the same order, and match each other.
    /// </param>
    /// <param name="window">The side of the largest square that is solved exactly.</param>
    /// <returns>For each old place, the new place that it matches, or -1.</returns>
    internal ReadOnlySpan<int> Find(CommonTokens tokens, int firstFixedId, int window)
    {
        ReadOnlySpan<int> oldIds = tokens.OldIds;
        ReadOnlySpan<int> newIds = tokens.NewIds;
        if (_matches.Length < oldIds.Length)
        {
            _matches = new int[oldIds.Length + (oldIds.Length / 4)];
        }

        Span<int> matches = _matches.AsSpan(0, oldIds.Length);
        matches.Fill(-1);
        _anchors.Prepare(tokens.IdCount);
        _bitParallel.Prepare(tokens.IdCount);
        ReadOnlySpan<(int Old, int New)> unique = tokens.Unique;
        int oldStart = 0;
        int newStart = 0;
        int first = 0;
        int fixedLeft = tokens.IdCount - firstFixedId;
        for (int u = 0; fixedLeft > 0; u++)
        {
            (int old, int @new) = unique[u];
            if (oldIds[old] >= firstFixedId)
            {
                Match(oldIds, newIds, new Box(oldStart, old, newStart, @new), unique[first..u], window, matches);
                matches[old] = @new;
                (oldStart, newStart, first) = (old + 1, @new + 1, u + 1);
                fixedLeft--;
            }
        }

        Match(
            oldIds,
            newIds,
            new Box(oldStart, oldIds.Length, newStart, newIds.Length),
            unique[first..],
            window,
            matches);
        return matches;
    }

    // All rectangles on the stack are without equal ends.
    private void Match(
        ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, ReadOnlySpan<(int Old, int New)> unique,
        int window, Span<int> matches)
    {
        box = EqualEnds.Cut(oldIds, newIds, box, matches);
        if (box.IsEmpty || _greedy.TryMatch(oldIds, newIds, box, matches))
        {
            return;
        }

        if (!_anchors.TryDivide(oldIds, newIds, box, unique, matches, _boxes))
        {
            _boxes.Push(box);
        }

        int undivided = int.MaxValue;
        long most = Looks + (MostLooks * ((long)box.OldLength + box.NewLength));
        while (_boxes.TryPop(out box))
        {
            int size = box.OldLength + box.NewLength;
            if (box.IsEmpty
                || _greedy.TryMatch(oldIds, newIds, box, matches)
                || TryMatchExactly(oldIds, newIds, box, window, matches)
                || (size <= undivided && size > Small && Looks < most && TryDivide(oldIds, newIds, box, matches)))
            {
                undivided = int.MaxValue;
                continue;
            }

            // If a rectangle could not be divided, that is tried again only when it is a quarter smaller: to try it at
            // every window would take quadratic time. The rest of a window is on top of the stack, so the next box is
            // the rest of this one.
            undivided = size <= undivided ? size / 4 * 3 : undivided;
            _boxes.Push(EqualEnds.Cut(oldIds, newIds, MatchWindow(oldIds, newIds, box, window, matches), matches));
        }
    }

    private bool TryDivide(ReadOnlySpan<int> oldIds, ReadOnlySpan<int> newIds, Box box, Span<int> matches)
    {
        Looks += box.OldLength + box.NewLength;
        return _anchors.TryDivide(oldIds, newIds, box, matches, _boxes);
    }

    private bool TryMatchExactly(
        ReadOnlySpan<int> oldIds,
        ReadOnlySpan<int> newIds,
        Box box,
        int window,
        Span<int> matches)
    {
        if ((long)box.OldLength * box.NewLength > (long)window * window)
        {
            return false;
        }

        _bitParallel.Match(oldIds, newIds, box, matches);
        return true;
    }

    // Solves the first corner of a rectangle that nothing divides, keeps the first three quarters of its matches (those
    // near the far edge may be better matched beyond it), and leaves the rest for the next step.
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

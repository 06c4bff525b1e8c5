namespace NewsDiff.Diffing.Moves;

/// <summary>Finds moves, the longest first; each word belongs to one move at most.</summary>
internal sealed class MoveSearch
{
    /// <summary>The common words of a move weigh at least this much.</summary>
    internal const int LeastWeight = 8 * MoveSide.WordWeight;

    /// <summary>The common words of a moved sentence weigh at least this much.</summary>
    /// <remarks>A whole sentence is seldom found elsewhere by chance.</remarks>
    internal const int LeastSentenceWeight = 5 * MoveSide.WordWeight;
    private const double LeastSentenceShare = 0.9;

    // If the longer side has a smaller share of common words, it was written anew.
    private const double LeastShare = 0.6;

    private readonly MoveSide _old;
    private readonly MoveSide _new;
    private readonly RunFinder _runs;
    private readonly MoveGrower _grower;
    private readonly MoveSnapper _snapper;
    private readonly List<MovedSpan> _moves = [];
    private long _looks;

    internal MoveSearch(MoveSide old, MoveSide @new)
    {
        _old = old;
        _new = @new;
        _runs = new RunFinder(old, @new);
        _grower = new MoveGrower(old, @new);
        _snapper = new MoveSnapper(old, @new);
    }

    /// <summary>The number of words examined so far.</summary>
    internal long Looks => _looks + _runs.Looks + _grower.Looks;

    /// <summary>Finds the moves, in the order of the new side.</summary>
    internal List<MovedSpan> Find()
    {
        var waiting = new RunQueue(_runs.Find().Select(run => (run, WeightOf(run))));
        while (waiting.TryDequeue(out MovedRun run))
        {
            MovedRun free = LongestFree(run);
            int weight = WeightOf(free);
            if (weight < GramIndex.Weight)
            {
                continue;
            }

            if (free != run)
            {
                waiting.Enqueue(free, weight);
                continue;
            }

            MovedSpan span = _snapper.Snap(_grower.Grow(run));
            if (IsMove(span))
            {
                _old.Take(span.OldStart, span.OldEnd);
                _new.Take(span.NewStart, span.NewEnd);
                _moves.Add(span);
            }
        }

        _moves.Sort(static (left, right) => left.NewStart.CompareTo(right.NewStart));
        return _moves;
    }

    private int WeightOf(MovedRun run) => _old.Weigh(run.Old, run.Old + run.Length);

    // The longest part of a run of which no word belongs to a move yet.
    private MovedRun LongestFree(MovedRun run)
    {
        (int start, int length) = (0, 0);
        int from = 0;
        for (int i = 0; i <= run.Length; i++)
        {
            _looks++;
            if (i == run.Length || !_old.IsFree(run.Old + i) || !_new.IsFree(run.New + i))
            {
                (start, length) = i - from > length ? (from, i - from) : (start, length);
                from = i + 1;
            }
        }

        return new MovedRun(run.Old + start, run.New + start, length);
    }

    private bool IsMove(MovedSpan span)
    {
        double share = span.Kept / (double)Math.Max(
            _old.Weigh(span.OldStart, span.OldEnd), _new.Weigh(span.NewStart, span.NewEnd));
        return span.Kept >= LeastWeight
            ? share >= LeastShare
            : span.Kept >= LeastSentenceWeight && share >= LeastSentenceShare && IsSentence(span);
    }

    private bool IsSentence(MovedSpan span) =>
        _old.Before(span.OldStart) == MoveBorder.Sentence && _old.After(span.OldEnd - 1) == MoveBorder.Sentence
        && _new.Before(span.NewStart) == MoveBorder.Sentence && _new.After(span.NewEnd - 1) == MoveBorder.Sentence;
}

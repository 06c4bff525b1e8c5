namespace NewsDiff.Diffing.Moves;

/// <summary>Sets the ends of a move to the nearest ends of a sentence or clause.</summary>
internal sealed class MoveSnapper(MoveSide old, MoveSide @new)
{
    private const int MostWordsToSentence = 3;
    private const int MostWordsToClause = 2;

    internal MovedSpan Snap(MovedSpan span)
    {
        span = SnapStart(span, MoveBorder.Sentence, MostWordsToSentence)
            ?? SnapStart(span, MoveBorder.Clause, MostWordsToClause)
            ?? span;
        return SnapEnd(span, MoveBorder.Sentence, MostWordsToSentence)
            ?? SnapEnd(span, MoveBorder.Clause, MostWordsToClause)
            ?? span;
    }

    private MovedSpan? SnapStart(MovedSpan span, MoveBorder border, int most)
    {
        for (int both = 0; both <= 2 * most; both++)
        {
            for (int i = Math.Max(0, both - most); i <= Math.Min(both, most); i++)
            {
                (int oldStart, int newStart) = (span.OldStart - i, span.NewStart - both + i);
                if (AreFree(old, oldStart, span.OldStart) && AreFree(@new, newStart, span.NewStart)
                    && old.Before(oldStart) >= border && @new.Before(newStart) >= border)
                {
                    return span with { OldStart = oldStart, NewStart = newStart };
                }
            }
        }

        for (int i = 1; i <= most && old[span.OldStart + i - 1].Id == @new[span.NewStart + i - 1].Id; i++)
        {
            if (IsWorthCutting(span, span.OldStart, span.OldStart + i, EndsSentence(span, border))
                && old.Before(span.OldStart + i) >= border && @new.Before(span.NewStart + i) >= border)
            {
                return new MovedSpan(
                    span.OldStart + i,
                    span.OldEnd,
                    span.NewStart + i,
                    span.NewEnd,
                    span.Kept - old.Weigh(span.OldStart, span.OldStart + i));
            }
        }

        return null;
    }

    private MovedSpan? SnapEnd(MovedSpan span, MoveBorder border, int most)
    {
        for (int both = 0; both <= 2 * most; both++)
        {
            for (int i = Math.Max(0, both - most); i <= Math.Min(both, most); i++)
            {
                (int oldEnd, int newEnd) = (span.OldEnd + i, span.NewEnd + both - i);
                if (AreFree(old, span.OldEnd, oldEnd) && AreFree(@new, span.NewEnd, newEnd)
                    && old.After(oldEnd - 1) >= border && @new.After(newEnd - 1) >= border)
                {
                    return span with { OldEnd = oldEnd, NewEnd = newEnd };
                }
            }
        }

        for (int i = 1; i <= most && old[span.OldEnd - i].Id == @new[span.NewEnd - i].Id; i++)
        {
            if (IsWorthCutting(span, span.OldEnd - i, span.OldEnd, BeginsSentence(span, border))
                && old.After(span.OldEnd - i - 1) >= border && @new.After(span.NewEnd - i - 1) >= border)
            {
                return new MovedSpan(
                    span.OldStart,
                    span.OldEnd - i,
                    span.NewStart,
                    span.NewEnd - i,
                    span.Kept - old.Weigh(span.OldEnd - i, span.OldEnd));
            }
        }

        return null;
    }

    private static bool AreFree(MoveSide side, int start, int end)
    {
        for (int i = Math.Max(start, 0); i < end; i++)
        {
            if (!side.IsFree(i))
            {
                return false;
            }
        }

        return start >= 0;
    }

    // What is left must still be a move.
    private bool IsWorthCutting(MovedSpan span, int start, int end, bool leavesSentence) =>
        span.Kept - old.Weigh(start, end)
        >= (leavesSentence ? MoveSearch.LeastSentenceWeight : MoveSearch.LeastWeight);

    private bool BeginsSentence(MovedSpan span, MoveBorder border) => border == MoveBorder.Sentence
        && old.Before(span.OldStart) == MoveBorder.Sentence && @new.Before(span.NewStart) == MoveBorder.Sentence;

    private bool EndsSentence(MovedSpan span, MoveBorder border) => border == MoveBorder.Sentence
        && old.After(span.OldEnd - 1) == MoveBorder.Sentence && @new.After(span.NewEnd - 1) == MoveBorder.Sentence;
}

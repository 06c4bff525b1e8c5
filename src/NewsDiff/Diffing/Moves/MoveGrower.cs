namespace NewsDiff.Diffing.Moves;

/// <summary>Grows a run over small edits, as long as both sides continue alike.</summary>
internal sealed class MoveGrower(MoveSide old, MoveSide @new)
{
    // A small edit has at most this many words on each side.
    private const int MostBetween = 5;

    // After a small edit, at least this much must be common: two words, or four in another sentence, and no less than
    // was edited.
    private const int LeastBehind = 2 * MoveSide.WordWeight;
    private const int LeastInNextSentence = 4 * MoveSide.WordWeight;

    /// <summary>The number of words examined so far.</summary>
    internal long Looks { get; private set; }

    internal MovedSpan Grow(MovedRun run)
    {
        (int oldEnd, int newEnd, int after) = Reach(run.Old + run.Length, run.New + run.Length, step: 1);
        (int oldLast, int newLast, int before) = Reach(run.Old - 1, run.New - 1, step: -1);
        int kept = before + old.Weigh(run.Old, run.Old + run.Length) + after;
        return new MovedSpan(oldLast + 1, oldEnd, newLast + 1, newEnd, kept);
    }

    // Goes on from a word that may differ. Returns the first words that no longer belong to the move, and the weight of
    // the common words before them.
    private (int Old, int New, int Kept) Reach(int i, int j, int step)
    {
        int kept = 0;
        while (true)
        {
            int length = CountAlike(i, j, step, int.MaxValue, out int weight);
            kept += weight;
            i += step * length;
            j += step * length;
            if (!FindNext(i, j, step, out int skippedOld, out int skippedNew))
            {
                return (i, j, kept);
            }

            i += step * skippedOld;
            j += step * skippedNew;
        }
    }

    // Finds the smallest edit after which both sides continue alike.
    private bool FindNext(int i, int j, int step, out int skippedOld, out int skippedNew)
    {
        int mostOld = CountFree(old, i, step);
        int mostNew = CountFree(@new, j, step);
        for (int both = 1; both <= mostOld + mostNew; both++)
        {
            for (skippedOld = Math.Max(0, both - mostNew); skippedOld <= Math.Min(both, mostOld); skippedOld++)
            {
                skippedNew = both - skippedOld;
                if (GoesOn(i, j, step, skippedOld, skippedNew))
                {
                    return true;
                }
            }
        }

        skippedOld = skippedNew = 0;
        return false;
    }

    private bool GoesOn(int i, int j, int step, int skippedOld, int skippedNew)
    {
        (int nextOld, int nextNew) = (i + (step * skippedOld), j + (step * skippedNew));
        if (old[nextOld].Id != @new[nextNew].Id)
        {
            Looks++;
            return false;
        }

        bool isNextSentence = EndsSentence(old, i, step, skippedOld) || EndsSentence(@new, j, step, skippedNew);
        int need = Math.Max(
            isNextSentence ? LeastInNextSentence : LeastBehind,
            Math.Max(Weigh(old, i, step, skippedOld), Weigh(@new, j, step, skippedNew)));
        CountAlike(nextOld, nextNew, step, need, out int weight);
        return weight >= need;
    }

    // Whether a sentence ends before, among or after some edited words.
    private static bool EndsSentence(MoveSide side, int start, int step, int count)
    {
        for (int k = 0; k <= count; k++)
        {
            int second = step > 0 ? start + k : start - k + 1;
            if (side[second].Id >= 0 && side.Before(second) == MoveBorder.Sentence)
            {
                return true;
            }
        }

        return false;
    }

    private int CountAlike(int i, int j, int step, int enough, out int weight)
    {
        int length = 0;
        weight = 0;
        while (weight < enough && old.IsFree(i) && @new.IsFree(j) && old[i].Id == @new[j].Id)
        {
            Looks++;
            weight += old.Weigh(i, i + 1);
            length++;
            i += step;
            j += step;
        }

        Looks++;
        return length;
    }

    private static int CountFree(MoveSide side, int start, int step)
    {
        int count = 0;
        while (count < MostBetween && side.IsFree(start + (step * count)))
        {
            count++;
        }

        return count;
    }

    private static int Weigh(MoveSide side, int start, int step, int count) => step > 0
        ? side.Weigh(start, start + count)
        : side.Weigh(start - count + 1, start + 1);
}

namespace NewsDiff.Diffing.Moves;

/// <summary>Finds the longest runs of words that were deleted somewhere and inserted elsewhere.</summary>
/// <remarks>
/// Every run has a gram that is rare on both sides. Few runs include any one word: each of them also includes the
/// nearest rare gram before or after that word, and a rare gram occurs in few places. So all runs together are not much
/// longer than the texts.
/// </remarks>
internal sealed class RunFinder
{
    // A gram that occurs more often is furniture, such as "Read more about this story": nothing says which copy moved.
    private const int MostAlike = 4;

    private readonly MoveSide _old;
    private readonly MoveSide _new;
    private readonly GramIndex _grams;
    private readonly Dictionary<int, int> _covered = [];
    private readonly List<MovedRun> _runs = [];
    private long _looks;

    internal RunFinder(MoveSide old, MoveSide @new)
    {
        _old = old;
        _new = @new;
        _grams = new GramIndex(old);
    }

    /// <summary>The number of words examined so far.</summary>
    internal long Looks => _looks + _grams.Looks;

    /// <summary>Finds the runs, in the order of the new side, then of the old one.</summary>
    internal List<MovedRun> Find()
    {
        int[] grams = new int[_new.Count];
        int[] counts = new int[_old.Count];
        for (int j = 0; j < grams.Length; j++)
        {
            grams[j] = _grams.Find(_new, j);
            if (grams[j] >= 0)
            {
                counts[grams[j]]++;
            }
        }

        Span<int> places = stackalloc int[MostAlike];
        for (int j = 0; j < grams.Length; j++)
        {
            int gram = grams[j];
            if (gram >= 0 && counts[gram] <= MostAlike && _grams.CountOf(gram) <= MostAlike)
            {
                int count = _grams.CountOf(gram);
                int place = _grams.LastOf(gram);
                for (int k = count - 1; k >= 0; k--, place = _grams.PreviousOf(place))
                {
                    places[k] = place;
                }

                foreach (int i in places[..count])
                {
                    Add(i, j);
                }
            }
        }

        return _runs;
    }

    private void Add(int i, int j)
    {
        bool isInPlace = _old.StretchOf(i).Hunk == _new.StretchOf(j).Hunk;
        if (isInPlace || (_covered.TryGetValue(i - j, out int covered) && j < covered))
        {
            return;
        }

        int before = 0;
        while (i - before > 0 && j - before > 0 && AreAlike(i - before - 1, j - before - 1))
        {
            before++;
        }

        int after = 0;
        while (AreAlike(i + after, j + after))
        {
            after++;
        }

        _covered[i - j] = j + after;
        _runs.Add(new MovedRun(i - before, j - before, before + after));
    }

    private bool AreAlike(int i, int j)
    {
        _looks++;
        return _old[i].Id >= 0 && _old[i].Id == _new[j].Id;
    }
}

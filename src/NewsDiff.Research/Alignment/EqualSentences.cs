namespace NewsDiff.Research.Alignment;

/// <summary>Pairs sentences that read the same, wherever they are.</summary>
/// <remarks>
/// Sentences that occur once on both sides are paired first, then the equal neighbours after and before each pair, then
/// the remaining ones in their order.
/// </remarks>
internal sealed class EqualSentences
{
    private readonly SentenceBags _bags;
    private readonly int[] _partnerOfOld;
    private readonly int[] _partnerOfNew;
    private readonly (List<int> Old, List<int> New)[] _groups;

    private EqualSentences(SentenceBags bags)
    {
        _bags = bags;
        _partnerOfOld = new int[bags.OldCount];
        _partnerOfNew = new int[bags.NewCount];
        _groups = [.. Enumerable.Range(0, bags.ClassCount).Select(static _ => (new List<int>(), new List<int>()))];
        _partnerOfOld.AsSpan().Fill(-1);
        _partnerOfNew.AsSpan().Fill(-1);
    }

    /// <summary>For each old sentence its equal, or -1.</summary>
    internal static int[] Find(SentenceBags bags)
    {
        var equal = new EqualSentences(bags);
        equal.Group();
        equal.PairUnique();
        equal.PairNeighbours(1);
        equal.PairNeighbours(-1);
        equal.PairRest();
        return equal._partnerOfOld;
    }

    private void Group()
    {
        for (int i = 0; i < _bags.OldCount; i++)
        {
            _groups[_bags.OldClass(i)].Old.Add(i);
        }

        for (int j = 0; j < _bags.NewCount; j++)
        {
            _groups[_bags.NewClass(j)].New.Add(j);
        }
    }

    private void PairUnique()
    {
        foreach ((List<int> old, List<int> @new) in _groups)
        {
            if (old.Count == 1 && @new.Count == 1)
            {
                TryPair(old[0], @new[0]);
            }
        }
    }

    private void PairNeighbours(int step)
    {
        int first = step > 0 ? 0 : _partnerOfOld.Length - 1;
        for (int i = first; i >= 0 && i < _partnerOfOld.Length; i += step)
        {
            if (_partnerOfOld[i] >= 0)
            {
                TryPair(i + step, _partnerOfOld[i] + step);
            }
        }
    }

    private void PairRest()
    {
        foreach ((List<int> old, List<int> @new) in _groups)
        {
            // All of a group read alike: each free one is paired with the next free one.
            int next = 0;
            foreach (int i in old.Where(index => _partnerOfOld[index] < 0))
            {
                while (next < @new.Count && !TryPair(i, @new[next]))
                {
                    next++;
                }
            }
        }
    }

    private bool TryPair(int old, int @new)
    {
        if (old < 0 || old >= _partnerOfOld.Length || @new < 0 || @new >= _partnerOfNew.Length
            || _partnerOfOld[old] >= 0 || _partnerOfNew[@new] >= 0 || !_bags.ReadAlike(old, @new))
        {
            return false;
        }

        _partnerOfOld[old] = @new;
        _partnerOfNew[@new] = old;
        return true;
    }
}

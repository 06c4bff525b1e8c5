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
    private readonly ClassPlaces _old;
    private readonly ClassPlaces _new;

    private EqualSentences(SentenceBags bags)
    {
        _bags = bags;
        _partnerOfOld = new int[bags.OldCount];
        _partnerOfNew = new int[bags.NewCount];
        _old = bags.OldPlaces;
        _new = bags.NewPlaces;
        _partnerOfOld.AsSpan().Fill(-1);
        _partnerOfNew.AsSpan().Fill(-1);
    }

    /// <summary>For each old sentence its equal, or -1.</summary>
    internal static int[] Find(SentenceBags bags)
    {
        var equal = new EqualSentences(bags);
        equal.PairUnique();
        equal.PairNeighbours(1);
        equal.PairNeighbours(-1);
        equal.PairRest();
        return equal._partnerOfOld;
    }

    private void PairUnique()
    {
        for (int i = 0; i < _partnerOfOld.Length; i++)
        {
            int of = _bags.OldClass(i);
            if (_old.HasOne(of) && _new.HasOne(of))
            {
                TryPair(i, _new.First(of));
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
        for (int of = 0; of < _bags.ClassCount; of++)
        {
            // All of a class read alike: each free one is paired with the next free one.
            int next = _new.First(of);
            for (int i = _old.First(of); i >= 0 && next >= 0; i = _old.Next(i))
            {
                while (_partnerOfOld[i] < 0 && next >= 0)
                {
                    TryPair(i, next);
                    next = _new.Next(next);
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

namespace NewsDiff.Diffing.Alignment;

/// <summary>Drops pairs with a paragraph that clearly belongs to another pair.</summary>
internal static class RivalFilter
{
    // A pair at least this similar does not give way to a rival.
    private const double Similar = 0.6;

    // A rival shares at least LeastRivalShare of the paragraph, and the pair shares less than Lesser times as much.
    private const double LeastRivalShare = 0.6;
    private const double Lesser = 0.6;

    internal static void Apply(List<ParagraphPair> pairs, int oldCount, int newCount)
    {
        var old = new Rivals(oldCount);
        var @new = new Rivals(newCount);
        foreach (ParagraphPair pair in pairs)
        {
            old.Add(pair.Old, pair.OldShare, pair.ReadsAlike);
            @new.Add(pair.New, pair.NewShare, pair.ReadsAlike);
        }

        // Two paragraphs that read the same, and the same as no other, are a pair, whatever else resembles them.
        HashSet<int> sameOld = [];
        HashSet<int> sameNew = [];
        foreach (ParagraphPair pair in pairs.Where(
            pair => pair.ReadsAlike && old.IsOnly(pair.Old) && @new.IsOnly(pair.New)))
        {
            sameOld.Add(pair.Old);
            sameNew.Add(pair.New);
        }

        pairs.RemoveAll(pair => !pair.ReadsAlike
            && (sameOld.Contains(pair.Old) || sameNew.Contains(pair.New)
                || (pair.Similarity < Similar
                    && (old.Outdo(pair.Old, pair.OldShare) || @new.Outdo(pair.New, pair.NewShare)))));
    }

    /// <summary>For each paragraph of one side: its best share, and how many others read alike.</summary>
    private readonly struct Rivals(int count)
    {
        private readonly double[] _best = new double[count];
        private readonly int[] _alike = new int[count];

        internal void Add(int place, double share, bool readsAlike)
        {
            _best[place] = Math.Max(_best[place], share);
            _alike[place] += readsAlike ? 1 : 0;
        }

        internal bool IsOnly(int place) => _alike[place] == 1;

        internal bool Outdo(int place, double share) =>
            _best[place] >= LeastRivalShare && share < Lesser * _best[place];
    }
}

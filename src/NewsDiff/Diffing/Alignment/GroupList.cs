namespace NewsDiff.Diffing.Alignment;

/// <summary>The groups so far, and the paragraphs without a group.</summary>
internal sealed class GroupList(int oldCount, int newCount)
{
    /// <summary>Paragraphs at least this similar are the same, wherever they are.</summary>
    internal const double SurelyMoved = 0.8;

    /// <summary>Paragraphs at least this similar are the same, if no split or merge explains it.</summary>
    internal const double LikelyMoved = 0.5;

    // Fewer words than this are found anywhere by chance. A paragraph of so few words counts as moved only if it reads
    // the same, or is a row with the same name.
    private const int LeastMovedWords = 3;

    private readonly ParagraphGroup?[] _old = new ParagraphGroup?[oldCount];
    private readonly ParagraphGroup?[] _new = new ParagraphGroup?[newCount];

    /// <summary>The group of every old paragraph; null for none.</summary>
    internal ReadOnlySpan<ParagraphGroup?> Old => _old;

    /// <summary>The group of every new paragraph; null for none.</summary>
    internal ReadOnlySpan<ParagraphGroup?> New => _new;

    /// <summary>All groups, in the order of their first new paragraph.</summary>
    internal IEnumerable<ParagraphGroup> All =>
        _new.Where((group, place) => group is not null && group.New[0] == place)!;

    internal void AddInPlace(IEnumerable<ParagraphPair> pairs)
    {
        foreach (ParagraphPair pair in pairs)
        {
            Add(pair, isMoved: false);
        }
    }

    /// <summary>Pairs free paragraphs that are similar enough to count as moved, best pairs first.</summary>
    /// <param name="pairs">The candidates.</param>
    /// <param name="leastSimilarity">The required similarity.</param>
    internal void AddMoved(IEnumerable<ParagraphPair> pairs, double leastSimilarity)
    {
        IEnumerable<ParagraphPair> moves = pairs
            .Where(
                pair => _old[pair.Old] is null
                    && _new[pair.New] is null
                    && pair.Words > 0
                    && pair.Similarity >= leastSimilarity
                    && (pair.ReadsAlike || pair.IsNamed || pair.Words >= LeastMovedWords))
            .OrderByDescending(pair => pair.Similarity * pair.Words).ThenBy(pair => pair.Old).ThenBy(pair => pair.New);
        foreach (ParagraphPair pair in moves)
        {
            Add(pair, isMoved: true);
        }
    }

    internal void Add(ParagraphPair pair, bool isMoved)
    {
        if (_old[pair.Old] is null && _new[pair.New] is null)
        {
            _old[pair.Old] = _new[pair.New] = new ParagraphGroup(pair, isMoved);
        }
    }

    internal void AddOld(ParagraphGroup group, int place) => Insert(group, group.Old, _old, place);

    internal void AddNew(ParagraphGroup group, int place) => Insert(group, group.New, _new, place);

    /// <summary>Drops pairs of a paragraph and a single fragment of it.</summary>
    internal void DropFragments(ParagraphWords words)
    {
        foreach (ParagraphGroup group in All.Where(
            group => group is { Old.Count: 1, New.Count: 1, IsRow: false }).ToList())
        {
            if (words.Old(group.Old[0]).IsFragment(words.New(group.New[0])))
            {
                _old[group.Old[0]] = _new[group.New[0]] = null;
            }
        }
    }

    private static void Insert(ParagraphGroup group, List<int> places, ParagraphGroup?[] owners, int place)
    {
        places.Insert(~places.BinarySearch(place), place);
        owners[place] = group;
    }
}

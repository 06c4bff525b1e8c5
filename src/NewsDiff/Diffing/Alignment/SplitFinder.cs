namespace NewsDiff.Diffing.Alignment;

/// <summary>Finds the other parts of split paragraphs, and the other sources of merged ones.</summary>
/// <remarks>
/// A free paragraph near a group belongs to it if the comparison of the words then keeps many more words.
/// </remarks>
internal sealed class SplitFinder(ParagraphWords words, ParagraphTexts texts)
{
    // Other paragraphs, new or moved here, may stand between two parts.
    private const int MostBetween = 3;

    // A comparison is worth its cost only if the bags of words share this much.
    private const double LeastShare = 0.3;

    // A part must add this share of its own words, or of the words that the group lacked, to the kept ones. A paragraph
    // beside the group needs less, because its place speaks for it. The part must add at least LeastWords words, or all
    // that it has.
    private const double LeastGain = 0.5;
    private const double LeastGainOfNext = 0.25;
    private const int LeastWords = 3;

    // A few words are found elsewhere by chance: a part that is not beside the group must be longer, or be found whole.
    private const int LeastWordsAnywhere = 8;
    private const double LeastShareAnywhere = 0.6;

    // The group must lack more than the odd word, or any paragraph would supply what is missing.
    private const double LeastMissing = 0.15;

    /// <summary>Adds nearby free paragraphs to groups of one old and one new paragraph.</summary>
    internal void Extend(GroupList groups)
    {
        foreach (ParagraphGroup group in groups.All.Where(
            group => !group.IsExtended && !group.IsRow && group.Kind == ParagraphChangeKind.Modified).ToList())
        {
            group.IsExtended = true;
            Grow(groups, group, isSplit: true);
            if (group.New.Count == 1)
            {
                Grow(groups, group, isSplit: false);
            }
        }
    }

    private void Grow(GroupList groups, ParagraphGroup group, bool isSplit)
    {
        ReadOnlySpan<ParagraphGroup?> owners = isSplit ? groups.New : groups.Old;
        List<int> parts = isSplit ? group.New : group.Old;
        foreach (int step in (ReadOnlySpan<int>)[1, -1])
        {
            int between = 0;
            for (int place = (step > 0 ? parts[^1] : parts[0]) + step;
                place >= 0 && place < owners.Length && between <= MostBetween;
                place += step)
            {
                if (owners[place] is { IsMoved: false })
                {
                    break;
                }

                bool isTaken = owners[place] is null && TryTake(groups, group, place, isSplit, isNext: between == 0);
                between = isTaken ? 0 : between + 1;
            }
        }
    }

    /// <summary>Adds free paragraphs from anywhere if a group's paragraph has most of their text.</summary>
    /// <remarks>
    /// If the group did not move, its first paragraph stays the first; otherwise the group would be out of order.
    /// </remarks>
    internal void ExtendAnywhere(GroupList groups, List<ParagraphPair> pairs)
    {
        // A pair is of use only if exactly one of the two is free. A paragraph that was taken is never free again.
        IEnumerable<ParagraphPair> halves =
            pairs.Where(pair => groups.Old[pair.Old] is null != groups.New[pair.New] is null);
        foreach (ParagraphPair pair in halves.OrderByDescending(pair => Math.Max(pair.OldShare, pair.NewShare)))
        {
            ParagraphGroup? whole = groups.Old[pair.Old];
            ParagraphGroup? sum = groups.New[pair.New];
            if (whole is { Old.Count: 1 } && sum is null && pair.NewShare >= LeastShareAnywhere
                && (whole.IsMoved || pair.New > whole.New[0]))
            {
                TryTake(groups, whole, pair.New, isSplit: true, isNext: false);
            }
            else if (sum is { New.Count: 1 } && whole is null && pair.OldShare >= LeastShareAnywhere
                && (sum.IsMoved || pair.Old > sum.Old[0]))
            {
                TryTake(groups, sum, pair.Old, isSplit: false, isNext: false);
            }
        }
    }

    private bool TryTake(GroupList groups, ParagraphGroup group, int place, bool isSplit, bool isNext)
    {
        // A row of a table, or a paragraph that reads the same as before, has no other parts.
        if (group.IsRow || group.Kind == ParagraphChangeKind.Unchanged)
        {
            return false;
        }

        WordBag part = isSplit ? words.New(place) : words.Old(place);
        WordBag whole = isSplit ? words.Old(group.Old[0]) : words.New(group.New[0]);
        double shared = words.Shared(whole, part);
        if (part.Length == 0 || shared < LeastShare * Math.Min(part.Weight, whole.Weight))
        {
            return false;
        }

        int before = texts.CountKept(group.Old, group.New);
        List<int> old = isSplit ? group.Old : [.. group.Old.Append(place).Order()];
        List<int> @new = isSplit ? [.. group.New.Append(place).Order()] : group.New;
        int gain = texts.CountKept(old, @new) - before;
        int missing = whole.Length - before;
        if (!isNext && part.Length < LeastWordsAnywhere && gain < part.Length)
        {
            return false;
        }

        double least = isNext ? LeastGainOfNext : LeastGain;
        bool isPart = gain >= least * part.Length
            || (gain >= least * missing && missing >= LeastMissing * whole.Length);
        if (!isPart || (gain < LeastWords && gain < part.Length))
        {
            return false;
        }

        if (isSplit)
        {
            groups.AddNew(group, place);
        }
        else
        {
            groups.AddOld(group, place);
        }

        return true;
    }
}

namespace NewsDiff.Diffing.Alignment;

/// <summary>Pairs an old with a new paragraph between the same kept ones, as rewritten.</summary>
/// <remarks>
/// Pairs share words in the same order. Fewer shared words suffice than for paragraphs in different places.
/// </remarks>
internal sealed class GapFiller(ParagraphTexts texts)
{
    internal const double LeastSimilarity = 0.2;

    // A gap with more possible pairs is not searched: so much was replaced that the place of a paragraph says nothing.
    private const int MostPairs = 64;

    // How many paragraphs on either side of a moved one may have moved with it.
    private const int Reach = 32;

    internal void Fill(GroupList groups)
    {
        var pairs = new List<ParagraphPair>();
        int oldStart = 0;
        int newStart = 0;
        foreach (ParagraphGroup group in groups.All.Where(group => !group.IsMoved))
        {
            AddPairs(pairs, Free(groups.Old, oldStart, group.Old[0]), Free(groups.New, newStart, group.New[0]));
            (oldStart, newStart) = (group.Old[0] + 1, group.New[0] + 1);
        }

        AddPairs(pairs, Free(groups.Old, oldStart, groups.Old.Length), Free(groups.New, newStart, groups.New.Length));
        groups.AddInPlace(HeaviestChain.Find(pairs, groups.New.Length));
        FillBesideMoved(groups);
    }

    // Paragraphs beside a moved one may have moved with it.
    private void FillBesideMoved(GroupList groups)
    {
        foreach (ParagraphGroup group in groups.All.Where(group => group.IsMoved).ToList())
        {
            (int oldFirst, int oldEnd) = Stretch(groups.Old, group.Old[0]);
            (int newFirst, int newEnd) = Stretch(groups.New, group.New[0]);
            var pairs = new List<ParagraphPair>();
            AddPairs(pairs, Free(groups.Old, oldFirst, group.Old[0]), Free(groups.New, newFirst, group.New[0]));
            AddPairs(pairs, Free(groups.Old, group.Old[0] + 1, oldEnd), Free(groups.New, group.New[0] + 1, newEnd));
            foreach (ParagraphPair pair in pairs.Count == 0 ? [] : HeaviestChain.Find(pairs, groups.New.Length))
            {
                groups.Add(pair, isMoved: true);
            }
        }
    }

    // The paragraphs around a place, as far as the nearest ones that did not move.
    private static (int First, int End) Stretch(ReadOnlySpan<ParagraphGroup?> owners, int place)
    {
        int first = place;
        while (first > 0 && place - first < Reach && owners[first - 1] is not { IsMoved: false })
        {
            first--;
        }

        int end = place + 1;
        while (end < owners.Length && end - place < Reach && owners[end] is not { IsMoved: false })
        {
            end++;
        }

        return (first, end);
    }

    private void AddPairs(List<ParagraphPair> pairs, List<int> old, List<int> @new)
    {
        if ((long)old.Count * @new.Count > MostPairs)
        {
            return;
        }

        foreach (int i in old)
        {
            foreach (int j in @new)
            {
                TextDiff diff = texts.Compare([i], [j]);
                DiffStatistics counts = diff.Statistics;
                int words = counts.WordsKept + Math.Min(counts.WordsInserted, counts.WordsDeleted);
                double similarity = counts == default ? 1 : diff.Similarity;
                if (similarity >= LeastSimilarity)
                {
                    pairs.Add(new ParagraphPair(i, j, similarity, 0, 0, words, ReadsAlike: false));
                }
            }
        }
    }

    private static List<int> Free(ReadOnlySpan<ParagraphGroup?> owners, int start, int end)
    {
        var free = new List<int>();
        for (int place = start; place < end; place++)
        {
            if (owners[place] is null)
            {
                free.Add(place);
            }
        }

        return free;
    }
}

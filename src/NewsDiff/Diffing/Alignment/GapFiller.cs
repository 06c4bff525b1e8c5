namespace NewsDiff.Diffing.Alignment;

/// <summary>Pairs what is left between two kept paragraphs: what stands in the same place may have been rewritten there.</summary>
/// <remarks>By the words that a comparison keeps, in their order; less similarity is asked for than of paragraphs found anywhere.</remarks>
internal sealed class GapFiller(ParagraphTexts texts)
{
    private const double LeastSimilarity = 0.2;

    // A gap of more pairs is not searched: so much was replaced that place says nothing.
    private const int MostPairs = 64;

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
                (int kept, int inserted, int deleted) = diff.Statistics;
                int words = kept + Math.Min(inserted, deleted);
                double similarity = kept + inserted + deleted == 0 ? 1 : diff.Similarity;
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

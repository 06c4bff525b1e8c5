namespace NewsDiff.Diffing.Alignment;

/// <summary>Finds the other parts of paragraphs that were split, and the other sources of those that were merged.</summary>
internal sealed class SplitFinder(ParagraphWords words)
{
    // The share of a part's words that must come from the paragraph it was cut from.
    private const double LeastContained = 0.6;

    /// <summary>Adds free neighbours to groups of one and one.</summary>
    /// <param name="groups">The groups, in order.</param>
    /// <param name="oldIsFree">Which old paragraphs have no group; changed.</param>
    /// <param name="newIsFree">Which new paragraphs have no group; changed.</param>
    internal void Extend(List<ParagraphGroup> groups, bool[] oldIsFree, bool[] newIsFree)
    {
        foreach (ParagraphGroup group in groups.Where(group => group.Kind == ParagraphChangeKind.Modified))
        {
            Grow(group.New, newIsFree, words.New, words.Old(group.Old[0]));
            if (group.New.Count == 1)
            {
                Grow(group.Old, oldIsFree, words.Old, words.New(group.New[0]));
            }
        }
    }

    private void Grow(List<int> parts, bool[] isFree, Func<int, WordBag> bagOf, WordBag whole)
    {
        WordCount[] rest = Subtract(whole.Words, bagOf(parts[0]).Words);
        for (int next = parts[^1] + 1; next < isFree.Length && TryTake(next, isFree, bagOf, ref rest); next++)
        {
            parts.Add(next);
        }

        for (int next = parts[0] - 1; next >= 0 && TryTake(next, isFree, bagOf, ref rest); next--)
        {
            parts.Insert(0, next);
        }
    }

    private bool TryTake(int index, bool[] isFree, Func<int, WordBag> bagOf, ref WordCount[] rest)
    {
        WordBag part = bagOf(index);
        if (!isFree[index] || part.Weight == 0 || words.Shared(rest, part.Words) < LeastContained * part.Weight)
        {
            return false;
        }

        rest = Subtract(rest, part.Words);
        isFree[index] = false;
        return true;
    }

    private static WordCount[] Subtract(WordCount[] from, WordCount[] what)
    {
        var rest = new List<WordCount>(from.Length);
        int w = 0;
        foreach (WordCount word in from)
        {
            while (w < what.Length && what[w].Id < word.Id)
            {
                w++;
            }

            int left = word.Count - (w < what.Length && what[w].Id == word.Id ? what[w].Count : 0);
            if (left > 0)
            {
                rest.Add(word with { Count = left });
            }
        }

        return [.. rest];
    }
}

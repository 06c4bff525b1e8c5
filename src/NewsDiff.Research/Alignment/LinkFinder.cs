using NewsDiff.Diffing.Search;

namespace NewsDiff.Research.Alignment;

/// <summary>Links the sentences of two versions.</summary>
internal static class LinkFinder
{
    // Further words of a sentence do not raise its weight.
    private const int MostWords = 1024;

    /// <summary>Finds the links, by old sentence, then by new one.</summary>
    internal static List<(int Old, int New)> Find(SentenceBags bags, SentenceAlignmentOptions options)
    {
        List<(int Old, int New)> links = FindEqual(bags);
        var chain = new LinkChain(bags, (int)Math.Round(options.MinLikeness * SentenceBags.One));
        AddBetween(KeepOrder(links, bags), links, bags, chain);
        PartFilter.Apply(links, bags);
        (bool[] oldTaken, bool[] newTaken) = Mark(links, bags);
        List<(int Old, int New)> moved = new MovedLinks(bags, chain, options).Find(
            Free(oldTaken, 0, bags.OldCount), Free(newTaken, 0, bags.NewCount));
        PartFilter.Apply(moved, bags);
        links.AddRange(moved);
        links.Sort(static (left, right) => left.Old != right.Old ? left.Old - right.Old : left.New - right.New);
        return links;
    }

    private static List<(int Old, int New)> FindEqual(SentenceBags bags)
    {
        int[] equal = EqualSentences.Find(bags);
        List<(int Old, int New)> links = new(equal.Length);
        for (int i = 0; i < equal.Length; i++)
        {
            if (equal[i] >= 0)
            {
                links.Add((i, equal[i]));
            }
        }

        return links;
    }

    /// <summary>Links free sentences that are between the same equal ones.</summary>
    private static void AddBetween(
        List<(int Old, int New)> kept, List<(int Old, int New)> links, SentenceBags bags, LinkChain chain)
    {
        (bool[] oldTaken, bool[] newTaken) = Mark(links, bags);
        int oldStart = 0;
        int newStart = 0;
        foreach ((int old, int @new) in kept.Append((bags.OldCount, bags.NewCount)))
        {
            if (oldStart < old && newStart < @new)
            {
                links.AddRange(chain.Find(Free(oldTaken, oldStart, old), Free(newTaken, newStart, @new)));
            }

            (oldStart, newStart) = (old + 1, @new + 1);
        }
    }

    /// <summary>The equal sentences that keep their order in both versions and have the most words together.</summary>
    /// <remarks>
    /// Only sentences that occur once count: the pairing of repeated ones shows nothing about the rest.
    /// </remarks>
    private static List<(int Old, int New)> KeepOrder(List<(int Old, int New)> links, SentenceBags bags)
    {
        List<(int Old, int New)> unique = links.FindAll(
            link => !bags.OldPlaces.HasSeveral(bags.OldClass(link.Old))
                && !bags.NewPlaces.HasSeveral(bags.NewClass(link.New)));
        return AreInOrder(unique) ? unique : FindHeaviest(unique, bags);
    }

    private static bool AreInOrder(List<(int Old, int New)> links)
    {
        for (int i = 1; i < links.Count; i++)
        {
            if (links[i].New < links[i - 1].New)
            {
                return false;
            }
        }

        return true;
    }

    private static List<(int Old, int New)> FindHeaviest(List<(int Old, int New)> unique, SentenceBags bags)
    {
        // One more than the words, so that a sentence of symbols counts. The key breaks ties.
        int[] weights =
        [
            .. unique.Select(link => (Math.Min(bags.OldWords(link.Old) + 1, MostWords) << SentenceBags.KeyBits)
                + bags.OldKey(link.Old)),
        ];
        var chain = new WeightedChain();
        List<(int Old, int New)> kept = [];
        for (int pair = chain.Find([.. unique], weights, bags.NewCount); pair >= 0; pair = chain.Before(pair))
        {
            kept.Add(unique[pair]);
        }

        kept.Reverse();
        return kept;
    }

    /// <summary>Marks the sentences that have a link.</summary>
    private static (bool[] Old, bool[] New) Mark(List<(int Old, int New)> links, SentenceBags bags)
    {
        bool[] oldTaken = new bool[bags.OldCount];
        bool[] newTaken = new bool[bags.NewCount];
        foreach ((int old, int @new) in links)
        {
            oldTaken[old] = newTaken[@new] = true;
        }

        return (oldTaken, newTaken);
    }

    private static List<int> Free(bool[] taken, int start, int end)
    {
        List<int> free = [];
        for (int i = start; i < end; i++)
        {
            if (!taken[i])
            {
                free.Add(i);
            }
        }

        return free;
    }
}

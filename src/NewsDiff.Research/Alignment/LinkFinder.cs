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
        int[] equal = EqualSentences.Find(bags);
        List<(int Old, int New)> links =
        [
            .. equal.Select(static (partner, index) => (Old: index, New: partner))
                .Where(static link => link.New >= 0),
        ];
        var chain = new LinkChain(bags, (int)Math.Round(options.MinLikeness * SentenceBags.One));
        bool[] newTaken = new bool[bags.NewCount];
        links.ForEach(link => newTaken[link.New] = true);
        int oldStart = 0;
        int newStart = 0;
        foreach ((int old, int @new) in KeepOrder(links, bags).Append((bags.OldCount, bags.NewCount)))
        {
            links.AddRange(chain.Find(
                [.. Range(oldStart, old).Where(index => equal[index] < 0)],
                [.. Range(newStart, @new).Where(index => !newTaken[index])]));
            (oldStart, newStart) = (old + 1, @new + 1);
        }

        PartFilter.Apply(links, bags);
        List<(int Old, int New)> moved = new MovedLinks(bags, chain, options).Find(
            [.. Range(0, bags.OldCount).Except(links.Select(static link => link.Old))],
            [.. Range(0, bags.NewCount).Except(links.Select(static link => link.New))]);
        PartFilter.Apply(moved, bags);
        links.AddRange(moved);
        links.Sort();
        return links;
    }

    /// <summary>The equal sentences that keep their order in both versions and have the most words together.</summary>
    /// <remarks>
    /// Only sentences that occur once count: the pairing of repeated ones shows nothing about the rest.
    /// </remarks>
    private static List<(int Old, int New)> KeepOrder(List<(int Old, int New)> links, SentenceBags bags)
    {
        HashSet<int> repeated =
        [
            .. Repeated(Range(0, bags.OldCount).Select(bags.OldClass)),
            .. Repeated(Range(0, bags.NewCount).Select(bags.NewClass)),
        ];
        List<(int Old, int New)> unique = links.FindAll(link => !repeated.Contains(bags.OldClass(link.Old)));

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

    private static IEnumerable<int> Repeated(IEnumerable<int> classes) =>
        classes.CountBy(static of => of).Where(static count => count.Value > 1).Select(static count => count.Key);

    private static IEnumerable<int> Range(int start, int end) => Enumerable.Range(start, Math.Max(0, end - start));
}

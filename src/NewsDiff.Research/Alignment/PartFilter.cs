using NewsDiff.Diffing.Alignment;

namespace NewsDiff.Research.Alignment;

/// <summary>Drops further partners of a sentence that share only what a better partner shares too.</summary>
/// <remarks>
/// The parts of a split sentence divide its words; a sentence that only repeats its names is not a part.
/// </remarks>
internal static class PartFilter
{
    // At least a quarter of what a part shares must be new.
    private const int LeastGain = 4;

    internal static void Apply(List<(int Old, int New)> links, SentenceBags bags)
    {
        if (!HasSeveral(links, bags))
        {
            return;
        }

        HashSet<(int Old, int New)> dropped =
        [
            .. links.GroupBy(static link => link.Old).Where(HasSeveral).SelectMany(group => FindIdle(
                bags, [.. group], bags.OldBag(group.Key).ToArray(), (_, @new) => bags.NewBag(@new).ToArray())),
            .. links.GroupBy(static link => link.New).Where(HasSeveral).SelectMany(group => FindIdle(
                bags, [.. group], bags.NewBag(group.Key).ToArray(), (old, _) => bags.OldBag(old).ToArray())),
        ];
        links.RemoveAll(dropped.Contains);
    }

    /// <summary>Whether any sentence has several partners; most versions split and merge none.</summary>
    private static bool HasSeveral(List<(int Old, int New)> links, SentenceBags bags)
    {
        bool[] hasOld = new bool[bags.OldCount];
        bool[] hasNew = new bool[bags.NewCount];
        foreach ((int old, int @new) in links)
        {
            if (hasOld[old] || hasNew[@new])
            {
                return true;
            }

            hasOld[old] = hasNew[@new] = true;
        }

        return false;
    }

    private static bool HasSeveral(IEnumerable<(int Old, int New)> links) => links.Skip(1).Any();

    /// <summary>Finds the links of one sentence that share hardly anything new.</summary>
    private static List<(int Old, int New)> FindIdle(
        SentenceBags bags,
        List<(int Old, int New)> links,
        WordCount[] whole,
        Func<int, int, WordCount[]> partOf)
    {
        List<(int Old, int New)> idle = [];
        Dictionary<int, int> all = whole.ToDictionary(static word => word.Id, static word => word.Count);
        Dictionary<int, int> missing = new(all);
        foreach ((int old, int @new) in links.OrderByDescending(link => bags.Likeness(link.Old, link.New))
            .ThenBy(link => bags.OldKey(link.Old) ^ bags.NewKey(link.New)))
        {
            WordCount[] part = partOf(old, @new);
            long shared = part.Sum(word => bags.Weight(word.Id)
                * (long)Math.Min(word.Count, all.GetValueOrDefault(word.Id)));
            if (Take(bags, missing, part) * LeastGain < shared)
            {
                idle.Add((old, @new));
            }
        }

        return idle;
    }

    /// <summary>Removes the words of a part from the missing ones.</summary>
    /// <returns>The weight of the removed words.</returns>
    private static long Take(SentenceBags bags, Dictionary<int, int> missing, WordCount[] part)
    {
        long weight = 0;
        foreach (WordCount word in part)
        {
            int taken = Math.Min(missing.GetValueOrDefault(word.Id), word.Count);
            if (taken > 0)
            {
                missing[word.Id] -= taken;
                weight += (long)taken * bags.Weight(word.Id);
            }
        }

        return weight;
    }
}

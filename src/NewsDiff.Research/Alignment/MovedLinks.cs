namespace NewsDiff.Research.Alignment;

/// <summary>Links sentences out of order: those that are very alike, and their neighbours.</summary>
/// <remarks>
/// A single pair out of order must be very alike. Beside it, a pair that is less alike is not there by chance, when
/// both of its sentences are neighbours of that pair: the stretch moved, and was reworded.
/// </remarks>
internal sealed class MovedLinks(SentenceBags bags, LinkChain chain, SentenceAlignmentOptions options)
{
    // How often the rest is searched for stretches in order.
    private const int MostRounds = 4;

    // Between two links of a stretch, at most one sentence of either side is left out.
    private const int MostSteps = 2;

    // The minimum number of sentences of either side that a stretch has.
    private const int Fewest = 2;

    // Shorter sentences, such as headings, are alike by chance.
    private const int FewestWords = 5;

    private readonly int _leastAlone = (int)Math.Round(options.MinMovedLikeness * SentenceBags.One);
    private readonly long _leastInStretch =
        (long)Math.Round((options.MinLikeness + options.MinMovedLikeness) / 2 * SentenceBags.One);

    /// <summary>Links sentences that have no link in order.</summary>
    /// <param name="old">The old sentences.</param>
    /// <param name="new">The new sentences.</param>
    internal List<(int Old, int New)> Find(List<int> old, List<int> @new)
    {
        if (old.Count == 0 || @new.Count == 0 || !bags.CanCompareAll(old, @new))
        {
            return [];
        }

        List<(int Old, int New)> links = FindAlone(old, @new);
        Dictionary<int, int> partnerOfOld = links.ToDictionary(static link => link.Old, static link => link.New);
        Dictionary<int, int> partnerOfNew = links.ToDictionary(static link => link.New, static link => link.Old);
        for (int round = 0; round < MostRounds && partnerOfOld.Count > 0; round++)
        {
            List<(int Old, int New)> stretches =
            [
                .. Cut([.. chain.Find(old, @new)])
                    .Where(stretch => stretch.Exists(IsAlone) && IsLikely(stretch)).SelectMany(stretch => stretch),
            ];
            if (stretches.Count == 0)
            {
                break;
            }

            HashSet<(int Old, int New)> known = [.. stretches];
            links.AddRange(stretches.Where(link => !IsAlone(link) && IsFree(link, known) && IsNoChance(link)));
            old = [.. old.Except(stretches.Select(static link => link.Old))];
            @new = [.. @new.Except(stretches.Select(static link => link.New))];
        }

        return links;

        bool IsAlone((int Old, int New) link) =>
            partnerOfOld.TryGetValue(link.Old, out int partner) && partner == link.New;

        // What is very alike elsewhere stays there.
        bool IsFree((int Old, int New) link, HashSet<(int Old, int New)> stretches) =>
            (!partnerOfOld.TryGetValue(link.Old, out int @new) || stretches.Contains((link.Old, @new)))
            && (!partnerOfNew.TryGetValue(link.New, out int old) || stretches.Contains((old, link.New)));
    }

    /// <summary>The most alike first; each sentence once.</summary>
    private List<(int Old, int New)> FindAlone(List<int> old, List<int> @new)
    {
        IEnumerable<(int Old, int New)> pairs =
            from i in old
            from j in @new
            let likeness = bags.Likeness(i, j)
            where likeness >= _leastAlone && likeness > 0
            orderby likeness descending, Math.Abs(i - j), i + j
            select (i, j);
        HashSet<int> oldTaken = [];
        HashSet<int> newTaken = [];
        List<(int Old, int New)> links = [];
        foreach ((int i, int j) in pairs.ToList())
        {
            if (!oldTaken.Contains(i) && newTaken.Add(j))
            {
                oldTaken.Add(i);
                links.Add((i, j));
            }
        }

        return links;
    }

    /// <summary>Cuts a chain where sentences of either side are left out.</summary>
    private static IEnumerable<List<(int Old, int New)>> Cut(List<(int Old, int New)> links)
    {
        for (int start = 0; start < links.Count;)
        {
            int end = start + 1;
            while (end < links.Count
                && links[end].Old - links[end - 1].Old <= MostSteps && links[end].New - links[end - 1].New <= MostSteps)
            {
                end++;
            }

            yield return links[start..end];
            start = end;
        }
    }

    private bool IsNoChance((int Old, int New) link) =>
        Math.Min(bags.OldWords(link.Old), bags.NewWords(link.New)) >= FewestWords
        || bags.Likeness(link.Old, link.New) >= _leastAlone;

    private bool IsLikely(List<(int Old, int New)> stretch) =>
        stretch.DistinctBy(static link => link.Old).Count() >= Fewest
        && stretch.DistinctBy(static link => link.New).Count() >= Fewest
        && stretch.Sum(link => (long)bags.Likeness(link.Old, link.New)) >= _leastInStretch * stretch.Count;
}

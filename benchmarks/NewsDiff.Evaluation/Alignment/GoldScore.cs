
namespace NewsDiff.Evaluation.Alignment;

/// <summary>How an alignment agrees with the one that people made.</summary>
/// <param name="AllLinks">Pairs of paragraphs that belong together.</param>
/// <param name="ChangedLinks">The same without pairs that people found unchanged and in place.</param>
/// <param name="Kinds">The found pairs of the right kind.</param>
/// <param name="Marks">Marked characters, white space aside.</param>
internal sealed record GoldScore(Ratio AllLinks, Ratio ChangedLinks, Ratio Kinds, Ratio Marks)
{
    /// <summary>
    /// Scores one pair of versions; links that people call possible count neither as found nor as missed.
    /// </summary>
    internal static GoldScore Of(AlignmentRecord gold, AlignmentRecord own)
    {
        Dictionary<(int, int), AlignmentLink> sure = Spread(gold.Links.Where(link => !link.Possible));
        Dictionary<(int, int), AlignmentLink> found = Spread(own.Links);
        foreach ((int, int) doubtful in Spread(gold.Links.Where(link => link.Possible)).Keys.Where(
            pair => !sure.ContainsKey(pair)))
        {
            found.Remove(doubtful);
        }

        HashSet<(int, int)> quiet = [.. sure.Where(link => link.Value.Kind == "unchanged").Select(link => link.Key)];
        HashSet<(int, int)> hits = [.. found.Keys.Where(sure.ContainsKey)];
        int named = hits.Count(
            pair => found[pair].Kind == sure[pair].Kind || sure[pair].Alt.Contains(found[pair].Kind));
        return new GoldScore(
            Ratio.Of(found.Keys.ToHashSet(), sure.Keys.ToHashSet()),
            Ratio.Of(found.Keys.Except(quiet).ToHashSet(), sure.Keys.Except(quiet).ToHashSet()),
            new Ratio(named, hits.Count, hits.Count),
            MarksOf(gold, own));
    }

    internal static GoldScore Sum(IEnumerable<GoldScore> scores) => scores.Aggregate((a, b) => new GoldScore(
        a.AllLinks + b.AllLinks, a.ChangedLinks + b.ChangedLinks, a.Kinds + b.Kinds, a.Marks + b.Marks));

    private static Ratio MarksOf(AlignmentRecord gold, AlignmentRecord own)
    {
        var sum = default(Ratio);
        foreach (AlignedWords words in gold.Hunks)
        {
            HashSet<(bool, int)> found = own.Hunks.FirstOrDefault(
                other => other.Old == words.Old && other.New == words.New)?.Marks() ?? [];
            sum += Ratio.Of(found, words.Marks());
        }

        return sum;
    }

    private static Dictionary<(int, int), AlignmentLink> Spread(IEnumerable<AlignmentLink> links)
    {
        var pairs = new Dictionary<(int, int), AlignmentLink>();
        foreach (AlignmentLink link in links)
        {
            foreach ((int, int) pair in link.Pairs())
            {
                pairs.TryAdd(pair, link);
            }
        }

        return pairs;
    }
}

namespace NewsDiff.Evaluation.Alignment;

/// <summary>How many planted changes were found, and with the right kind.</summary>
/// <param name="Moved">Moved paragraphs.</param>
/// <param name="Split">Pairs of old and new paragraph that a split stands for.</param>
/// <param name="Merged">Pairs of old and new paragraph that a merge stands for.</param>
internal sealed record PlantedScore(Ratio Moved, Ratio Split, Ratio Merged)
{
    /// <summary>
    /// Scores one pair, counting only links of planted paragraphs: others may really have moved.
    /// </summary>
    internal static PlantedScore Of(List<AlignmentLink> planted, AlignmentRecord own)
    {
        HashSet<int> old = [.. planted.SelectMany(link => link.Old)];
        HashSet<int> @new = [.. planted.SelectMany(link => link.New)];
        AlignmentLink[] found = [.. own.Links.Where(link => link.Old.Any(old.Contains) || link.New.Any(@new.Contains))];
        return new PlantedScore(Count("moved"), Count("split"), Count("merged"));

        Ratio Count(string kind) => Ratio.Of(Pairs(found, kind), Pairs(planted, kind));
    }

    internal static PlantedScore Sum(IEnumerable<PlantedScore> scores) => scores.Aggregate(
        (a, b) => new PlantedScore(a.Moved + b.Moved, a.Split + b.Split, a.Merged + b.Merged));

    internal bool IsPerfect =>
        new[] { Moved, Split, Merged }.All(ratio => ratio.Hits == ratio.Found && ratio.Hits == ratio.Wanted);

    // Moved covers moved and edited: what it was edited to is another question.
    private static HashSet<(int, int)> Pairs(IEnumerable<AlignmentLink> links, string kind) =>
        [.. links.Where(link => link.Kind.StartsWith(kind, StringComparison.Ordinal)).SelectMany(link => link.Pairs())];
}

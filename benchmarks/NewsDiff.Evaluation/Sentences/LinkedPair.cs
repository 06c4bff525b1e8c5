using NewsDiff.Evaluation.Alignment;
using NewsDiff.Research;

namespace NewsDiff.Evaluation.Sentences;

/// <summary>The links of two versions: those that a reader drew, and those that were found.</summary>
internal sealed record LinkedPair(HandLinks Gold, List<PlacedLink> Drawn, List<PlacedLink> Found)
{
    internal static LinkedPair Align(HandLinks gold, RevisionPair pair, SentenceAlignmentOptions options)
    {
        var old = SentenceReader.Read(pair.Old);
        var @new = SentenceReader.Read(pair.New);
        return new LinkedPair(
            gold,
            gold.Place(pair),
            [
                .. SentenceAlignment.Compute(pair.Old, pair.New, options)
                    .Links.Select(link => PlacedLink.Of(old[link.Old], @new[link.New], pair))
                    .Where(link => link.HasWords),
            ]);
    }

    /// <summary>Scores the links.</summary>
    /// <param name="changedOnly">Whether to leave out links of sentences that are the same.</param>
    /// <param name="sureOnly">Whether to leave out what the reader was unsure of: neither right nor wrong.</param>
    internal LinkScore Score(bool changedOnly, bool sureOnly)
    {
        if (sureOnly && Gold.Unsure)
        {
            return default;
        }

        List<PlacedLink> unsure = sureOnly ? Drawn.FindAll(link => !link.IsSure) : [];
        return LinkScore.Of(
            Found.FindAll(link => IsScored(link) && !unsure.Exists(link.Meets)),
            Drawn.FindAll(link => IsScored(link) && (link.IsSure || !sureOnly)));

        bool IsScored(PlacedLink link) => !changedOnly || !link.IsSame;
    }

    internal IEnumerable<string> Misses() =>
        Drawn.Where(link => !Found.Exists(link.Meets)).Select(link => Line(link.IsSure ? '-' : '?', link))
            .Concat(Found.Where(link => !Drawn.Exists(link.Meets)).Select(link => Line('+', link)));

    private static string Line(char sign, PlacedLink link) => $"  {sign} {link.OldText}\n    {link.NewText}";
}

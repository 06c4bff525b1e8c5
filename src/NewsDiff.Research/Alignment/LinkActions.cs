using System.Collections.Immutable;

namespace NewsDiff.Research.Alignment;

/// <summary>Says what happened at each link.</summary>
internal static class LinkActions
{
    internal static ImmutableArray<SentenceLink> Describe(List<(int Old, int New)> links, SentenceBags bags)
    {
        HashSet<(int Old, int New)> refactors = [.. SentenceRefactors.Find(links)];
        Dictionary<int, int> oldCounts = links.CountBy(static link => link.Old).ToDictionary();
        Dictionary<int, int> newCounts = links.CountBy(static link => link.New).ToDictionary();
        return
        [
            .. links.Select(link =>
            {
                (int oldShare, int newShare) = bags.Share(link.Old, link.New);
                bool isSame = bags.ReadAlike(link.Old, link.New);
                return new SentenceLink
                {
                    Old = link.Old,
                    New = link.New,
                    OldShare = isSame ? 1 : (double)oldShare / SentenceBags.One,
                    NewShare = isSame ? 1 : (double)newShare / SentenceBags.One,
                    Actions = (isSame ? SentenceActions.Unchanged : SentenceActions.Edit)
                        | When(oldCounts[link.Old] > 1, SentenceActions.Split)
                        | When(newCounts[link.New] > 1, SentenceActions.Merge)
                        | When(refactors.Contains(link), SentenceActions.Refactor),
                };
            }),
        ];
    }

    private static SentenceActions When(bool happened, SentenceActions action) =>
        happened ? action : SentenceActions.None;
}

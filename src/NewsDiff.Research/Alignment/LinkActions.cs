using System.Collections.Immutable;

namespace NewsDiff.Research.Alignment;

/// <summary>Says what happened at each link.</summary>
internal static class LinkActions
{
    internal static ImmutableArray<SentenceLink> Describe(List<(int Old, int New)> links, SentenceBags bags)
    {
        HashSet<(int Old, int New)> refactors = [.. SentenceRefactors.Find(links)];
        int[] oldCounts = new int[bags.OldCount];
        int[] newCounts = new int[bags.NewCount];
        foreach ((int old, int @new) in links)
        {
            oldCounts[old]++;
            newCounts[@new]++;
        }

        ImmutableArray<SentenceLink>.Builder described = ImmutableArray.CreateBuilder<SentenceLink>(links.Count);
        foreach ((int Old, int New) link in links)
        {
            bool isSame = bags.ReadAlike(link.Old, link.New);
            (int oldShare, int newShare) = isSame
                ? (SentenceBags.One, SentenceBags.One)
                : bags.Share(link.Old, link.New);
            described.Add(new SentenceLink
            {
                Old = link.Old,
                New = link.New,
                OldShare = (double)oldShare / SentenceBags.One,
                NewShare = (double)newShare / SentenceBags.One,
                Actions = (isSame ? SentenceActions.Unchanged : SentenceActions.Edit)
                    | When(oldCounts[link.Old] > 1, SentenceActions.Split)
                    | When(newCounts[link.New] > 1, SentenceActions.Merge)
                    | When(refactors.Contains(link), SentenceActions.Refactor),
            });
        }

        return described.MoveToImmutable();
    }

    private static SentenceActions When(bool happened, SentenceActions action) =>
        happened ? action : SentenceActions.None;
}

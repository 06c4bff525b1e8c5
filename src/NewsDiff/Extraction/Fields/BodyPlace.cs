using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>Where the body stands on its page; fields stated near to it are the article's.</summary>
/// <param name="FirstBlock">Its first block of prose.</param>
/// <param name="EndBlock">The first block after it.</param>
internal readonly record struct BodyPlace(int FirstBlock, int EndBlock)
{
    private const int PenaltyBelow = 30;

    /// <summary>How far an element is, in blocks: above the body it is nearest, below it is further.</summary>
    public int DistanceTo(in PageNode node)
    {
        int penalty = node.Granted.HasAny(Roles.Related | Roles.Aside | Roles.Comments | Roles.Navigation) ? 200 : 0;
        if (node.EndBlock <= FirstBlock + 1)
        {
            return FirstBlock + 1 - node.EndBlock + penalty;
        }

        return node.FirstBlock < EndBlock
            ? PenaltyBelow + penalty
            : PenaltyBelow + node.FirstBlock - EndBlock + penalty;
    }
}

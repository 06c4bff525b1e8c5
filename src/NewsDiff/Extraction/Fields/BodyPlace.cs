using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Fields;

/// <summary>The place of the body on its page; fields near it are the article's.</summary>
/// <param name="HeadlineBlock">The block of the headline, or one not far above the body.</param>
/// <param name="FirstBlock">Its first block of prose.</param>
/// <param name="EndBlock">The first block after it.</param>
internal readonly record struct BodyPlace(int HeadlineBlock, int FirstBlock, int EndBlock)
{
    /// <summary>The largest distance of the article's own fields.</summary>
    public const int Farthest = 150;

    private const int PenaltyBelow = 30;

    /// <summary>The distance from the body, in blocks; an element below it counts as further away.</summary>
    public int DistanceTo(in PageNode node)
    {
        int penalty = node.Granted.HasAny(Roles.Related | Roles.Comments | Roles.Navigation) ? Farthest
            : node.Granted.HasAny(Roles.Aside) ? PenaltyBelow * 2 : 0;
        if (node.EndBlock <= FirstBlock + 1)
        {
            return FirstBlock + 1 - node.EndBlock + penalty;
        }

        return node.FirstBlock < EndBlock
            ? PenaltyBelow + penalty
            : PenaltyBelow + node.FirstBlock - EndBlock + penalty;
    }
}

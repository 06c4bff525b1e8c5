using NewsDiff.Extraction.Parsing;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Body;

/// <summary>Marks correction notices in a container, and keeps those that other rules dropped.</summary>
internal static class CorrectionMarker
{
    private const int LongestNotice = 2000;
    private const Roles NeverArticle =
        Roles.Comments | Roles.Related | Roles.Navigation | Roles.Hidden | Roles.Newsletter;

    public static void Mark(Page page, int container, BlockVerdict[] verdicts)
    {
        int first = page.Nodes[container].FirstBlock;
        for (int i = 0; i < verdicts.Length; i++)
        {
            TextBlock block = page.Blocks[first + i];
            if (!IsNotice(page, block))
            {
                continue;
            }

            verdicts[i] = new BlockVerdict(true, ParagraphKind.Correction);
            bool isLabelOnly = block.Weight < 40 && i + 1 < verdicts.Length;
            if (isLabelOnly && Parent(page, block) == Parent(page, page.Blocks[first + i + 1]))
            {
                verdicts[++i] = new BlockVerdict(true, ParagraphKind.Correction);
            }
        }
    }

    /// <summary>Whether a block begins like a notice, or is in an element whose name says that it is one.</summary>
    public static bool IsNotice(Page page, in TextBlock block)
    {
        Roles roles = page.Nodes[block.Node].Granted;
        bool isNamed = roles.HasAny(Roles.Correction) && block.Sentences > 0;
        return block.Weight is > 3 and < LongestNotice
            && !roles.HasAny(NeverArticle)
            && !block.IsHalfLinks
            && (isNamed || CorrectionNotices.IsNotice(page.TextOf(block)));
    }

    private static int Parent(Page page, in TextBlock block) => page.Nodes[block.Node].Parent;
}

using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Recognises a short bold line between two paragraphs as a heading, in any element.</summary>
internal static class CrossheadRules
{
    private const int LongestCrosshead = 60;

    public static void Apply(BodyBlocks blocks)
    {
        bool isAboveText = false;
        int first = blocks.FirstProse();
        for (int i = blocks.Count - 1; i > first; i--)
        {
            if (!blocks.Verdicts[i].IsKept)
            {
                continue;
            }

            if (isAboveText && IsCrosshead(blocks, i))
            {
                blocks.Verdicts[i] = new BlockVerdict(true, ParagraphKind.Heading);
            }

            isAboveText = blocks.Verdicts[i].Kind == ParagraphKind.Text;
        }
    }

    private static bool IsCrosshead(BodyBlocks blocks, int index)
    {
        TextBlock block = blocks[index];
        return blocks.Verdicts[index].Kind == ParagraphKind.Text && block.Weight is > 0 and < LongestCrosshead
            && block.EmphasisWeight == block.Weight && block.LinkWeight == 0 && block.Sentences == 0;
    }
}

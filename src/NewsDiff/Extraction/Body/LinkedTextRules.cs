using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Keeps links that are text: headings of an article that lists things, and announced lists.</summary>
internal static class LinkedTextRules
{
    /// <summary>The minimum number of linked headings of a list; fewer may lead to other articles.</summary>
    private const int FewestHeadings = 3;

    /// <summary>The smallest weight of the line above a list; "Read also:" has less.</summary>
    private const int ShortestLine = 40;

    public static void Apply(BodyBlocks blocks)
    {
        for (int level = 2; level <= 6; level++)
        {
            KeepHeadings(blocks, level);
        }

        KeepAnnouncedLists(blocks);
    }

    /// <summary>Keeps the linked headings of a rank when most of the body's prose is below them.</summary>
    private static void KeepHeadings(BodyBlocks blocks, int level)
    {
        var headings = new List<int>();
        int below = 0;
        int all = 0;
        bool isBelow = false;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (IsLinkedHeading(blocks, i, level))
            {
                isBelow = IsAboveProse(blocks, i);
                headings.AddRange(isBelow ? [i] : []);
            }

            all += blocks.KeptProse(i);
            below += isBelow ? blocks.KeptProse(i) : 0;
        }

        if (headings.Count >= FewestHeadings && below * 2 > all)
        {
            headings.ForEach(heading => blocks.Verdicts[heading] = new BlockVerdict(true, ParagraphKind.Heading));
        }
    }

    private static bool IsLinkedHeading(BodyBlocks blocks, int index, int level)
    {
        TextBlock block = blocks[index];
        PageNode node = blocks.Page.Nodes[block.Node];
        return node.Kind == ElementKind.Heading
            && node.Level == level
            && block.IsHalfLinks
            && !blocks.Verdicts[index].IsKept
            && !blocks.Contexts[index].Roles.HasAny(Roles.Denied);
    }

    private static bool IsAboveProse(BodyBlocks blocks, int heading)
    {
        ReadOnlySpan<PageNode> nodes = blocks.Page.Nodes;
        return heading + 1 < blocks.Count
            && blocks.KeptProse(heading + 1) > 0
            && nodes[blocks[heading + 1].Node].Parent == nodes[blocks[heading].Node].Parent;
    }

    /// <summary>Keeps a list of links below a long line that ends with a colon.</summary>
    private static void KeepAnnouncedLists(BodyBlocks blocks)
    {
        for (int i = 0; i + 1 < blocks.Count; i++)
        {
            int list = blocks.Contexts[i + 1].List;
            if (blocks.Verdicts[i] is { IsKept: true, Kind: ParagraphKind.Text }
                && blocks[i].Weight >= ShortestLine
                && list >= 0
                && blocks.Contexts[i].List != list
                && blocks.Page.TextOf(blocks[i]) is [.., ':' or '：'])
            {
                int end = Math.Min(blocks.Page.Nodes[list].EndBlock - blocks.First, blocks.Count);
                for (int item = i + 1; item < end; item++)
                {
                    bool isItem = blocks.Contexts[item].Item >= 0
                        && !blocks.Contexts[item].Roles.HasAny(Roles.Denied);
                    blocks.Verdicts[item] =
                        isItem ? new BlockVerdict(true, ParagraphKind.ListItem) : blocks.Verdicts[item];
                }
            }
        }
    }
}

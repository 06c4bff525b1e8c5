using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Keeps a short line outside of paragraph elements within a row of prose of the same make.</summary>
/// <remarks>A dialogue has lines of one word; only the row distinguishes them from labels.</remarks>
internal static class ShortLineRules
{
    /// <summary>The maximum number of short lines in a row.</summary>
    private const int MostLines = 12;

    /// <summary>The maximum depth of wrappers around a line in its row.</summary>
    private const int MostWrappers = 4;

    public static void Apply(BodyBlocks blocks)
    {
        int previous = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            bool isProse = IsLooseProse(blocks, i);
            if (isProse && previous >= 0 && i - previous is > 1 and <= MostLines + 1)
            {
                Keep(blocks, previous, i);
            }

            previous = isProse ? i : blocks.Verdicts[i].IsKept || !MayBeLine(blocks, i) ? -1 : previous;
        }
    }

    private static void Keep(BodyBlocks blocks, int before, int after)
    {
        for (int i = before + 1; i < after; i++)
        {
            if (!IsSameMake(blocks, before, i) || !IsSameMake(blocks, i, after))
            {
                return;
            }
        }

        for (int i = before + 1; i < after; i++)
        {
            blocks.Verdicts[i] = new BlockVerdict(true, ParagraphKind.Text);
        }
    }

    private static bool IsLooseProse(BodyBlocks blocks, int index) =>
        blocks.Verdicts[index] is { IsKept: true, Kind: ParagraphKind.Text }
            && !blocks.Contexts[index].IsParagraph
            && blocks.KeptProse(index) > 0;

    private static bool MayBeLine(BodyBlocks blocks, int index)
    {
        TextBlock block = blocks[index];
        BlockContext context = blocks.Contexts[index];
        return block.Weight > 0
            && block.LinkWeight == 0
            && context is { Item: < 0, Row: < 0, Figure: < 0, IsParagraph: false }
            && !context.Roles.HasAny(Roles.Denied)
            && blocks.Page.Nodes[block.Node].Kind != ElementKind.Heading
            && !LabelWords.IsLabel(blocks.Page.TextOf(block));
    }

    /// <summary>Whether two lines have the same elements around them, up to a common one.</summary>
    private static bool IsSameMake(BodyBlocks blocks, int left, int right)
    {
        ReadOnlySpan<PageNode> nodes = blocks.Page.Nodes;
        ReadOnlySpan<PageElement> elements = blocks.Page.Elements;
        int a = blocks[left].Node;
        int b = blocks[right].Node;
        for (int i = 0; i <= MostWrappers && a >= 0 && b >= 0; i++)
        {
            if (a == b)
            {
                return true;
            }

            if (elements[a].Tag != elements[b].Tag || !elements[a].Classes.Span.SequenceEqual(elements[b].Classes.Span))
            {
                return false;
            }

            a = nodes[a].Parent;
            b = nodes[b].Parent;
        }

        return false;
    }
}

using System.Collections.Immutable;
using NewsDiff.Extraction.Fields;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Reads the paragraphs of a page's body.</summary>
internal static class BodyReader
{
    private const int LinesAboveBody = 12;

    public static (ImmutableArray<Paragraph> Paragraphs, BodyPlace Place) Read(Page page, string title)
    {
        int container = ContainerFinder.Find(page.Nodes);
        if (container < 0)
        {
            return ([], new BodyPlace(0, 0, 0));
        }

        BlockVerdict[] verdicts = BlockClassifier.Classify(page, container, title);
        int first = page.Nodes[container].FirstBlock;
        int firstProse = FirstProse(page.Blocks[first..], verdicts);
        int lastKept = Array.FindLastIndex(verdicts, verdict => verdict.IsKept);
        int firstBlock = first + firstProse;
        var place = new BodyPlace(HeadlineAbove(page, firstBlock, title), firstBlock, first + lastKept + 1);
        return (ParagraphWriter.Write(page, container, verdicts), place);
    }

    private static int FirstProse(ReadOnlySpan<TextBlock> blocks, BlockVerdict[] verdicts)
    {
        for (int i = 0; i < verdicts.Length; i++)
        {
            if (verdicts[i].IsKept && ProseMeasure.ProseOf(blocks[i]) > 0)
            {
                return i;
            }
        }

        return 0;
    }

    /// <summary>The last block above the body that says the headline, or one a little above the body.</summary>
    private static int HeadlineAbove(Page page, int firstBlock, string title)
    {
        for (int i = Math.Min(firstBlock, page.Blocks.Length - 1); i >= 0; i--)
        {
            if (page.TextOf(page.Blocks[i]).SequenceEqual(title))
            {
                return i;
            }
        }

        return Math.Max(0, firstBlock - LinesAboveBody);
    }
}

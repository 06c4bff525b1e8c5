using System.Collections.Immutable;
using NewsDiff.Extraction.Fields;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Reads the paragraphs of a page's body.</summary>
internal static class BodyReader
{
    private const int LinesAboveBody = 12;
    private const int LinesBelowBody = 15;

    /// <summary>Reads the body.</summary>
    /// <param name="page">The page.</param>
    /// <param name="title">Its headline.</param>
    /// <param name="previousContainer">The path of the previous container, or null.</param>
    public static BodyReading Read(Page page, string title, string? previousContainer)
    {
        int headline = HeadlineOf(page, title);
        int container = ContainerFinder.Find(page, headline, previousContainer);
        if (container < 0)
        {
            return new BodyReading([], new BodyPlace(0, 0, 0), null, []);
        }

        BlockVerdict[] verdicts = BlockClassifier.Classify(page, container, title, headline);
        CorrectionMarker.Mark(page, container, verdicts);
        int first = page.Nodes[container].FirstBlock;
        int firstProse = FirstProse(page.Blocks[first..], verdicts);
        int lastKept = Array.FindLastIndex(verdicts, verdict => verdict.IsKept);
        int firstBlock = first + firstProse;
        var place = new BodyPlace(HeadlineAbove(headline, firstBlock), firstBlock, first + lastKept + 1);
        ImmutableArray<Paragraph> paragraphs =
        [
            .. Notices(page, place.HeadlineBlock, first),
            .. ParagraphWriter.Write(page, container, verdicts),
            .. Notices(page, first + verdicts.Length, first + verdicts.Length + LinesBelowBody),
        ];
        return new BodyReading(
            paragraphs, place, ContainerPath.Of(page, container), BodyLinks.Read(page, container, verdicts));
    }

    /// <summary>The correction notices outside of the container.</summary>
    private static IEnumerable<Paragraph> Notices(Page page, int first, int end)
    {
        for (int i = first; i < Math.Min(end, page.Blocks.Length); i++)
        {
            if (CorrectionMarker.IsNotice(page, page.Blocks[i]))
            {
                yield return new Paragraph(page.TextOf(page.Blocks[i]).ToString(), ParagraphKind.Correction);
            }
        }
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

    /// <summary>The headline's block if it is above the body, otherwise a block slightly above it.</summary>
    private static int HeadlineAbove(int headline, int firstBlock) =>
        headline >= 0 && headline <= firstBlock ? headline : Math.Max(0, firstBlock - LinesAboveBody);

    /// <summary>The first block of a headline that equals the title; -1 for none.</summary>
    /// <remarks>Marked headlines come first.</remarks>
    private static int HeadlineOf(Page page, string title)
    {
        foreach (PageMark mark in page.Marks)
        {
            PageNode node = page.Nodes[mark.Node];
            if (mark.Kind == MarkKind.Headline && page.TextOf(node.TextStart, node.TextEnd).SequenceEqual(title))
            {
                return node.FirstBlock;
            }
        }

        for (int i = 0; i < page.Blocks.Length; i++)
        {
            if (page.TextOf(page.Blocks[i]).SequenceEqual(title))
            {
                return i;
            }
        }

        return -1;
    }
}

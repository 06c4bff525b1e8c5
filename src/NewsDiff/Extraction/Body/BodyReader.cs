using System.Collections.Immutable;
using NewsDiff.Extraction.Fields;
using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Reads the paragraphs of a page's body.</summary>
internal static class BodyReader
{
    public static (ImmutableArray<Paragraph> Paragraphs, BodyPlace Place) Read(Page page, string title)
    {
        int container = ContainerFinder.Find(page.Nodes);
        if (container < 0)
        {
            return ([], new BodyPlace(0, 0));
        }

        BlockVerdict[] verdicts = BlockClassifier.Classify(page, container, title);
        int first = page.Nodes[container].FirstBlock;
        int firstKept = Array.FindIndex(verdicts, verdict => verdict.IsKept);
        int lastKept = Array.FindLastIndex(verdicts, verdict => verdict.IsKept);
        return (ParagraphWriter.Write(page, container, verdicts), new BodyPlace(first + Math.Max(0, firstKept), first + lastKept + 1));
    }
}

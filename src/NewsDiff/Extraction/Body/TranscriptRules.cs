using NewsDiff.Extraction.Parsing;
using NewsDiff.Languages;

namespace NewsDiff.Extraction.Body;

/// <summary>Drops the transcript of a video or recording that accompanies an article.</summary>
internal static class TranscriptRules
{
    /// <summary>The divisor for the largest share of prose in a transcript.</summary>
    /// <remarks>A longer transcript is the article itself.</remarks>
    private const int MostProse = 2;

    private static readonly string[] Labels =
        KnownLanguages.Phrases(static language => language.TranscriptLabels);

    public static void Apply(BodyBlocks blocks)
    {
        ReadOnlySpan<PageNode> nodes = blocks.Page.Nodes;
        for (int i = 0; i < blocks.Count; i++)
        {
            if (!IsLabel(blocks.Page.TextOf(blocks[i])))
            {
                continue;
            }

            int box = blocks[i].Node;
            while (nodes[box].Parent > blocks.Container && nodes[nodes[box].Parent].FirstBlock == blocks.First + i)
            {
                box = nodes[box].Parent;
            }

            if (nodes[box].AllProse * MostProse < nodes[blocks.Container].AllProse)
            {
                blocks.Drop(i, nodes[box].EndBlock - blocks.First);
            }
        }
    }

    private static bool IsLabel(ReadOnlySpan<char> line)
    {
        foreach (string label in Labels)
        {
            if (line.Trim(" :").Equals(label, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Drops the transcript that comes with the player of a video or a recording within an article.</summary>
internal static class TranscriptRules
{
    /// <summary>A transcript that holds more than one part in so many of the prose is what the page is about.</summary>
    private const int MostProse = 2;

    private static readonly string[] Labels =
    [
        "transcript", "video transcript", "read transcript", "full transcript", "transkript", "transcription",
        "transcripción", "transcrição",
        "trascrizione", "транскрипт", "расшифровка", "文字起こし", "文字稿", "대본",
    ];

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

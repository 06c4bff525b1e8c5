using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>The blocks of a container with their surroundings and the decisions about them.</summary>
internal sealed class BodyBlocks
{
    public BodyBlocks(Page page, int container)
    {
        Page = page;
        Container = container;
        PageNode node = page.Nodes[container];
        First = node.FirstBlock;
        Contexts = new BlockContext[node.EndBlock - node.FirstBlock];
        Verdicts = new BlockVerdict[Contexts.Length];
        for (int i = 0; i < Contexts.Length; i++)
        {
            Contexts[i] = BlockContext.Of(page.Nodes, this[i].Node, container);
        }
    }

    public Page Page { get; }

    public int Container { get; }

    /// <summary>The index of the first block on the page.</summary>
    public int First { get; }

    public int Count => Verdicts.Length;

    public BlockContext[] Contexts { get; }

    public BlockVerdict[] Verdicts { get; }

    public TextBlock this[int index] => Page.Blocks[First + index];

    /// <summary>The weight of a kept block when it is prose; otherwise 0.</summary>
    public int KeptProse(int index) => Verdicts[index].IsKept ? ProseMeasure.ProseOf(this[index]) : 0;

    /// <summary>The first kept block of prose, or 0.</summary>
    public int FirstProse()
    {
        for (int i = 0; i < Count; i++)
        {
            if (KeptProse(i) > 0)
            {
                return i;
            }
        }

        return 0;
    }

    public void Drop(int first, int end) => Array.Fill(Verdicts, BlockVerdict.Dropped, first, end - first);
}

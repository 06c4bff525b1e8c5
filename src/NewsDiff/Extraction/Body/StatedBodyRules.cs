using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Drops boxes between the elements that a page marks as its body.</summary>
internal static class StatedBodyRules
{
    /// <summary>The smallest share of the container's prose in elements that call themselves the body.</summary>
    private const double LeastShare = 0.9;

    public static void Apply(BodyBlocks blocks)
    {
        bool[] isStated = new bool[blocks.Count];
        int all = 0;
        int stated = 0;
        int elements = 0;
        int previous = -1;
        for (int i = 0; i < blocks.Count; i++)
        {
            int element = StatedAround(blocks, i);
            int prose = blocks.KeptProse(i);
            isStated[i] = element >= 0;
            elements += element >= 0 && element != previous ? 1 : 0;
            previous = element >= 0 ? element : previous;
            all += prose;
            stated += element >= 0 ? prose : 0;
        }

        if (elements < 2 || stated < LeastShare * all)
        {
            return;
        }

        int last = Array.LastIndexOf(isStated, true);
        var around = new Dictionary<int, bool>();
        for (int i = Array.IndexOf(isStated, true); i < last; i++)
        {
            if (!isStated[i] && !StandsBesideStated(blocks, i, around))
            {
                blocks.Verdicts[i] = BlockVerdict.Dropped;
            }
        }
    }

    /// <summary>The outermost marked body element around a block, in the container; -1 for none.</summary>
    private static int StatedAround(BodyBlocks blocks, int index)
    {
        ReadOnlySpan<PageNode> nodes = blocks.Page.Nodes;
        int found = -1;
        for (int i = blocks[index].Node; i > blocks.Container; i = nodes[i].Parent)
        {
            found = nodes[i].Own.HasAny(Roles.Body) ? i : found;
        }

        return found;
    }

    /// <summary>Whether a heading, list or quote is a sibling of two marked body elements.</summary>
    private static bool StandsBesideStated(BodyBlocks blocks, int index, Dictionary<int, bool> known)
    {
        ReadOnlySpan<PageNode> nodes = blocks.Page.Nodes;
        int own = blocks[index].Node;
        while (nodes[own].Parent > blocks.Container
            && nodes[nodes[own].Parent].Kind is ElementKind.List or ElementKind.Quote or ElementKind.Table
                or ElementKind.Row)
        {
            own = nodes[own].Parent;
        }

        int around = nodes[own].Parent;
        if (!known.TryGetValue(around, out bool isBeside))
        {
            known[around] = isBeside = HasStatedChild(nodes, around);
        }

        return isBeside;
    }

    private static bool HasStatedChild(ReadOnlySpan<PageNode> nodes, int around)
    {
        for (int child = around + 1; child < nodes[around].EndNode; child = nodes[child].EndNode)
        {
            if (nodes[child].Own.HasAny(Roles.Body))
            {
                return true;
            }
        }

        return false;
    }
}

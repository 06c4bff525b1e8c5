using NewsDiff.Extraction.Parsing;

namespace NewsDiff.Extraction.Body;

/// <summary>Drops small boxes with controls: a field for a mail address, or a question and its buttons.</summary>
/// <remarks>What a box says is not looked at; a box with a longer text stays.</remarks>
internal static class ControlRules
{
    /// <summary>The largest weight of a box with a field for a mail address.</summary>
    private const int LargestForm = 300;

    /// <summary>The largest weight of a question.</summary>
    private const int LargestQuestion = 120;

    /// <summary>The divisor for the largest share of the container's prose in a box.</summary>
    private const int MostProse = 3;

    private const int FewestButtons = 2;
    private const int MostBlocks = 12;

    public static void Apply(BodyBlocks blocks)
    {
        ReadOnlySpan<PageNode> nodes = blocks.Page.Nodes;
        var buttons = new Dictionary<int, int>();
        foreach (PageControl control in blocks.Page.Controls)
        {
            bool isInside = control.Node > blocks.Container && control.Node < nodes[blocks.Container].EndNode;
            if (isInside && control.IsMailField)
            {
                Drop(blocks, control.Node, LargestForm);
            }
            else if (isInside)
            {
                buttons[control.Node] = buttons.GetValueOrDefault(control.Node) + 1;
            }
        }

        foreach ((int node, int count) in buttons)
        {
            if (count >= FewestButtons)
            {
                Drop(blocks, node, LargestQuestion);
            }
        }
    }

    /// <summary>Drops the largest element around a control that is small enough.</summary>
    private static void Drop(BodyBlocks blocks, int node, int largest)
    {
        ReadOnlySpan<PageNode> nodes = blocks.Page.Nodes;
        int box = -1;
        for (int i = node; i > blocks.Container && IsSmall(blocks, nodes[i], largest); i = nodes[i].Parent)
        {
            box = i;
        }

        if (box >= 0)
        {
            blocks.Drop(nodes[box].FirstBlock - blocks.First, nodes[box].EndBlock - blocks.First);
        }
    }

    private static bool IsSmall(BodyBlocks blocks, in PageNode box, int largest)
    {
        if (box.EndBlock - box.FirstBlock > MostBlocks
            || box.Prose * MostProse > blocks.Page.Nodes[blocks.Container].Prose)
        {
            return false;
        }

        int weight = 0;
        for (int i = box.FirstBlock; i < box.EndBlock; i++)
        {
            weight += blocks.Page.Blocks[i].Weight;
        }

        return weight <= largest;
    }
}

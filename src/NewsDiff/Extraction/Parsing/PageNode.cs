using System.Runtime.InteropServices;

namespace NewsDiff.Extraction.Parsing;

/// <summary>An element of a page with its measures.</summary>
/// <remarks>Nodes are in document order, so a subtree is a range of them.</remarks>
[StructLayout(LayoutKind.Auto)]
internal struct PageNode
{
    /// <summary>The index of the parent among the nodes; -1 for the root.</summary>
    public int Parent;

    /// <summary>The first node after the subtree.</summary>
    public int EndNode;

    /// <summary>The first block of the subtree.</summary>
    public int FirstBlock;

    /// <summary>The first block after the subtree.</summary>
    public int EndBlock;

    /// <summary>Where its text starts and ends in the page's text.</summary>
    public int TextStart;
    public int TextEnd;

    public ElementKind Kind;

    /// <summary>The level of a heading, 1 to 6; otherwise 0.</summary>
    public byte Level;

    /// <summary>The element's own roles.</summary>
    public Roles Own;

    /// <summary>The roles granted to it and its ancestors.</summary>
    public Roles Granted;

    /// <summary>The weight of all its prose, in any role.</summary>
    public int AllProse;

    /// <summary>The weight of its prose without the denied parts.</summary>
    public int Prose;

    /// <summary>The weight of everything but its prose, without the denied parts.</summary>
    public int Noise;
}

using System.Runtime.InteropServices;

namespace NewsDiff.Extraction.Parsing;

/// <summary>A run of text between two block boundaries, with its counts.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct TextBlock
{
    /// <summary>The innermost element around the text that starts a block.</summary>
    public int Node;

    /// <summary>Where it starts and ends in the page's text.</summary>
    public int Start;
    public int End;

    /// <summary>The weight of all its letters and digits; see <see cref="TextWeight"/>.</summary>
    public int Weight;

    /// <summary>The weight inside links.</summary>
    public int LinkWeight;

    /// <summary>The weight inside bold or italic elements.</summary>
    public int EmphasisWeight;

    /// <summary>The weight inside inline elements of a denied role.</summary>
    public int DeniedWeight;

    /// <summary>The outermost inline element with a denied role; if there are several, the last.</summary>
    public int Denier;

    /// <summary>How many marks end a sentence or a clause, by the scripts' own punctuation.</summary>
    public int Sentences;
    public int Commas;

    public readonly int UnlinkedWeight => Weight - LinkWeight;

    /// <summary>Whether four fifths or more are links: a headline or a list that leads elsewhere.</summary>
    public readonly bool IsMostlyLinks => LinkWeight * 5 >= Weight * 4;

    /// <summary>Whether more than half are links.</summary>
    public readonly bool IsHalfLinks => LinkWeight * 2 > Weight;
}

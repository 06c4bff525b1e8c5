using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Tokens;

/// <summary>One unit of comparison: its place, its kind, and an id that equal tokens share.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Token
{
    internal int Start;
    internal int Length;
    internal int Id;
    internal TokenKind Kind;

    internal readonly int End => Start + Length;

    /// <summary>Whether a paragraph ends here: at a break, or at whole lines.</summary>
    internal readonly bool EndsParagraph => Kind >= TokenKind.Break;

    internal readonly bool IsWord => Kind <= TokenKind.Character;
}

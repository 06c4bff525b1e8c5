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

    internal readonly bool IsWord => Kind <= TokenKind.Character;
}

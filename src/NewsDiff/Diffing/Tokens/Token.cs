using System.Runtime.InteropServices;

namespace NewsDiff.Diffing.Tokens;

/// <summary>
/// One unit of comparison: where it stands in its text, what it is, and the id it shares with its equals.
/// </summary>
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

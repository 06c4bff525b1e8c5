using System.Runtime.InteropServices;

namespace NewsDiff.Diffing;

/// <summary>One unit of comparison: where it stands in its text, what it is, and the id it shares with its equals.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Token
{
    internal int Start;
    internal int Length;
    internal int Id;

    /// <summary>The weight of all tokens before it, so that any stretch is weighed by one subtraction.</summary>
    internal int WeightBefore;

    internal TokenKind Kind;

    internal readonly int End => Start + Length;

    internal readonly bool IsWord => Kind <= TokenKind.Character;
}

namespace NewsDiff.Diffing.Tokens;

/// <summary>A line without the white space at its ends, and how often it was seen.</summary>
internal struct Line
{
    internal int Start;
    internal int End;
    internal uint Hash;
    internal int OldCount;
    internal int NewCount;
    internal int Partner;

    internal readonly ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text[Start..End];
}

namespace NewsDiff.Diffing.Tokens;

/// <summary>A line without the white space at its ends, and how often each text has it.</summary>
internal struct Line
{
    internal int Start;
    internal int End;
    internal uint Hash;
    internal int OldCount;
    internal int NewCount;
    internal int Partner;

    /// <summary>The first line of the old text that is equal.</summary>
    internal int First;

    /// <summary>The line of the old text with which it was found equal when it was read, or -1.</summary>
    internal int Twin;

    internal readonly int Length => End - Start;

    internal readonly ReadOnlySpan<char> In(ReadOnlySpan<char> text) => text[Start..End];
}

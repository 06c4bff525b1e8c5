namespace NewsDiff.Diffing;

/// <summary>Old tokens and the new tokens that replace them; either may be empty.</summary>
internal struct Hunk
{
    internal int OldStart;
    internal int OldEnd;
    internal int NewStart;
    internal int NewEnd;

    internal readonly bool IsInsertion => OldStart == OldEnd;

    internal readonly bool IsDeletion => NewStart == NewEnd;

    internal readonly bool IsReplacement => !IsInsertion && !IsDeletion;
}

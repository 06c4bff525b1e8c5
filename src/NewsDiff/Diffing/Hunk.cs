namespace NewsDiff.Diffing;

/// <summary>A stretch of old tokens that a stretch of new tokens replaced; either may be empty.</summary>
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

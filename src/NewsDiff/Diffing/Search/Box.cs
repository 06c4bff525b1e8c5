namespace NewsDiff.Diffing.Search;

/// <summary>A rectangle of the edit graph: a stretch of each of the two sequences.</summary>
internal readonly record struct Box(int OldStart, int OldEnd, int NewStart, int NewEnd)
{
    internal int OldLength => OldEnd - OldStart;

    internal int NewLength => NewEnd - NewStart;

    internal bool Contains(int old, int @new) => old >= OldStart && old < OldEnd && @new >= NewStart && @new < NewEnd;

    internal bool IsEmpty => OldStart == OldEnd || NewStart == NewEnd;
}

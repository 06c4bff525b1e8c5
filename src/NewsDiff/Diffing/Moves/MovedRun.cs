namespace NewsDiff.Diffing.Moves;

/// <summary>A run of words that is the same on both sides.</summary>
/// <param name="Old">The first old word.</param>
/// <param name="New">The first new word.</param>
/// <param name="Length">The number of words.</param>
internal readonly record struct MovedRun(int Old, int New, int Length);

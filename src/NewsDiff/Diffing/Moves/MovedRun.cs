namespace NewsDiff.Diffing.Moves;

/// <summary>Words that follow each other on both sides, as many as there are.</summary>
/// <param name="Old">The first old word.</param>
/// <param name="New">The first new word.</param>
/// <param name="Length">The number of words.</param>
internal readonly record struct MovedRun(int Old, int New, int Length);

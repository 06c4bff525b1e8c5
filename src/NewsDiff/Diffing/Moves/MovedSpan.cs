namespace NewsDiff.Diffing.Moves;

/// <summary>The words of a move on both sides.</summary>
/// <param name="OldStart">The first old word.</param>
/// <param name="OldEnd">The old word after the last.</param>
/// <param name="NewStart">The first new word.</param>
/// <param name="NewEnd">The new word after the last.</param>
/// <param name="Kept">The weight of the words that both sides share.</param>
internal readonly record struct MovedSpan(int OldStart, int OldEnd, int NewStart, int NewEnd, int Kept);

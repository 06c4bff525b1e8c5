namespace NewsDiff.Diffing.Alignment;

/// <summary>An old and a new paragraph that may be the same one.</summary>
/// <param name="Old">The old place.</param>
/// <param name="New">The new place.</param>
/// <param name="Shared">The weight of the words they share.</param>
/// <param name="Similarity">Twice that over the weight of both: the weighted Dice coefficient, 0 to 1.</param>
/// <param name="ReadsAlike">Whether they read the same.</param>
internal readonly record struct ParagraphPair(int Old, int New, double Shared, double Similarity, bool ReadsAlike);

namespace NewsDiff.Diffing.Alignment;

/// <summary>An old and a new paragraph that may be the same or share parts.</summary>
/// <param name="Old">The old place.</param>
/// <param name="New">The new place.</param>
/// <param name="Similarity">
/// Twice the shared weight over the weight of both: the weighted Dice coefficient, 0 to 1.
/// </param>
/// <param name="OldShare">The share of the old paragraph's weight that the new one has, 0 to 1.</param>
/// <param name="NewShare">The share of the new paragraph's weight that the old one had, 0 to 1.</param>
/// <param name="Words">The number of words of the shorter one.</param>
/// <param name="ReadsAlike">Whether they read the same.</param>
/// <param name="IsNamed">Whether they are rows of a table with the same name.</param>
internal readonly record struct ParagraphPair(
    int Old, int New, double Similarity, double OldShare, double NewShare, int Words, bool ReadsAlike,
    bool IsNamed = false);

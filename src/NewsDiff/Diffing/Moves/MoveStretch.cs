namespace NewsDiff.Diffing.Moves;

/// <summary>A deleted or inserted stretch of a paragraph.</summary>
/// <param name="Hunk">
/// A number that a deletion shares only with the insertion in its place: words that both have did not move.
/// </param>
/// <param name="Paragraph">The index of the paragraph; 0 in a comparison of texts.</param>
/// <param name="Text">The text that the stretch is in.</param>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="End">Where it ends in the text.</param>
internal readonly record struct MoveStretch(int Hunk, int Paragraph, string Text, int Start, int End);

namespace NewsDiff.Diffing.Moves;

/// <summary>A word of a deleted or inserted stretch.</summary>
/// <param name="Id">A number that equal words share; negative where a stretch or a paragraph ends.</param>
/// <param name="Start">Where it begins in the text of its stretch.</param>
/// <param name="End">Where it ends in the text of its stretch.</param>
/// <param name="Stretch">The index of its stretch.</param>
/// <param name="Before">The weight of all words before it.</param>
internal readonly record struct MoveWord(int Id, int Start, int End, int Stretch, int Before);

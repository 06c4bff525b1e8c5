namespace NewsDiff.Rendering.Rows;

/// <summary>Where a move begins or ends in the text of a row.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Mark">Its mark.</param>
/// <param name="Words">The comparison of its old words with the new ones.</param>
internal readonly record struct MarkedRange(int Start, int End, MoveMark Mark, TextDiff Words)
{
    internal static MarkedRange Old(DiffMove move, int number) => new(
        move.OldStart,
        move.OldStart + move.OldLength,
        new MoveMark(number, IsOld: true, move.OldParagraph, move.NewParagraph),
        move.Words);

    internal static MarkedRange New(DiffMove move, int number) => new(
        move.NewStart,
        move.NewStart + move.NewLength,
        new MoveMark(number, IsOld: false, move.OldParagraph, move.NewParagraph),
        move.Words);
}

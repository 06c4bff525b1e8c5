namespace NewsDiff.Rendering.Rows;

/// <summary>Marks a piece of moved text, or the place that it left.</summary>
/// <param name="Number">The number of the move in its comparison, from 1; 0 for text that did not move.</param>
/// <param name="IsOld">Whether it is the place that the text left.</param>
/// <param name="From">The old paragraph, from 0; the same as the new one in a comparison of texts.</param>
/// <param name="To">The new paragraph, from 0.</param>
internal readonly record struct MoveMark(int Number, bool IsOld, int From, int To)
{
    internal bool IsMove => Number > 0;
}

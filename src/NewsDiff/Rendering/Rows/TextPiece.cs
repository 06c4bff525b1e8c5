namespace NewsDiff.Rendering.Rows;

/// <summary>A stretch of text to print in one style, or a break between paragraphs.</summary>
/// <param name="Kind">The kind of the edit; inside a move, the kind of the move's own edit.</param>
/// <param name="Text">The text; empty where a combined view shows only that text moved away.</param>
/// <param name="IsBreak">Whether it is a break between paragraphs.</param>
/// <param name="Move">The mark of the move that it belongs to.</param>
/// <param name="Beside">For white space beside a move: the kind of the edit around it; null for all else.</param>
internal readonly record struct TextPiece(
    EditKind Kind, ReadOnlyMemory<char> Text, bool IsBreak, MoveMark Move = default, EditKind? Beside = null)
{
    internal bool IsChange => Kind != EditKind.Equal;

    /// <summary>Which side has the piece: a piece of a move is on one side only.</summary>
    internal EditKind Side => Beside ?? (!Move.IsMove ? Kind : Move.IsOld ? EditKind.Delete : EditKind.Insert);

    /// <summary>The text without surrounding white space; all of it when it is only white space.</summary>
    /// <remarks>An empty mark would be invisible.</remarks>
    internal ReadOnlySpan<char> Core => Text.Span.Trim() is { IsEmpty: false } core ? core : Text.Span;

    internal ReadOnlySpan<char> Lead => Text.Span.Trim().IsEmpty ? [] : Text.Span[..^Text.Span.TrimStart().Length];

    internal ReadOnlySpan<char> Trail => Text.Span.Trim().IsEmpty ? [] : Text.Span[Text.Span.TrimEnd().Length..];
}

namespace NewsDiff.Rendering.Rows;

/// <summary>A stretch of text to print in one style, or a break between paragraphs.</summary>
internal readonly record struct TextPiece(EditKind Kind, ReadOnlyMemory<char> Text, bool IsBreak)
{
    internal bool IsChange => Kind != EditKind.Equal;

    /// <summary>The text without surrounding white space; all of it when it is only white space.</summary>
    /// <remarks>An empty mark would be invisible.</remarks>
    internal ReadOnlySpan<char> Core => Text.Span.Trim() is { IsEmpty: false } core ? core : Text.Span;

    internal ReadOnlySpan<char> Lead => Text.Span.Trim().IsEmpty ? [] : Text.Span[..^Text.Span.TrimStart().Length];

    internal ReadOnlySpan<char> Trail => Text.Span.Trim().IsEmpty ? [] : Text.Span[Text.Span.TrimEnd().Length..];
}

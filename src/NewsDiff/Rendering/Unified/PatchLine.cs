namespace NewsDiff.Rendering.Unified;

/// <summary>One line of a unified patch.</summary>
/// <param name="Kind">Its kind: context, deleted or inserted.</param>
/// <param name="Text">The line, without a line end.</param>
/// <param name="EndsFile">Whether it is the end of a text without a final line end.</param>
/// <param name="Note">Its note in the head of the hunk, or null.</param>
internal readonly record struct PatchLine(EditKind Kind, string Text, bool EndsFile = false, string? Note = null);

namespace NewsDiff.Extraction.Body;

/// <summary>Whether a block belongs to the body, and its kind.</summary>
/// <param name="IsKept">Whether it belongs to the body.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Row">The index of its table row among the nodes; -1 for none.</param>
internal readonly record struct BlockVerdict(bool IsKept, ParagraphKind Kind, int Row = -1)
{
    public static BlockVerdict Dropped => default;
}

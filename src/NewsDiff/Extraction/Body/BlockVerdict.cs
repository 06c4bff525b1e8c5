namespace NewsDiff.Extraction.Body;

/// <summary>Whether a block belongs to the body, and as what.</summary>
/// <param name="IsKept">Whether it does.</param>
/// <param name="Kind">The part it plays.</param>
/// <param name="Row">The table row it stands in, as a place among the nodes; -1 for none.</param>
internal readonly record struct BlockVerdict(bool IsKept, ParagraphKind Kind, int Row = -1)
{
    public static BlockVerdict Dropped => default;
}

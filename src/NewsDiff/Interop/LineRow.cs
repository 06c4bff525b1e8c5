using DiffPlex.DiffBuilder.Model;

namespace NewsDiff.Interop;

/// <summary>A line of the old text beside its new line; either may be missing.</summary>
internal readonly record struct LineRow(List<DiffPiece>? Old, List<DiffPiece>? New)
{
    internal bool IsUnchanged => Old is not null && New is not null
        && Old.TrueForAll(piece => piece.Type == ChangeType.Unchanged)
        && New.TrueForAll(piece => piece.Type == ChangeType.Unchanged);
}

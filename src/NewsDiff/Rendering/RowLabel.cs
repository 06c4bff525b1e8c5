using System.Globalization;

namespace NewsDiff.Rendering;

/// <summary>What is said of a row in words, on which side, and the row that it points to.</summary>
internal sealed record RowLabel(string Text, bool IsOld, int? Row = null)
{
    internal static RowLabel? Of(DiffRow row)
    {
        if (row.MovedTo is { } to)
        {
            return new RowLabel($"Moved to {to.ToString(CultureInfo.InvariantCulture)}", IsOld: true, to);
        }

        string? happened = row.Kind switch
        {
            ParagraphChangeKind.Inserted => "Inserted",
            ParagraphChangeKind.Deleted => "Deleted",
            ParagraphChangeKind.Split => string.Create(CultureInfo.InvariantCulture, $"Split into {row.NewIndexes.Length}"),
            ParagraphChangeKind.Merged => string.Create(CultureInfo.InvariantCulture, $"Merged from {row.OldIndexes.Length}"),
            _ => null,
        };
        if (row.MovedFrom is { } from)
        {
            string moved = $"Moved from {from.ToString(CultureInfo.InvariantCulture)}";
            return new RowLabel(happened is null ? moved : $"{moved}, {(row.Kind == ParagraphChangeKind.Split ? "split" : "merged")}", IsOld: false, from);
        }

        return happened is null ? null : new RowLabel(happened, row.Kind == ParagraphChangeKind.Deleted);
    }
}

using System.Globalization;

namespace NewsDiff.Rendering.Rows;

/// <summary>The label beside a row: its words, its side, and the row it links to.</summary>
internal sealed record RowLabel(string Text, bool IsOld, int? Row = null)
{
    internal static RowLabel? Of(DiffRow row)
    {
        if (row.MovedTo is { } to)
        {
            return new RowLabel(string.Create(CultureInfo.InvariantCulture, $"Moved to row {to}"), IsOld: true, to);
        }

        if (row.PartOf is { } whole)
        {
            return new RowLabel(
                string.Create(CultureInfo.InvariantCulture, $"Part of row {whole}"), row.New.IsEmpty, whole);
        }

        string? moved = row.MovedFrom is { } from
            ? string.Create(CultureInfo.InvariantCulture, $"Moved from row {from}")
            : null;
        string? words = RowWords.Join(moved, RowWords.OfKind(row), row.NewRole);
        return words is null
            ? null
            : new RowLabel(words, IsOld: row.Kind == ParagraphChangeKind.Deleted, row.MovedFrom);
    }
}

using System.Globalization;

namespace NewsDiff.Rendering.Rows;

/// <summary>The label beside a row: its words, its side, and the row it links to.</summary>
internal sealed record RowLabel(string Text, bool IsOld, int? Row = null)
{
    internal static RowLabel? Of(DiffRow row, IOwnTexts texts)
    {
        if (row.MovedTo is { } to)
        {
            return new RowLabel(texts.Say("Moved to row {0}", NumberOf(to)), IsOld: true, to);
        }

        if (row.PartOf is { } whole)
        {
            return new RowLabel(texts.Say("Part of row {0}", NumberOf(whole)), row.New.IsEmpty, whole);
        }

        string? moved = row.MovedFrom is { } from ? texts.Say("Moved from row {0}", NumberOf(from)) : null;
        string? words = RowWords.Join(texts, moved, RowWords.OfKind(row, texts), row.NewRole);
        return words is null
            ? null
            : new RowLabel(words, IsOld: row.Kind == ParagraphChangeKind.Deleted, row.MovedFrom);
    }

    private static string NumberOf(int row) => row.ToString(CultureInfo.InvariantCulture);
}

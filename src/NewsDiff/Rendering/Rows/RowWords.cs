using System.Globalization;

namespace NewsDiff.Rendering.Rows;

/// <summary>Describes a row's change in words, for formats without columns.</summary>
internal static class RowWords
{
    /// <summary>The phrase for the change of the paragraphs, or null when their marks show it.</summary>
    internal static string? OfKind(DiffRow row) => row.Kind switch
    {
        _ when row.IsMovedWhole => null,
        ParagraphChangeKind.Inserted => "Inserted",
        ParagraphChangeKind.Deleted => "Deleted",
        ParagraphChangeKind.Split => string.Create(CultureInfo.InvariantCulture, $"Split into {row.NewIndexes.Length}"),
        ParagraphChangeKind.Merged =>
            string.Create(CultureInfo.InvariantCulture, $"Merged from {row.OldIndexes.Length}"),
        _ => null,
    };

    /// <summary>Where it moved, in places counted from 1; null when it did not move.</summary>
    internal static string? OfMove(DiffRow row) => row.MovedFrom is null
        ? null
        : string.Create(
            CultureInfo.InvariantCulture,
            $"Moved: was paragraph {row.OldIndexes[0] + 1}, is paragraph {row.NewIndexes[0] + 1}");

    /// <summary>All phrases about a row, in one line; null when its marks suffice.</summary>
    internal static string? Of(DiffRow row) => Join(OfMove(row), OfKind(row), row.NewRole, OfMarks(row));

    /// <summary>Where what is marked as moved is from, or went to; null in comparisons of texts.</summary>
    internal static string? OfMarks(DiffRow row) => row.OldIndexes.IsEmpty && row.NewIndexes.IsEmpty
        ? null
        : Join([.. row.Both.Select(piece => piece.Move).Where(move => move.IsMove).Distinct()
            .GroupBy(move => move.Number, OfMark)]);

    /// <summary>The sign of a move in formats without links: the same number at both places.</summary>
    internal static string SignOf(MoveMark move) => string.Create(CultureInfo.InvariantCulture, $"↕{move.Number}");

    // Of two marks with one number, the text moved from one place of the row to another.
    private static string? OfMark(int number, IEnumerable<MoveMark> marks) => marks.ToList() switch
    {
        [var move] when move.IsOld => $"{SignOf(move)} moved to paragraph {Text(move.To + 1)}",
        [var move] => $"{SignOf(move)} moved from paragraph {Text(move.From + 1)}",
        var both => $"{SignOf(both[0])} moved within the paragraph",
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Joins the given phrases as sentences.</summary>
    internal static string? Join(params ReadOnlySpan<string?> words)
    {
        string? all = null;
        foreach (string? word in words)
        {
            all = all is null ? word : word is null ? all : $"{all}. {word}";
        }

        return all;
    }

    /// <summary>The number of unchanged paragraphs that were left out.</summary>
    internal static string OfUnchanged(int count) =>
        string.Create(CultureInfo.InvariantCulture, $"… {count} {(count == 1 ? "paragraph" : "paragraphs")} unchanged");
}

using System.Globalization;

namespace NewsDiff.Rendering.Rows;

/// <summary>Describes a row's change in words, for formats without columns.</summary>
internal static class RowWords
{
    /// <summary>The phrase for the change of the paragraphs, or null when their marks show it.</summary>
    internal static string? OfKind(DiffRow row, IOwnTexts texts) => row.Kind switch
    {
        _ when row.IsMovedWhole => null,
        ParagraphChangeKind.Inserted => texts.Say("Inserted"),
        ParagraphChangeKind.Deleted => texts.Say("Deleted"),
        ParagraphChangeKind.Split => texts.Say("Split into {0}", Text(row.NewIndexes.Length)),
        ParagraphChangeKind.Merged => texts.Say("Merged from {0}", Text(row.OldIndexes.Length)),
        _ => null,
    };

    /// <summary>Where the paragraph moved, counted from 1; null if it did not move.</summary>
    internal static string? OfMove(DiffRow row, IOwnTexts texts) => row.MovedFrom is null
        ? null
        : texts.Say(
            "Moved: was paragraph {0}, is paragraph {1}", Text(row.OldIndexes[0] + 1), Text(row.NewIndexes[0] + 1));

    /// <summary>All phrases about a row, in one line; null when its marks suffice.</summary>
    internal static string? Of(DiffRow row, IOwnTexts texts) =>
        Join(texts, OfMove(row, texts), OfKind(row, texts), row.NewRole, OfMarks(row, texts));

    /// <summary>Where moved text came from or went to; null in comparisons of texts.</summary>
    internal static string? OfMarks(DiffRow row, IOwnTexts texts) => row.OldIndexes.IsEmpty && row.NewIndexes.IsEmpty
        ? null
        : Join(texts, [.. row.Both.Select(piece => piece.Move).Where(move => move.IsMove).Distinct()
            .GroupBy(move => move.Number, (_, marks) => OfMark(marks, texts))]);

    /// <summary>The sign of a move in formats without links: the same number at both places.</summary>
    internal static string SignOf(MoveMark move) => string.Create(CultureInfo.InvariantCulture, $"↕{move.Number}");

    // If both marks of a move are in the row, the text moved within the row.
    private static string OfMark(IEnumerable<MoveMark> marks, IOwnTexts texts) => marks.ToList() switch
    {
        [var move] when move.IsOld => texts.Say("{0} moved to paragraph {1}", SignOf(move), Text(move.To + 1)),
        [var move] => texts.Say("{0} moved from paragraph {1}", SignOf(move), Text(move.From + 1)),
        var both => texts.Say("{0} moved within the paragraph", SignOf(both[0])),
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Joins the given phrases as sentences.</summary>
    internal static string? Join(IOwnTexts texts, params ReadOnlySpan<string?> words)
    {
        string? all = null;
        foreach (string? word in words)
        {
            all = all is null ? word : word is null ? all : texts.Say("{0}. {1}", all, word);
        }

        return all;
    }

    /// <summary>The number of unchanged paragraphs that were left out.</summary>
    internal static string OfUnchanged(int count, IOwnTexts texts) =>
        texts.Count("… {0} paragraphs unchanged", count);
}

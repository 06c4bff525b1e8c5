using System.Collections.Immutable;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Rendering.Unified;

/// <summary>Turns comparisons of words into comparisons of lines.</summary>
internal static class PatchLines
{
    /// <summary>An article's lines: title, then paragraphs.</summary>
    /// <remarks>A moved paragraph is deleted at its old place and inserted at its new one.</remarks>
    internal static List<PatchLine> Of(ArticleDiff diff)
    {
        List<PatchLine> lines = diff.Title.HasChanges
            ? [new PatchLine(EditKind.Delete, diff.Title.OldText), new PatchLine(EditKind.Insert, diff.Title.NewText)]
            : diff.HasTitle ? [new PatchLine(EditKind.Equal, diff.Title.OldText)] : [];
        foreach (DiffRow row in ArticleRows.Of(diff))
        {
            if (row.IsPlain)
            {
                lines.AddRange(Select(row.OldIndexes, diff.Before, EditKind.Equal));
                continue;
            }

            EnglishTexts texts = EnglishTexts.Instance;
            string? note = RowWords.Join(texts, row.NewRole, RowWords.OfMarks(row, texts));
            lines.AddRange(Select(row.OldHere, diff.Before, EditKind.Delete, row.NewHere.IsEmpty ? note : null));
            lines.AddRange(Select(row.NewHere, diff.After, EditKind.Insert, note));
        }

        return lines;
    }

    /// <summary>The lines of a text.</summary>
    /// <remarks>A line is kept when one equal edit covers it from end to end on both sides.</remarks>
    internal static List<PatchLine> Of(TextDiff diff)
    {
        List<string> old = LinesOf(diff.OldText);
        List<string> @new = LinesOf(diff.NewText);
        bool oldIsOpen = !diff.OldText.EndsWith('\n');
        bool newIsOpen = !diff.NewText.EndsWith('\n');
        var lines = new List<PatchLine>();
        (int oldAt, int newAt) = (0, 0);
        foreach ((int oldLine, int newLine) in KeptLines.Of(diff).Append((old.Count, @new.Count)))
        {
            bool oldEnds = oldIsOpen && oldLine == old.Count - 1;
            if (oldEnds != (newIsOpen && newLine == @new.Count - 1))
            {
                continue;
            }

            for (; oldAt < oldLine; oldAt++)
            {
                lines.Add(new PatchLine(EditKind.Delete, old[oldAt], oldIsOpen && oldAt == old.Count - 1));
            }

            for (; newAt < newLine; newAt++)
            {
                lines.Add(new PatchLine(EditKind.Insert, @new[newAt], newIsOpen && newAt == @new.Count - 1));
            }

            if (oldLine < old.Count)
            {
                lines.Add(new PatchLine(EditKind.Equal, old[oldLine], oldEnds));
                (oldAt, newAt) = (oldLine + 1, newLine + 1);
            }
        }

        return lines;
    }

    private static IEnumerable<PatchLine> Select(
        ImmutableArray<int> indexes,
        Article article,
        EditKind kind,
        string? note = null) =>
        indexes.Select(index => new PatchLine(kind, article.Paragraphs[index].Text, Note: note));

    private static List<string> LinesOf(string text)
    {
        List<string> lines = [.. text.Split('\n').Select(line => line.TrimEnd('\r'))];
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines;
    }
}

using System.Collections.Immutable;

namespace NewsDiff.Diffing;

/// <summary>Compares the rows of tables cell by cell.</summary>
/// <remarks>
/// Tabs separate the cells of a row. A row with more or fewer cells than before is compared as a whole.
/// </remarks>
internal static class CellEdits
{
    /// <summary>Whether two texts are rows of a table with the same number of cells.</summary>
    internal static bool AreSameCells(ReadOnlySpan<char> oldText, ReadOnlySpan<char> newText)
    {
        int tabs = oldText.Count('\t');
        return tabs > 0
            && newText.Count('\t') == tabs
            && !oldText.ContainsAny('\n', '\r')
            && !newText.ContainsAny('\n', '\r');
    }

    /// <summary>Compares each cell with the one in its place.</summary>
    /// <param name="oldText">The old row.</param>
    /// <param name="newText">The new row, with as many cells.</param>
    /// <param name="compare">Compares two different cells.</param>
    internal static ImmutableArray<DiffEdit> CompareEach(
        string oldText, string newText, Func<string, string, ImmutableArray<DiffEdit>> compare)
    {
        ImmutableArray<DiffEdit>.Builder edits = ImmutableArray.CreateBuilder<DiffEdit>();
        for (int old = 0, @new = 0; ; old++, @new++)
        {
            int oldCell = LengthOfCell(oldText, old, oldText.Length);
            int newCell = LengthOfCell(newText, @new, newText.Length);
            AddCell(edits, oldText.AsSpan(old, oldCell), newText.AsSpan(@new, newCell), old, @new, compare);
            (old, @new) = (old + oldCell, @new + newCell);
            if (old == oldText.Length)
            {
                return edits.DrainToImmutable();
            }

            Add(edits, new DiffEdit(EditKind.Equal, old, 1, @new, 1));
        }
    }

    /// <summary>Divides a replacement of several neighbouring cells into one replacement for each cell.</summary>
    internal static ImmutableArray<DiffEdit> Divide(string oldText, string newText, ImmutableArray<DiffEdit> edits)
    {
        ImmutableArray<DiffEdit>.Builder? divided = null;
        for (int i = 0; i < edits.Length; i++)
        {
            if (i + 1 < edits.Length && HoldsSameCells(oldText, newText, edits[i], edits[i + 1]))
            {
                divided ??= Begin(edits, i);
                AddCells(divided, oldText, newText, edits[i], edits[i + 1]);
                i++;
            }
            else if (divided is not null)
            {
                Add(divided, edits[i]);
            }
        }

        return divided is null ? edits : divided.DrainToImmutable();
    }

    private static void AddCell(
        ImmutableArray<DiffEdit>.Builder edits,
        ReadOnlySpan<char> oldCell,
        ReadOnlySpan<char> newCell,
        int old,
        int @new,
        Func<string, string, ImmutableArray<DiffEdit>> compare)
    {
        if (oldCell.SequenceEqual(newCell))
        {
            Add(edits, new DiffEdit(EditKind.Equal, old, oldCell.Length, @new, newCell.Length));
            return;
        }

        foreach (DiffEdit edit in compare(oldCell.ToString(), newCell.ToString()))
        {
            Add(edits, edit with { OldStart = old + edit.OldStart, NewStart = @new + edit.NewStart });
        }
    }

    private static ImmutableArray<DiffEdit>.Builder Begin(ImmutableArray<DiffEdit> edits, int count)
    {
        ImmutableArray<DiffEdit>.Builder divided = ImmutableArray.CreateBuilder<DiffEdit>(edits.Length + 8);
        divided.AddRange(edits, count);
        return divided;
    }

    private static bool HoldsSameCells(string oldText, string newText, DiffEdit deleted, DiffEdit inserted)
    {
        if (deleted.Kind != EditKind.Delete || inserted.Kind != EditKind.Insert)
        {
            return false;
        }

        return AreSameCells(oldText.AsSpan()[deleted.OldRange], newText.AsSpan()[inserted.NewRange]);
    }

    private static void AddCells(
        ImmutableArray<DiffEdit>.Builder edits, string oldText, string newText, DiffEdit deleted, DiffEdit inserted)
    {
        (int old, int @new) = (deleted.OldStart, inserted.NewStart);
        (int oldEnd, int newEnd) = (old + deleted.OldLength, @new + inserted.NewLength);
        while (true)
        {
            int oldCell = LengthOfCell(oldText, old, oldEnd);
            int newCell = LengthOfCell(newText, @new, newEnd);
            if (oldText.AsSpan(old, oldCell).SequenceEqual(newText.AsSpan(@new, newCell)))
            {
                Add(edits, new DiffEdit(EditKind.Equal, old, oldCell, @new, newCell));
            }
            else
            {
                Add(edits, new DiffEdit(EditKind.Delete, old, oldCell, @new, 0));
                Add(edits, new DiffEdit(EditKind.Insert, old + oldCell, 0, @new, newCell));
            }

            (old, @new) = (old + oldCell, @new + newCell);
            if (old == oldEnd)
            {
                return;
            }

            Add(edits, new DiffEdit(EditKind.Equal, old++, 1, @new++, 1));
        }
    }

    private static int LengthOfCell(string text, int start, int end) =>
        text.AsSpan(start..end).IndexOf('\t') is >= 0 and var length ? length : end - start;

    // Joins an equal edit to an equal one before it, and leaves out empty edits.
    private static void Add(ImmutableArray<DiffEdit>.Builder edits, DiffEdit edit)
    {
        if (edit.OldLength + (long)edit.NewLength == 0)
        {
            return;
        }

        if (edit.Kind == EditKind.Equal && edits.Count > 0 && edits[^1].Kind == EditKind.Equal)
        {
            DiffEdit last = edits[^1];
            edits[^1] = last with
            {
                OldLength = last.OldLength + edit.OldLength,
                NewLength = last.NewLength + edit.NewLength,
            };
            return;
        }

        edits.Add(edit);
    }
}

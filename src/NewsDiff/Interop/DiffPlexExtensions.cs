using DiffPlex.DiffBuilder.Model;

namespace NewsDiff.Interop;

/// <summary>Converts a comparison to DiffPlex models, for its viewers.</summary>
/// <remarks>It requires DiffPlex 1.9 or later.</remarks>
public static class DiffPlexExtensions
{
    /// <summary>Gives the two panes of a side-by-side view, with changed words as sub-pieces.</summary>
    /// <param name="diff">The comparison.</param>
    /// <returns>The model; both panes have the same number of lines, with imaginary lines for missing ones.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="diff"/> is null.</exception>
    public static SideBySideDiffModel ToSideBySideModel(this TextDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        var model = new SideBySideDiffModel();
        int oldLine = 0;
        int newLine = 0;
        foreach (LineRow row in LineRowReader.Read(diff))
        {
            oldLine += row.Old is null ? 0 : 1;
            newLine += row.New is null ? 0 : 1;
            AddLine(model.OldText, row.Old, ChangeType.Deleted, oldLine);
            AddLine(model.NewText, row.New, ChangeType.Inserted, newLine);
        }

        return model;
    }

    /// <summary>Gives the single pane of an inline view; changed lines appear twice, old and new.</summary>
    /// <param name="diff">The comparison.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="diff"/> is null.</exception>
    public static DiffPaneModel ToInlineModel(this TextDiff diff)
    {
        ArgumentNullException.ThrowIfNull(diff);
        var model = new DiffPaneModel();
        foreach (LineRow row in LineRowReader.Read(diff))
        {
            if (row.IsUnchanged)
            {
                model.Lines.Add(new DiffPiece(TextOf(row.New!), ChangeType.Unchanged, model.Lines.Count + 1));
                continue;
            }

            AddInline(model, row.Old, ChangeType.Deleted);
            AddInline(model, row.New, ChangeType.Inserted);
        }

        return model;
    }

    private static string TextOf(List<DiffPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));

    private static void AddLine(DiffPaneModel pane, List<DiffPiece>? pieces, ChangeType whole, int position)
    {
        if (pieces is null)
        {
            pane.Lines.Add(new DiffPiece(text: null, ChangeType.Imaginary, position: null));
            return;
        }

        ChangeType type = pieces.TrueForAll(piece => piece.Type == ChangeType.Unchanged) ? ChangeType.Unchanged
            : pieces.TrueForAll(piece => piece.Type == whole) ? whole
            : ChangeType.Modified;
        var line = new DiffPiece(TextOf(pieces), type, position);
        if (type == ChangeType.Modified)
        {
            line.SubPieces.AddRange(pieces);
        }

        pane.Lines.Add(line);
    }

    private static void AddInline(DiffPaneModel model, List<DiffPiece>? pieces, ChangeType type)
    {
        if (pieces is not null)
        {
            var line = new DiffPiece(
                TextOf(pieces), type, position: type == ChangeType.Inserted ? model.Lines.Count + 1 : null);
            line.SubPieces.AddRange(pieces);
            model.Lines.Add(line);
        }
    }
}

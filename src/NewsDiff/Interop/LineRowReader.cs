using DiffPlex.DiffBuilder.Model;

namespace NewsDiff.Interop;

/// <summary>Cuts a comparison at line ends and pairs lines whose ends both texts keep.</summary>
internal sealed class LineRowReader
{
    private readonly List<LineRow> _rows = [];
    private List<DiffPiece> _old = [];
    private List<DiffPiece> _new = [];

    internal static List<LineRow> Read(TextDiff diff)
    {
        var reader = new LineRowReader();
        foreach (DiffEdit edit in diff.Edits)
        {
            string[] old = Lines(diff.OldText[edit.OldRange]);
            string[] @new = Lines(diff.NewText[edit.NewRange]);
            switch (edit.Kind)
            {
                case EditKind.Delete:
                    reader.AddOneSided(old, reader._old, ChangeType.Deleted, isOld: true);
                    break;
                case EditKind.Insert:
                    reader.AddOneSided(@new, reader._new, ChangeType.Inserted, isOld: false);
                    break;
                default:
                    reader.AddEqual(old, @new);
                    break;
            }
        }

        reader.EndBoth();
        return reader._rows;
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n');

    private static void Add(List<DiffPiece> line, string text, ChangeType type)
    {
        if (text.Length > 0)
        {
            line.Add(new DiffPiece(text, type, line.Count + 1));
        }
    }

    private void AddEqual(string[] old, string[] @new)
    {
        for (int i = 0; i < Math.Max(old.Length, @new.Length); i++)
        {
            if (i > 0)
            {
                // A line end on one side only: folding made it equal to the other side's white space.
                if (i < old.Length && i < @new.Length)
                {
                    EndBoth();
                }
                else
                {
                    EndOne(isOld: i < old.Length);
                }
            }

            if (i < old.Length)
            {
                Add(_old, old[i], ChangeType.Unchanged);
            }

            if (i < @new.Length)
            {
                Add(_new, @new[i], ChangeType.Unchanged);
            }
        }
    }

    private void AddOneSided(string[] lines, List<DiffPiece> current, ChangeType type, bool isOld)
    {
        for (int i = 0; i < lines.Length; i++)
        {
            if (i > 0)
            {
                EndOne(isOld);
                current = isOld ? _old : _new;
            }

            Add(current, lines[i], type);
        }
    }

    private void EndBoth()
    {
        _rows.Add(new LineRow(_old, _new));
        _old = [];
        _new = [];
    }

    private void EndOne(bool isOld)
    {
        _rows.Add(isOld ? new LineRow(_old, New: null) : new LineRow(Old: null, _new));
        if (isOld)
        {
            _old = [];
        }
        else
        {
            _new = [];
        }
    }
}

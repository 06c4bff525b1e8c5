using System.Collections.Immutable;

namespace NewsDiff.Diffing.Moves;

/// <summary>Finds what moved in a text.</summary>
internal static class TextMoves
{
    internal static ImmutableArray<DiffMove> Find(TextDiff diff, DiffOptions options)
    {
        var finder = new MoveFinder(options);
        foreach (DiffEdit edit in diff.Edits)
        {
            if (edit.Kind == EditKind.Delete)
            {
                finder.AddDeleted(new MoveStretch(0, diff.OldText, edit.OldStart, edit.OldStart + edit.OldLength));
            }
            else if (edit.Kind == EditKind.Insert)
            {
                finder.AddInserted(new MoveStretch(0, diff.NewText, edit.NewStart, edit.NewStart + edit.NewLength));
            }
        }

        return finder.Find();
    }
}

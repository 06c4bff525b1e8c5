using System.Collections.Immutable;

namespace NewsDiff.Diffing.Moves;

/// <summary>Finds what moved in a text.</summary>
internal static class TextMoves
{
    internal static ImmutableArray<DiffMove> Find(TextDiff diff, DiffOptions options)
    {
        var finder = new MoveFinder(options);
        int hunk = 0;
        foreach (DiffEdit edit in diff.Edits)
        {
            if (edit.Kind == EditKind.Delete)
            {
                finder.AddDeleted(
                    new MoveStretch(hunk, 0, diff.OldText, edit.OldStart, edit.OldStart + edit.OldLength));
                hunk += HasLines(diff.OldText.AsSpan()[edit.OldRange]) ? 1 : 0;
            }
            else if (edit.Kind == EditKind.Insert)
            {
                hunk += HasLines(diff.NewText.AsSpan()[edit.NewRange]) ? 1 : 0;
                finder.AddInserted(
                    new MoveStretch(hunk, 0, diff.NewText, edit.NewStart, edit.NewStart + edit.NewLength));
            }
            else
            {
                hunk++;
            }
        }

        return finder.Find();
    }

    // If several lines or paragraphs were replaced together, the deletion and the insertion do not share a place.
    private static bool HasLines(ReadOnlySpan<char> text) => text.Trim().Contains('\n');
}

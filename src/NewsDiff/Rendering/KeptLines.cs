namespace NewsDiff.Rendering;

/// <summary>Finds the lines, counted from 0, that a comparison of words left whole.</summary>
internal static class KeptLines
{
    internal static IEnumerable<(int Old, int New)> Of(TextDiff diff)
    {
        (int oldLine, int newLine) = (0, 0);
        foreach (DiffEdit edit in diff.Edits)
        {
            int oldBreaks = diff.OldText.AsSpan(edit.OldStart, edit.OldLength).Count('\n');
            int newBreaks = diff.NewText.AsSpan(edit.NewStart, edit.NewLength).Count('\n');
            if (edit.Kind == EditKind.Equal && oldBreaks == newBreaks)
            {
                // The first and the last line of the edit may go on outside of it.
                int first = IsLineStart(diff.OldText, edit.OldStart) && IsLineStart(diff.NewText, edit.NewStart) ? 0 : 1;
                bool endsWhole = IsLineEnd(diff.OldText, edit.OldStart + edit.OldLength)
                    && IsLineEnd(diff.NewText, edit.NewStart + edit.NewLength);
                for (int i = first; i < (endsWhole ? oldBreaks + 1 : oldBreaks); i++)
                {
                    yield return (oldLine + i, newLine + i);
                }
            }

            oldLine += oldBreaks;
            newLine += newBreaks;
        }
    }

    private static bool IsLineStart(string text, int index) => index == 0 || text[index - 1] == '\n';

    /// <summary>Whether a line ends at an index. Nothing begins, and so nothing ends, after the last line feed of a text.</summary>
    private static bool IsLineEnd(string text, int index) =>
        index == text.Length ? index > 0 && text[index - 1] != '\n' : text[index] == '\n';
}

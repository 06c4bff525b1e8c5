namespace NewsDiff.Rendering.Rows;

/// <summary>Finds pairs of lines, counted from 0, that differ at most in white space.</summary>
internal static class KeptLines
{
    internal static IEnumerable<(int Old, int New)> Of(TextDiff diff)
    {
        (int oldLine, int newLine) = (0, 0);
        foreach (DiffEdit edit in diff.Edits)
        {
            string[] old = diff.OldText[edit.OldRange].Split('\n');
            string[] @new = diff.NewText[edit.NewRange].Split('\n');
            if (edit.Kind == EditKind.Equal && old.Length == @new.Length)
            {
                // The first and the last line of the edit may continue outside of it.
                int first = IsLineStart(diff.OldText, edit.OldStart) && IsLineStart(diff.NewText, edit.NewStart)
                    ? 0
                    : 1;
                bool endsWhole = IsLineEnd(diff.OldText, edit.OldStart + edit.OldLength)
                    && IsLineEnd(diff.NewText, edit.NewStart + edit.NewLength);
                for (int i = first; i < old.Length - (endsWhole ? 0 : 1); i++)
                {
                    if (SayTheSame(old[i], @new[i]))
                    {
                        yield return (oldLine + i, newLine + i);
                    }
                }
            }

            oldLine += old.Length - 1;
            newLine += @new.Length - 1;
        }
    }

    /// <summary>Whether two lines differ at most in white space.</summary>
    /// <remarks>A folded edit may have its line breaks elsewhere.</remarks>
    private static bool SayTheSame(string old, string @new) =>
        old == @new || old.Where(c => !char.IsWhiteSpace(c)).SequenceEqual(@new.Where(c => !char.IsWhiteSpace(c)));

    private static bool IsLineStart(string text, int index) => index == 0 || text[index - 1] == '\n';

    /// <summary>Whether a line ends at an index.</summary>
    /// <remarks>A final line feed begins no new line.</remarks>
    private static bool IsLineEnd(string text, int index) =>
        index == text.Length ? index > 0 && text[index - 1] != '\n' : text[index] == '\n';
}

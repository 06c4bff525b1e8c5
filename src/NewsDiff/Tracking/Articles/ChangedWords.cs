namespace NewsDiff.Tracking.Articles;

/// <summary>Finds the few words that differ between two texts.</summary>
internal static class ChangedWords
{
    /// <summary>The changed runs of words, as places in the later text.</summary>
    /// <returns>The runs, in order; null when one is too long for a counter, or on one side only.</returns>
    public static List<(int Start, int End)>? Find(WordStream before, WordStream after)
    {
        var diff = TextDiff.Compute(string.Join(' ', before.Words), string.Join(' ', after.Words));
        int[] oldStarts = StartsOf(before.Words);
        int[] newStarts = StartsOf(after.Words);
        List<(int OldStart, int OldEnd, int Start, int End)> runs = [];
        foreach (DiffEdit edit in diff.Edits)
        {
            if (edit.Kind == EditKind.Equal)
            {
                continue;
            }

            (int oldStart, int oldEnd) = WordsOf(oldStarts, before.Words, edit.OldStart, edit.OldLength);
            (int start, int end) = WordsOf(newStarts, after.Words, edit.NewStart, edit.NewLength);
            if (runs.Count > 0 && start <= runs[^1].End)
            {
                runs[^1] = (
                    runs[^1].OldStart, Math.Max(runs[^1].OldEnd, oldEnd), runs[^1].Start, Math.Max(runs[^1].End, end));
            }
            else
            {
                runs.Add((oldStart, oldEnd, start, end));
            }
        }

        return runs.TrueForAll(run => IsShort(before.Words, run.OldStart, run.OldEnd)
            && IsShort(after.Words, run.Start, run.End))
            ? runs.ConvertAll(run => (run.Start, run.End))
            : null;
    }

    private static bool IsShort(List<string> words, int start, int end) =>
        end > start && end - start <= WordStream.MostInPlace
        && !words.GetRange(start, end - start).Contains(WordStream.End);

    private static int[] StartsOf(List<string> words)
    {
        int[] starts = new int[words.Count];
        for (int index = 1; index < starts.Length; index++)
        {
            starts[index] = starts[index - 1] + words[index - 1].Length + 1;
        }

        return starts;
    }

    /// <summary>The words that a range of characters touches.</summary>
    private static (int Start, int End) WordsOf(int[] starts, List<string> words, int start, int length)
    {
        int first = Array.BinarySearch(starts, start);
        first = first >= 0 ? first : ~first - 1;

        // White space after a word belongs to no word.
        first += first >= 0 && start >= starts[first] + words[first].Length ? 1 : 0;
        int end = Math.Max(first, 0);
        while (end < words.Count && starts[end] < start + length)
        {
            end++;
        }

        return (Math.Max(first, 0), end);
    }
}

namespace NewsDiff.Tracking.Articles;

/// <summary>Finds the few words, and the paragraphs, that differ between two texts.</summary>
internal static class ChangedWords
{
    /// <summary>The largest share of common words of paragraphs that were replaced and not edited.</summary>
    private const double MostShared = 0.4;

    /// <summary>The changed runs of words, as places in the later text.</summary>
    /// <param name="before">The earlier text.</param>
    /// <param name="after">The later text.</param>
    /// <param name="isKnown">Whether paragraphs in a place, from a word to another, are known to vary.</param>
    /// <returns>The runs, in order; null when one is too long to vary, or on one side only.</returns>
    public static List<(int Start, int End, bool IsBlock)>? Find(
        WordStream before, WordStream after, Func<int, int, bool> isKnown)
    {
        List<(int Start, int End, bool IsBlock)> runs = [];
        foreach ((Range former, Range latter) in ChangedParagraphs.Find(before.Paragraphs, after.Paragraphs))
        {
            (int oldStart, int oldEnd) = before.WordsOf(former);
            (int start, int end) = after.WordsOf(latter);
            if (oldEnd <= oldStart || end <= start)
            {
                return null;
            }

            List<string> old = before.Words[oldStart..oldEnd];
            List<string> now = after.Words[start..end];
            if (Math.Max(old.Count, now.Count) <= WordStream.MostInBlock
                && (AreReplaced(old, now) || isKnown(start, end)))
            {
                runs.Add((start, end, IsBlock: true));
            }
            else if (FindFew(old, now) is { } few)
            {
                runs.AddRange(few.ConvertAll(run => (start + run.Start, start + run.End, IsBlock: false)));
            }
            else
            {
                return null;
            }
        }

        return runs;
    }

    private static bool AreReplaced(List<string> before, List<string> after) =>
        WordTypes.Shared(WordTypes.Of(string.Join(' ', before)), WordTypes.Of(string.Join(' ', after))) < MostShared;

    /// <summary>The changed runs of words; null when one is too long for a counter, or on one side only.</summary>
    private static List<(int Start, int End)>? FindFew(List<string> before, List<string> after)
    {
        var diff = TextDiff.Compute(string.Join(' ', before), string.Join(' ', after));
        int[] oldStarts = StartsOf(before);
        int[] newStarts = StartsOf(after);
        List<(int OldStart, int OldEnd, int Start, int End)> runs = [];
        foreach (DiffEdit edit in diff.Edits)
        {
            if (edit.Kind == EditKind.Equal)
            {
                continue;
            }

            (int oldStart, int oldEnd) = WordsOf(oldStarts, before, edit.OldStart, edit.OldLength);
            (int start, int end) = WordsOf(newStarts, after, edit.NewStart, edit.NewLength);
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

        return runs.TrueForAll(run => IsShort(before, run.OldStart, run.OldEnd) && IsShort(after, run.Start, run.End))
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

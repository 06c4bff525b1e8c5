namespace NewsDiff.Tracking.Articles;

/// <summary>Finds the runs of paragraphs that differ between two texts.</summary>
internal static class ChangedParagraphs
{
    /// <summary>The largest table of pairs of paragraphs; beyond it, all between the ends is one run.</summary>
    private const int MostPairs = 40_000;

    /// <summary>The runs in the earlier and the later text, in order, around the paragraphs that both have.</summary>
    public static IEnumerable<(Range Before, Range After)> Find(
        IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        int start = 0;
        while (start < Math.Min(before.Count, after.Count) && before[start] == after[start])
        {
            start++;
        }

        int tail = 0;
        while (tail < Math.Min(before.Count, after.Count) - start && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        (int old, int now) = (start, start);
        foreach ((int left, int right) in CommonIn(before, after, start, tail).Append(
            (before.Count - tail, after.Count - tail)))
        {
            if (left > old || right > now)
            {
                yield return (old..left, now..right);
            }

            (old, now) = (left + 1, right + 1);
        }
    }

    /// <summary>The longest common subsequence between the equal ends.</summary>
    private static IEnumerable<(int Before, int After)> CommonIn(
        IReadOnlyList<string> before, IReadOnlyList<string> after, int start, int tail)
    {
        (int rows, int columns) = (before.Count - tail - start, after.Count - tail - start);
        if ((long)rows * columns > MostPairs)
        {
            yield break;
        }

        // One row after the other: what is common from a pair of paragraphs to both ends.
        int width = columns + 1;
        int[] longest = new int[(rows + 1) * width];
        for (int row = rows - 1; row >= 0; row--)
        {
            for (int column = columns - 1; column >= 0; column--)
            {
                int at = (row * width) + column;
                longest[at] = before[start + row] == after[start + column]
                    ? longest[at + width + 1] + 1
                    : Math.Max(longest[at + width], longest[at + 1]);
            }
        }

        for (int row = 0, column = 0; row < rows && column < columns;)
        {
            int at = (row * width) + column;
            if (before[start + row] == after[start + column])
            {
                yield return (start + row++, start + column++);
            }
            else if (longest[at + width] >= longest[at + 1])
            {
                row++;
            }
            else
            {
                column++;
            }
        }
    }
}

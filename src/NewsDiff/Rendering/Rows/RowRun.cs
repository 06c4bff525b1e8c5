using System.Collections.Immutable;

namespace NewsDiff.Rendering.Rows;

/// <summary>Rows that follow each other, all of them shown or all folded.</summary>
/// <param name="Start">The index of the first row.</param>
/// <param name="Count">The number of rows.</param>
/// <param name="IsFolded">Whether they are folded.</param>
internal readonly record struct RowRun(int Start, int Count, bool IsFolded)
{
    // One paragraph takes little more room than the words that would replace it.
    private const int LeastFolded = 2;

    // A longer paragraph pushes the change beside it off the screen, so it does not serve as context.
    private const int LongestContext = 280;

    /// <summary>Finds what is shown and what is folded.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="context">The unchanged rows to show beside a change; null folds nothing.</param>
    /// <param name="isHeadlineChanged">Whether the headline, above the first row, changed.</param>
    internal static List<RowRun> Of(ImmutableArray<DiffRow> rows, int? context, bool isHeadlineChanged)
    {
        var runs = new List<RowRun>();
        int start = 0;
        while (start < rows.Length)
        {
            int end = start;
            while (end < rows.Length && rows[end].IsPlain)
            {
                end++;
            }

            if (end == start || context is null)
            {
                Add(runs, start, 1, isFolded: false);
                start++;
                continue;
            }

            bool follows = start > 0 || isHeadlineChanged;
            int head = follows ? Near(rows, start, step: 1, Math.Min(context.Value, end - start)) : 0;
            int tail = end == rows.Length ? 0 : Near(rows, end - 1, -1, Math.Min(context.Value, end - start - head));
            int folded = end - start - head - tail;
            Add(runs, start, head, isFolded: false);
            Add(runs, start + head, folded, folded >= LeastFolded || IsLong(rows, start + head, folded));
            Add(runs, end - tail, tail, isFolded: false);
            start = end;
        }

        return runs;
    }

    /// <summary>How many rows from a place on are short enough to be context.</summary>
    private static int Near(ImmutableArray<DiffRow> rows, int from, int step, int most)
    {
        int count = 0;
        while (count < most && !IsLong(rows, from + (count * step), 1))
        {
            count++;
        }

        return count;
    }

    private static bool IsLong(ImmutableArray<DiffRow> rows, int start, int count) =>
        count > 0 && rows[start].New.Sum(static piece => piece.Text.Length) > LongestContext;

    private static void Add(List<RowRun> runs, int start, int count, bool isFolded)
    {
        if (count == 0)
        {
            return;
        }

        if (!isFolded && runs is [.., { IsFolded: false } last])
        {
            runs[^1] = last with { Count = last.Count + count };
            return;
        }

        runs.Add(new RowRun(start, count, isFolded));
    }
}

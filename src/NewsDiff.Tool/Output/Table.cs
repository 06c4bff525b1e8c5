namespace NewsDiff.Tool.Output;

/// <summary>Rows of cells in columns that fit the terminal.</summary>
/// <remarks>
/// If a table is too wide, its widest columns lose their beginnings: the ends tell names of settings apart. Without a
/// terminal, nothing is cut.
/// </remarks>
internal sealed class Table
{
    private const string Gap = "  ";
    private const int MinCut = 8;

    private readonly List<string[]> _rows = [];

    /// <summary>Adds a row; all rows have the same number of cells.</summary>
    internal void Add(params string[] cells) => _rows.Add([.. cells.Select(Printable.Of)]);

    internal async Task WriteAsync(Screen screen)
    {
        int[] widths = WidthsFor(screen.Width);
        foreach (string[] row in _rows)
        {
            string line = string.Join(Gap, row.Select((cell, index) =>
                Columns.Pad(Columns.CutStart(cell, widths[index]), widths[index])));
            await screen.WriteLineAsync(line.TrimEnd()).ConfigureAwait(false);
        }
    }

    private int[] WidthsFor(int? screen)
    {
        if (_rows.Count == 0)
        {
            return [];
        }

        int[] widths = [.. Enumerable.Range(0, _rows[0].Length).Select(
            index => _rows.Max(row => Columns.WidthOf(row[index])))];
        int excess = screen is { } limit ? widths.Sum() + (Gap.Length * (widths.Length - 1)) - limit : 0;
        while (excess > 0 && widths.Max() > MinCut)
        {
            widths[Array.IndexOf(widths, widths.Max())]--;
            excess--;
        }

        return widths;
    }
}

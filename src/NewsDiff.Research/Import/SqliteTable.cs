namespace NewsDiff.Research.Import;

/// <summary>A table of a foreign database.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">The names of its columns.</param>
internal sealed record SqliteTable(string Name, IReadOnlySet<string> Columns)
{
    /// <summary>A column as an expression; null in SQL when the table lacks it.</summary>
    internal string Column(string name) => Columns.Contains(name) ? $"\"{Name}\".\"{name}\"" : "NULL";

    /// <summary>A column's text, unless it is too large; the size is asked without reading the text.</summary>
    internal string Text(string name) => Columns.Contains(name)
        ? FormattableString.Invariant(
            $"CASE WHEN octet_length({Column(name)}) <= {ImportLimits.RowBytes} THEN CAST({Column(name)} AS TEXT) END")
        : "NULL";

    /// <summary>Whether a column's text is too large.</summary>
    internal string IsTooLarge(string name) => Columns.Contains(name)
        ? FormattableString.Invariant($"coalesce(octet_length({Column(name)}) > {ImportLimits.RowBytes}, 0)")
        : "0";

    /// <summary>Whether it has all of some columns.</summary>
    internal bool Has(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (!Columns.Contains(name))
            {
                return false;
            }
        }

        return true;
    }
}

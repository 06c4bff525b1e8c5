using System.Collections.Immutable;

namespace NewsDiff.Research.Export;

/// <summary>One table: its name and its columns.</summary>
/// <param name="Name">Its name, which is that of its file.</param>
/// <param name="Summary">The meaning of a row.</param>
/// <param name="Columns">Its columns.</param>
internal sealed record ExportTable(string Name, string Summary, ImmutableArray<ExportColumn> Columns)
{
    /// <summary>The indexes of the columns that an export has.</summary>
    internal ImmutableArray<int> Select(bool includesText) =>
        [.. Enumerable.Range(0, Columns.Length).Where(index => includesText || !Columns[index].IsWording)];
}

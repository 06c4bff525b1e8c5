namespace NewsDiff.Research.Export;

/// <summary>Writes the rows of one table.</summary>
internal interface ITableWriter : IAsyncDisposable
{
    /// <summary>Writes a row: its cells in the order of the table's columns.</summary>
    ValueTask WriteAsync(object?[] cells);
}

namespace NewsDiff.Research.Export;

/// <summary>A row of a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="Cells">Its cells, in the order of the columns.</param>
/// <param name="SeenAt">When its version was seen; of two versions, the new one.</param>
internal readonly record struct ExportRow(ExportTable Table, object?[] Cells, DateTimeOffset SeenAt);

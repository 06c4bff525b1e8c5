namespace NewsDiff.Research.Export;

/// <summary>Where the rows of an export go.</summary>
internal abstract class ExportTarget : IAsyncDisposable
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    /// <summary>The number of rows of each table.</summary>
    internal IReadOnlyDictionary<string, long> Counts => _counts;

    /// <summary>The files whose hashes the run record states.</summary>
    internal abstract IEnumerable<string> Files { get; }

    /// <summary>Does what can be done for several articles at once.</summary>
    /// <returns>What writes the rows, in the order of the articles.</returns>
    internal abstract Func<ValueTask> Prepare(ExportRows rows);

    /// <summary>Writes what can only be written when all articles are there.</summary>
    internal abstract ValueTask CompleteAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    /// <summary>Makes the target that the options ask for.</summary>
    internal static ExportTarget Open(string folder, CorpusExportOptions options) =>
        options.IsPartitioned ? new PartitionedFolder(folder, options) : new ExportFolder(folder, options);

    private protected void Count(ExportTable table, int rows) =>
        _counts[table.Name] = _counts.GetValueOrDefault(table.Name) + rows;
}

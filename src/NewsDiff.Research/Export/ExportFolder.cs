namespace NewsDiff.Research.Export;

/// <summary>The files of an export, one a table.</summary>
internal sealed class ExportFolder : IAsyncDisposable
{
    private readonly Dictionary<ExportTable, ITableWriter> _writers = [];
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    private readonly SqliteCorpus? _database;

    internal ExportFolder(string folder, CorpusExportOptions options)
    {
        _database = options.Format == ExportFormat.Sqlite
            ? new SqliteCorpus(Path.Combine(folder, SqliteCorpus.FileName), options.IncludesText)
            : null;
        foreach (ExportTable table in ExportSchema.Of(options.Format))
        {
            _writers[table] = _database?.Open(table)
                ?? Open(Path.Combine(folder, FileName(table, options.Format)), table, options);
            _counts[table.Name] = 0;
        }
    }

    /// <summary>The number of rows of each table.</summary>
    internal IReadOnlyDictionary<string, long> Counts => _counts;

    public async ValueTask DisposeAsync()
    {
        foreach (ITableWriter writer in _writers.Values)
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }

        _database?.Dispose();
    }

    /// <summary>The files of a format.</summary>
    internal static IEnumerable<string> FileNames(ExportFormat format) => format == ExportFormat.Sqlite
        ? [SqliteCorpus.FileName]
        : ExportSchema.Of(format).Select(table => FileName(table, format));

    private static string FileName(ExportTable table, ExportFormat format) => table.Name + format switch
    {
        ExportFormat.Csv => ".csv",
        ExportFormat.Parquet => ".parquet",
        _ => ".jsonl",
    };

    private static ITableWriter Open(string path, ExportTable table, CorpusExportOptions options) =>
        options.Format switch
        {
            ExportFormat.Csv => new CsvWriter(path, table, options.IncludesText),
            ExportFormat.Parquet => new ParquetTableWriter(path, table, options.IncludesText),
            _ => new JsonLinesWriter(path, table, options.IncludesText),
        };

    internal async Task WriteAsync(ExportRows rows)
    {
        foreach ((ExportTable table, object?[] cells) in rows.All)
        {
            await _writers[table].WriteAsync(cells).ConfigureAwait(false);
            _counts[table.Name]++;
        }
    }
}

namespace NewsDiff.Research.Export;

/// <summary>The files of an export, one a table.</summary>
internal sealed class ExportFolder : ExportTarget
{
    private readonly Dictionary<ExportTable, ITableWriter> _writers = [];
    private readonly SqliteCorpus? _database;
    private readonly ExportFormat _format;

    internal ExportFolder(string folder, CorpusExportOptions options)
    {
        _format = options.Format;
        _database = options.Format == ExportFormat.Sqlite
            ? new SqliteCorpus(Path.Combine(folder, SqliteCorpus.FileName), options.IncludesText)
            : null;
        foreach (ExportTable table in ExportSchema.Of(options.Format))
        {
            _writers[table] = _database?.Open(table)
                ?? Open(Path.Combine(folder, FileName(table, options.Format)), table, options);
            Count(table, 0);
        }
    }

    internal override IEnumerable<string> Files => _format == ExportFormat.Sqlite
        ? [SqliteCorpus.FileName]
        : ExportSchema.Of(_format).Select(table => FileName(table, _format));

    public override async ValueTask DisposeAsync()
    {
        foreach (ITableWriter writer in _writers.Values)
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }

        _database?.Dispose();
    }

    internal override Func<ValueTask> Prepare(ExportRows rows) => () => WriteAsync(rows);

    internal override ValueTask CompleteAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    private static string FileName(ExportTable table, ExportFormat format) => table.Name + format switch
    {
        ExportFormat.Csv => ".csv",
        ExportFormat.Parquet => ParquetTableWriter.Extension,
        _ => ".jsonl",
    };

    private static ITableWriter Open(string path, ExportTable table, CorpusExportOptions options) =>
        options.Format switch
        {
            ExportFormat.Csv => new CsvWriter(path, table, options.IncludesText),
            ExportFormat.Parquet => new ParquetTableWriter(path, table, options.IncludesText),
            _ => new JsonLinesWriter(path, table, options.IncludesText),
        };

    private async ValueTask WriteAsync(ExportRows rows)
    {
        foreach (ExportRow row in rows.All)
        {
            await _writers[row.Table].WriteAsync(row.Cells).ConfigureAwait(false);
            Count(row.Table, 1);
        }
    }
}

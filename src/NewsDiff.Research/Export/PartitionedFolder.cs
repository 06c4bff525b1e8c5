using System.Security.Cryptography;

namespace NewsDiff.Research.Export;

/// <summary>Tables as Parquet, with a folder for each source and month.</summary>
/// <remarks>
/// Articles come in any order. Their rows wait in one file, and are written one partition after the other: at most one
/// file of each table is open, however many sources there are.
/// </remarks>
internal sealed class PartitionedFolder : ExportTarget
{
    /// <summary>The hashes of all files, as <c>sha256sum --check</c> reads them.</summary>
    internal const string SumsName = "SHA256SUMS";

    private const string SpoolName = ".rows.tmp";
    private const string UnfinishedName = ".tables.tmp";
    private const string FileName = "part-0" + ParquetTableWriter.Extension;

    private readonly string _folder;
    private readonly string _unfinished;
    private readonly CorpusExportOptions _options;
    private readonly PartitionSpool _spool;
    private readonly Dictionary<ExportTable, ITableWriter> _writers = [];

    internal PartitionedFolder(string folder, CorpusExportOptions options)
    {
        foreach (ExportTable table in ExportSchema.All)
        {
            // A file of an earlier export that stayed would be read as part of this one; a folder may be anyone's.
            if (Path.Exists(Path.Combine(folder, table.Name)))
            {
                throw new IOException(
                    $"'{Path.Combine(folder, table.Name)}' is there already. Choose a folder without partitions.");
            }

            Count(table, 0);
        }

        _folder = folder;
        _unfinished = Path.Combine(folder, UnfinishedName);
        _options = options;
        DeleteUnfinished();
        _spool = new PartitionSpool(Path.Combine(folder, SpoolName));
    }

    internal override IEnumerable<string> Files => [SumsName];

    public override async ValueTask DisposeAsync()
    {
        foreach (ITableWriter writer in _writers.Values)
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }

        _spool.Dispose();
        DeleteUnfinished();
    }

    internal override Func<ValueTask> Prepare(ExportRows rows)
    {
        List<(string Partition, byte[] Packed)> packed = PackedRows.Pack(rows, _options.IncludesText);
        return () =>
        {
            foreach ((string partition, byte[] content) in packed)
            {
                _spool.Add(partition, content);
            }

            return ValueTask.CompletedTask;
        };
    }

    internal override async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        var sums = new StreamWriter(Path.Combine(_folder, SumsName)) { NewLine = "\n" };
        await using (sums.ConfigureAwait(false))
        {
            string current = "";
            foreach ((string partition, byte[] packed) in _spool.Read())
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (partition != current)
                {
                    await CloseAsync(current, sums, cancellationToken).ConfigureAwait(false);
                    current = partition;
                }

                foreach ((ExportTable table, object?[] cells) in PackedRows.Unpack(packed))
                {
                    await Open(table, partition).WriteAsync(cells).ConfigureAwait(false);
                    Count(table, 1);
                }
            }

            await CloseAsync(current, sums, cancellationToken).ConfigureAwait(false);

            // A query over a table without any file would fail, so an empty table has an empty file.
            foreach (ExportTable table in ExportSchema.All.Where(table => Counts[table.Name] == 0))
            {
                Open(table, PartitionName.OfNothing);
            }

            await CloseAsync(PartitionName.OfNothing, sums, cancellationToken).ConfigureAwait(false);
        }

        // Only now, so that an export that was broken off leaves nothing that is read, or that the next one refuses.
        foreach (ExportTable table in ExportSchema.All)
        {
            Directory.Move(Path.Combine(_unfinished, table.Name), Path.Combine(_folder, table.Name));
        }
    }

    private ITableWriter Open(ExportTable table, string partition)
    {
        if (!_writers.TryGetValue(table, out ITableWriter? writer))
        {
            Directory.CreateDirectory(Path.Combine(_unfinished, table.Name, partition));
            _writers[table] = writer = new ParquetTableWriter(
                Path.Combine(_unfinished, PathOf(table, partition)), table, _options.IncludesText);
        }

        return writer;
    }

    private async Task CloseAsync(string partition, StreamWriter sums, CancellationToken cancellationToken)
    {
        foreach (ExportTable table in ExportSchema.All)
        {
            if (!_writers.Remove(table, out ITableWriter? writer))
            {
                continue;
            }

            await writer.DisposeAsync().ConfigureAwait(false);
            FileStream written = File.OpenRead(Path.Combine(_unfinished, PathOf(table, partition)));
            await using (written.ConfigureAwait(false))
            {
                byte[] hash = await SHA256.HashDataAsync(written, cancellationToken).ConfigureAwait(false);
                await sums.WriteLineAsync($"{Convert.ToHexStringLower(hash)}  {PathOf(table, partition)}")
                    .ConfigureAwait(false);
            }
        }
    }

    private void DeleteUnfinished()
    {
        if (Directory.Exists(_unfinished))
        {
            Directory.Delete(_unfinished, recursive: true);
        }
    }

    private static string PathOf(ExportTable table, string partition) => $"{table.Name}/{partition}/{FileName}";
}

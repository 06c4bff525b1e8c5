using NewsDiff.Research.Export;

namespace NewsDiff.Research;

/// <summary>Writes the versions of many articles as tables for research.</summary>
/// <remarks>
/// The tables are described in docs/research.md, and in the file <c>schema.json</c> beside them. The same articles give
/// the same bytes, on every machine, in every culture and with any number of workers. What is kept in memory does not
/// grow with the number of articles.
/// </remarks>
public static class CorpusExporter
{
    /// <summary>The version of the tables; it grows when a column changes.</summary>
    public const int SchemaVersion = 2;

    /// <summary>Writes a folder of tables.</summary>
    /// <param name="articles">The articles, one after the other; they are written in this order.</param>
    /// <param name="folder">The folder, which is made; files of an earlier export are replaced.</param>
    /// <param name="options">What is written; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the export; the files are incomplete then.</param>
    /// <returns>The number of rows of each table.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The format has no partitions, but they are asked for.</exception>
    /// <exception cref="IOException">
    /// A file cannot be written, or partitions of an earlier export are there.
    /// </exception>
    public static async Task<IReadOnlyDictionary<string, long>> ExportAsync(
        IAsyncEnumerable<ArticleHistory> articles,
        string folder,
        CorpusExportOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(folder);
        options ??= CorpusExportOptions.Default;
        if (options.IsPartitioned && options.Format != ExportFormat.Parquet)
        {
            throw new ArgumentException("Only Parquet has partitions.", nameof(options));
        }

        Directory.CreateDirectory(folder);
        File.Delete(Path.Combine(folder, RunFile.Name));
        ExportTarget tables = ExportTarget.Open(folder, options);
        await using (tables.ConfigureAwait(false))
        {
            await WriteAllAsync(articles, tables, options, cancellationToken).ConfigureAwait(false);
            await tables.CompleteAsync(cancellationToken).ConfigureAwait(false);
        }

        await RunFile.WriteAsync(folder, options, tables, cancellationToken).ConfigureAwait(false);
        return tables.Counts;
    }

    // Articles are computed in parallel and written in their order.
    private static async Task WriteAllAsync(
        IAsyncEnumerable<ArticleHistory> articles,
        ExportTarget tables,
        CorpusExportOptions options,
        CancellationToken cancellationToken)
    {
        Queue<Task<Func<ValueTask>>> computing = new();
        try
        {
            await foreach (ArticleHistory article in articles.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                computing.Enqueue(
                    Task.Run(() => tables.Prepare(ExportRows.Compute(article, options)), cancellationToken));
                if (computing.Count > options.Workers * 2)
                {
                    await WriteAsync(computing.Dequeue()).ConfigureAwait(false);
                }
            }

            while (computing.TryDequeue(out Task<Func<ValueTask>>? rows))
            {
                await WriteAsync(rows).ConfigureAwait(false);
            }
        }
        finally
        {
            // The first of several failures is thrown; the others must be observed.
            await ((Task)Task.WhenAll(computing)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async ValueTask WriteAsync(Task<Func<ValueTask>> computed)
    {
        Func<ValueTask> write = await computed.ConfigureAwait(false);
        await write().ConfigureAwait(false);
    }
}

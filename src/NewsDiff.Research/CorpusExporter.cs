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
    public const int SchemaVersion = 1;

    /// <summary>Writes a folder of tables.</summary>
    /// <param name="articles">The articles, one after the other; they are written in this order.</param>
    /// <param name="folder">The folder, which is made; files of an earlier export are replaced.</param>
    /// <param name="options">What is written; null for the defaults.</param>
    /// <param name="cancellationToken">Stops the export; the files are incomplete then.</param>
    /// <returns>The number of rows of each table.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static async Task<IReadOnlyDictionary<string, long>> ExportAsync(
        IAsyncEnumerable<ArticleHistory> articles,
        string folder,
        CorpusExportOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(folder);
        options ??= CorpusExportOptions.Default;
        Directory.CreateDirectory(folder);
        File.Delete(Path.Combine(folder, RunFile.Name));
        var tables = new ExportFolder(folder, options);
        await using (tables.ConfigureAwait(false))
        {
            await WriteAllAsync(articles, tables, options, cancellationToken).ConfigureAwait(false);
        }

        await RunFile.WriteAsync(folder, options, tables, cancellationToken).ConfigureAwait(false);
        return tables.Counts;
    }

    // Articles are computed in parallel and written in their order.
    private static async Task WriteAllAsync(
        IAsyncEnumerable<ArticleHistory> articles,
        ExportFolder tables,
        CorpusExportOptions options,
        CancellationToken cancellationToken)
    {
        Queue<Task<ExportRows>> computing = new();
        try
        {
            await foreach (ArticleHistory article in articles.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                computing.Enqueue(Task.Run(() => ExportRows.Compute(article, options), cancellationToken));
                if (computing.Count > options.Workers * 2)
                {
                    await tables.WriteAsync(await computing.Dequeue().ConfigureAwait(false)).ConfigureAwait(false);
                }
            }

            while (computing.TryDequeue(out Task<ExportRows>? rows))
            {
                await tables.WriteAsync(await rows.ConfigureAwait(false)).ConfigureAwait(false);
            }
        }
        finally
        {
            // The first of several failures is thrown; the others must be observed.
            await ((Task)Task.WhenAll(computing)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}

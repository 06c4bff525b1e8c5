using System.Runtime.CompilerServices;
using NewsDiff.Research.Import;
using NewsDiff.Tracking;

namespace NewsDiff.Research;

/// <summary>Stores versions of other collections, with their own times.</summary>
/// <remarks>
/// A second run adds nothing twice, so an import that was interrupted is simply repeated. Handlers and notifications do
/// not hear of imported versions.
/// </remarks>
public sealed class VersionImporter
{
    /// <summary>What events of imported versions name as <see cref="Events.ArticleEvent.By"/>.</summary>
    public const string By = "import";

    private readonly IVersionStore _versions;
    private readonly IArticleCatalog _articles;

    /// <summary>Makes an importer.</summary>
    /// <param name="versions">Where versions are appended.</param>
    /// <param name="articles">Where their articles are registered.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public VersionImporter(IVersionStore versions, IArticleCatalog articles)
    {
        ArgumentNullException.ThrowIfNull(versions);
        ArgumentNullException.ThrowIfNull(articles);
        _versions = versions;
        _articles = articles;
    }

    /// <summary>Stores versions in order, up to 256 in one transaction.</summary>
    /// <remarks>Versions of an article must come in the order of their times: a store only appends.</remarks>
    /// <param name="rows">The versions, as <see cref="ImportReader"/> reads them.</param>
    /// <param name="cancellationToken">Stops between two transactions.</param>
    /// <returns>An outcome for each, once it is stored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rows"/> is null.</exception>
    public IAsyncEnumerable<ImportOutcome> ImportAsync(
        IAsyncEnumerable<ImportedVersion> rows, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return RunAsync(rows, cancellationToken);
    }

    private async IAsyncEnumerable<ImportOutcome> RunAsync(
        IAsyncEnumerable<ImportedVersion> rows, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<List<ImportedVersion>> batches = RowBatches.ReadAsync(rows, cancellationToken);
        await foreach (List<ImportedVersion> batch in batches.ConfigureAwait(false))
        {
            var import = new BatchImport(_versions, _articles);
            foreach (ImportOutcome outcome in await import.StoreAsync(batch, cancellationToken).ConfigureAwait(false))
            {
                yield return outcome;
            }
        }
    }
}

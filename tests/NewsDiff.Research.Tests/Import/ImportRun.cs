using NewsDiff.Tracking;

namespace NewsDiff.Research.Tests.Import;

/// <summary>Imports a source into a store in memory.</summary>
internal sealed class ImportRun
{
    internal InMemoryVersionStore Store { get; } = new();

    internal async Task<List<ImportOutcome>> ReadAsync(string path, ImportOptions? options = null)
    {
        var importer = new VersionImporter(Store, Store);
        CancellationToken stop = TestContext.Current.CancellationToken;
        return await importer.ImportAsync(ImportReader.Read(path, options), stop).ToListAsync(stop);
    }

    /// <summary>All versions, in the order in which they were appended.</summary>
    internal async Task<List<ArticleVersion>> VersionsAsync() =>
        await Store.ReadVersionsAsync(new VersionQuery()).ToListAsync(TestContext.Current.CancellationToken);

    internal async Task<List<TrackedArticle>> ArticlesAsync() =>
        await Store.ReadArticlesAsync(new ArticleQuery()).ToListAsync(TestContext.Current.CancellationToken);
}

namespace NewsDiff.Research.Tests;

/// <summary>Reads articles of a store with all their versions.</summary>
internal static class StoreHistories
{
    internal static async IAsyncEnumerable<ArticleHistory> ReadHistories(
        this IVersionStore store,
        IEnumerable<string> articles,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        foreach (string id in articles.Order(StringComparer.Ordinal))
        {
            yield return new ArticleHistory(
                await store.ReadVersionsAsync(new VersionQuery { ArticleId = id }, stop).ToListAsync(stop));
        }
    }
}

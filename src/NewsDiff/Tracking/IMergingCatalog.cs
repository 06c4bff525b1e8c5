namespace NewsDiff.Tracking;

/// <summary>A catalog that can merge two articles; with other catalogs, they stay two.</summary>
public interface IMergingCatalog : IArticleCatalog
{
    /// <summary>Merges one article into another, which gets its keys and feeds.</summary>
    /// <remarks>The versions keep the ids under which they were stored. A merge is final.</remarks>
    /// <param name="articleId">The id of the article that is no longer visited.</param>
    /// <param name="intoId">The id of the article that remains.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>
    /// False when they are one id, or one of them is missing or already merged; nothing changes then.
    /// </returns>
    ValueTask<bool> MergeAsync(string articleId, string intoId, CancellationToken cancellationToken = default);
}

namespace NewsDiff.Tracking;

/// <summary>A catalog that can merge two articles; with other catalogs, they stay two.</summary>
public interface IMergingCatalog : IArticleCatalog
{
    /// <summary>Gives one article's keys and feeds to another, which stands for both from then on.</summary>
    /// <remarks>The versions keep the ids under which they were stored. A merge is final.</remarks>
    /// <param name="articleId">The id of the article that is no longer visited.</param>
    /// <param name="intoId">The id of the article that stands for both.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>
    /// False when they are one id, or one of them is missing or already merged; nothing changes then.
    /// </returns>
    ValueTask<bool> MergeAsync(string articleId, string intoId, CancellationToken cancellationToken = default);
}

namespace NewsDiff.Tracking;

/// <summary>A catalog whose keys can go from one article to another.</summary>
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

    /// <summary>Gives the address that an article has left to the article that is there now.</summary>
    /// <remarks>
    /// The keys of the sighting that belong to the article that moved become those of the sighting's article, which is
    /// found or made as by <see cref="IArticleCatalog.RegisterAsync"/>, all in one transaction. Versions and events
    /// keep the ids under which they were stored. This default changes nothing.
    /// </remarks>
    /// <param name="articleId">The id of the article that moved.</param>
    /// <param name="movedTo">Its address from now on.</param>
    /// <param name="successor">The sighting of the article at the address that it has left.</param>
    /// <param name="cancellationToken">Stops the write.</param>
    /// <returns>
    /// The article of the sighting; null when the one that moved is missing or merged, has none of its keys, or would
    /// keep no other; nothing changes then.
    /// </returns>
    ValueTask<TrackedArticle?> HandOverAsync(
        string articleId,
        Uri movedTo,
        ArticleRegistration successor,
        CancellationToken cancellationToken = default) => default;
}

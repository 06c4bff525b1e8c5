namespace NewsDiff.Hosting;

/// <summary>A handler that wants one digest instead of many notices of one site.</summary>
/// <remarks>
/// A site that changes its template may change hundreds of articles at once. Such a handler gets the first events of a
/// site's hour one by one, and the rest of that hour in one digest when the hour is over.
/// </remarks>
public interface IArticleDigestHandler : IArticleChangeHandler
{
    /// <summary>The maximum number of single notices of one site in one hour; 0 or more.</summary>
    int MaxPerHour { get; }

    /// <summary>Handles the rest of a site's hour.</summary>
    /// <param name="digest">The events that were not handled one by one.</param>
    /// <param name="cancellationToken">Cancelled when the host stops or the time limit is reached.</param>
    /// <returns>A task that completes when the digest is handled.</returns>
    ValueTask HandleDigestAsync(ArticleDigest digest, CancellationToken cancellationToken);
}

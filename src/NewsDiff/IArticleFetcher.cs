namespace NewsDiff;

/// <summary>Gets an article from its address.</summary>
/// <remarks>
/// Implementations answer every expected outcome with a <see cref="FetchStatus"/> and throw only when cancelled or
/// misused. They are safe for concurrent use.
/// </remarks>
public interface IArticleFetcher
{
    /// <summary>Fetches one article.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The result.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default);
}

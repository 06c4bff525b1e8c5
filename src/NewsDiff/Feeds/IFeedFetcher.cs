namespace NewsDiff.Feeds;

/// <summary>Gets a feed from its address.</summary>
/// <remarks>
/// Implementations answer every expected outcome with a <see cref="FetchStatus"/> and throw only when cancelled or
/// misused. They are safe for concurrent use.
/// </remarks>
public interface IFeedFetcher
{
    /// <summary>Fetches one feed.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The result.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    Task<FeedResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken = default);
}

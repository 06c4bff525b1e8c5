namespace NewsDiff.Extraction;

/// <summary>Reads an article from the HTML of its page.</summary>
/// <remarks>
/// Implementations are pure (the same page gives the same article everywhere) and safe for concurrent use.
/// </remarks>
public interface IArticleExtractor
{
    /// <summary>The version of its rules, which grows when a page may give a different article.</summary>
    int Version { get; }

    /// <summary>Reads one page.</summary>
    /// <param name="request">The page.</param>
    /// <param name="cancellationToken">Cancels the work; never changes its result.</param>
    /// <returns>The article, or the reason why there is none.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default);
}

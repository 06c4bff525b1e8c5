namespace NewsDiff;

/// <summary>Keeps every version of every article.</summary>
/// <remarks>
/// What an implementation promises: numbers run from 1 without gaps and are never reused; a version never changes;
/// appending is atomic and, once acknowledged, survives a crash of the process; readers see a prefix of what was
/// appended; instances are safe for concurrent use. Faults of the database are thrown as its own exceptions.
/// </remarks>
public interface IVersionStore
{
    /// <summary>Finds the version that stands now.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The latest version, or null when the article has none.</returns>
    ValueTask<ArticleVersion?> FindLatestAsync(string articleId, CancellationToken cancellationToken = default);

    /// <summary>Appends a version, unless the latest one already says the same.</summary>
    /// <param name="draft">What was seen.</param>
    /// <param name="cancellationToken">Stops the write; nothing is appended then.</param>
    /// <returns>Whether it was appended, unchanged or in conflict, and the version that stands now.</returns>
    ValueTask<AppendResult> AppendAsync(VersionDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Reads versions as a stream.</summary>
    /// <param name="query">Which versions, and in which order.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The versions, in the order they were appended unless the query says otherwise.</returns>
    IAsyncEnumerable<ArticleVersion> ReadVersionsAsync(
        VersionQuery query,
        CancellationToken cancellationToken = default);

    /// <summary>Streams changes: each matching version that has a predecessor, with that predecessor.</summary>
    /// <param name="query">Which later versions, and in which order.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The changes, in the order they were appended unless the query says otherwise.</returns>
    IAsyncEnumerable<ArticleChange> ReadChangesAsync(VersionQuery query, CancellationToken cancellationToken = default);
}

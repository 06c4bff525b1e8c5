using System.Collections.Immutable;

namespace NewsDiff;

/// <summary>Keeps every version of every article.</summary>
/// <remarks>
/// An implementation promises: numbers run from 1 without gaps and are never reused; a version never changes,
/// unless its text is erased (<see cref="IVersionCare"/>); appending is atomic and, once acknowledged, survives a crash
/// of the process; readers see a prefix of the appended versions;
/// instances are safe for concurrent use. Faults of the database are thrown as its own exceptions.
/// </remarks>
public interface IVersionStore
{
    /// <summary>Finds the current version.</summary>
    /// <param name="articleId">The article's id.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The latest version, or null when the article has none.</returns>
    ValueTask<ArticleVersion?> FindLatestAsync(string articleId, CancellationToken cancellationToken = default);

    /// <summary>Appends a version, unless the latest one has the same text.</summary>
    /// <remarks>A text of the article that was taken down is not appended either.</remarks>
    /// <param name="draft">The version to append.</param>
    /// <param name="cancellationToken">Cancels the write; nothing is appended then.</param>
    /// <returns>The result, and the current version.</returns>
    ValueTask<AppendResult> AppendAsync(VersionDraft draft, CancellationToken cancellationToken = default);

    /// <summary>Appends versions in order, each as if alone.</summary>
    /// <remarks>
    /// For imports: a store with transactions writes all in one, so that all are appended or none. This default appends
    /// one after the other.
    /// </remarks>
    /// <param name="drafts">The versions to append; several may be of one article.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    /// <returns>A result for each, in the same order.</returns>
    async ValueTask<ImmutableArray<AppendResult>> AppendAllAsync(
        IReadOnlyList<VersionDraft> drafts, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        var results = ImmutableArray.CreateBuilder<AppendResult>(drafts.Count);
        foreach (VersionDraft draft in drafts)
        {
            results.Add(await AppendAsync(draft, cancellationToken).ConfigureAwait(false));
        }

        return results.MoveToImmutable();
    }

    /// <summary>Reads versions as a stream.</summary>
    /// <param name="query">The versions to read, and their order.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The versions, in the order of appending unless the query says otherwise.</returns>
    IAsyncEnumerable<ArticleVersion> ReadVersionsAsync(
        VersionQuery query,
        CancellationToken cancellationToken = default);

    /// <summary>Streams changes: each matching version that has a predecessor, with that predecessor.</summary>
    /// <remarks>Versions whose text was erased are left out on both sides.</remarks>
    /// <param name="query">The later versions to read, and their order.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The changes, in the order of appending unless the query says otherwise.</returns>
    IAsyncEnumerable<ArticleChange> ReadChangesAsync(VersionQuery query, CancellationToken cancellationToken = default);
}

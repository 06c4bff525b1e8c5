namespace NewsDiff.Archives;

/// <summary>Keeps the answers of servers, so that runs can be repeated and pages read again.</summary>
/// <remarks>
/// Implementations are safe for concurrent use. Faults of the disk are thrown as <see cref="IOException"/>.
/// </remarks>
public interface IPageArchive : IAsyncDisposable
{
    /// <summary>Keeps a capture; content that is already kept is not stored again.</summary>
    /// <param name="capture">The capture.</param>
    /// <param name="cancellationToken">Cancels before the capture is kept.</param>
    /// <returns>A task that completes when it is kept.</returns>
    ValueTask KeepAsync(Capture capture, CancellationToken cancellationToken = default);

    /// <summary>Lists the captures.</summary>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The captures in the order in which they were kept, which need not be the order of time.</returns>
    IAsyncEnumerable<CaptureEntry> ReadEntriesAsync(CancellationToken cancellationToken = default);

    /// <summary>Finds a capture.</summary>
    /// <param name="entry">Its entry in this archive's list.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The capture with its content; null when it is missing, damaged or too large.</returns>
    ValueTask<Capture?> FindAsync(CaptureEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Finds a page by its content, such as the page of an <see cref="ArticleVersion"/>.</summary>
    /// <param name="pageHash">The hash; see <see cref="FetchResult.PageHash"/>.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>A capture of that page; null when there is none.</returns>
    ValueTask<Capture?> FindPageAsync(string pageHash, CancellationToken cancellationToken = default);
}

using System.Collections.Immutable;

namespace NewsDiff;

/// <summary>Takes versions down, prunes old ones, replaces readings, and finds damage.</summary>
/// <remarks>
/// An erased version keeps its number, its time and its hash, so that numbers still run without gaps. Its text is gone
/// for good; only backups may still have it.
/// </remarks>
public interface IVersionCare
{
    /// <summary>Takes versions of one article down.</summary>
    /// <remarks>
    /// Each gets an event of the kind <see cref="Events.ArticleEventKind.Hidden"/> in the same transaction. The article
    /// gets no new version with a hidden text. For versions that are hidden already, only remaining traces are erased
    /// again.
    /// </remarks>
    /// <param name="query">The versions; it must name the article.</param>
    /// <param name="reason">Why, in a sentence for people.</param>
    /// <param name="by">Who takes them down.</param>
    /// <param name="at">The time now.</param>
    /// <param name="cancellationToken">Cancels the write; nothing is hidden then.</param>
    /// <returns>The number of versions that were hidden now.</returns>
    /// <exception cref="ArgumentException">The query names no article, or has a limit.</exception>
    ValueTask<int> HideAsync(
        VersionQuery query, string reason, string by, DateTimeOffset at, CancellationToken cancellationToken = default);

    /// <summary>Erases the texts of old versions, article by article.</summary>
    /// <remarks>
    /// The first version of an article stays too. Each article that lost texts gets one event of the kind
    /// <see cref="Events.ArticleEventKind.Pruned"/> in the same transaction, with the number of the last version.
    /// </remarks>
    /// <param name="query">The versions that may go; no limit.</param>
    /// <param name="keepLatest">How many of the latest versions of each article stay, at least 1.</param>
    /// <param name="reason">Why, in a sentence for people.</param>
    /// <param name="by">Who erases them.</param>
    /// <param name="at">The time now.</param>
    /// <param name="cancellationToken">Stops after the current article.</param>
    /// <returns>The number of versions that were pruned.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="keepLatest"/> is less than 1.</exception>
    /// <exception cref="ArgumentException">The query has a limit.</exception>
    ValueTask<int> PruneAsync(
        VersionQuery query, int keepLatest, string reason, string by, DateTimeOffset at,
        CancellationToken cancellationToken = default);

    /// <summary>Replaces what versions of one article say by newer readings of their kept pages.</summary>
    /// <remarks>
    /// All readings are swapped in at once, or none. A version gets the article, the extractor's version and the
    /// container of its reading; number, time, address, page hash and doubt stay. There is no event: nothing happened
    /// to the article. The default replaces nothing.
    /// </remarks>
    /// <param name="readings">Versions of one article, as their pages are read now.</param>
    /// <param name="cancellationToken">Cancels the write; nothing is replaced then.</param>
    /// <returns>
    /// False, and nothing is replaced, when a version is missing, erased, of another page, or already read by such an
    /// extractor; also when a reading has the text of a version that was taken down.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// The readings are of several articles, or two are of one version.
    /// </exception>
    ValueTask<bool> ReplaceReadingsAsync(
        IReadOnlyCollection<ArticleVersion> readings, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(false);

    /// <summary>Reads everything, and reports all that is damaged or missing.</summary>
    /// <param name="progress">Receives the share that is done, from 0 to 1; or null.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The faults, each in a sentence for people; none when all is well.</returns>
    IAsyncEnumerable<string> VerifyAsync(
        IProgress<double>? progress = null, CancellationToken cancellationToken = default);

    /// <summary>Counts what the store holds.</summary>
    /// <param name="now">The time now.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>
    /// <c>articles</c>, <c>versions</c>, <c>hidden</c> versions, <c>feeds</c>, visits that are <c>due</c>,
    /// <c>events</c>; <c>bytes</c> if the store knows its size; <c>unsearchable</c> if it has an index: the number of
    /// versions that it leaves out because they are damaged.
    /// </returns>
    ValueTask<ImmutableSortedDictionary<string, long>> CountAsync(
        DateTimeOffset now, CancellationToken cancellationToken = default);
}

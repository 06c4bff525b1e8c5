using System.Collections.Immutable;
using System.ServiceModel.Syndication;
using NewsDiff.Events;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Syndication;

/// <summary>Writes changes and other events as a feed to subscribe to, one entry each.</summary>
/// <remarks>
/// The same changes give the same bytes: no clock is read, and a written entry never changes. The feed is made in
/// memory, so limit the changes to a useful number. Instances are immutable and safe to share.
/// </remarks>
public sealed class ChangeFeedWriter
{
    private readonly ChangeFeedOptions _options;
    private readonly IOwnTexts _texts;

    /// <summary>Makes a writer.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    public ChangeFeedWriter(ChangeFeedOptions? options = null)
    {
        _options = options ?? new ChangeFeedOptions();
        _texts = _options.Texts;
    }

    /// <summary>The media type of a format, for a <c>Content-Type</c> header.</summary>
    /// <param name="format">The format.</param>
    /// <returns>The type, with its character set if it has one.</returns>
    public static string GetMediaType(ChangeFeedFormat format) => format switch
    {
        ChangeFeedFormat.Rss => "application/rss+xml; charset=utf-8",
        ChangeFeedFormat.JsonFeed => "application/feed+json",
        _ => "application/atom+xml; charset=utf-8",
    };

    /// <summary>Writes a feed in UTF-8.</summary>
    /// <param name="changes">The changes, in the order of the entries; readers expect the newest first.</param>
    /// <param name="stream">The destination; it is not closed.</param>
    /// <param name="cancellationToken">Cancels the reading of changes, or the writing.</param>
    /// <returns>A task that completes when the feed is written.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public async Task WriteAsync(
        IAsyncEnumerable<ArticleChange> changes, Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(stream);
        ImmutableArray<ChangeFeedEntry> entries =
        [
            .. await changes.Select(change => ChangeFeedEntry.Of(change, _options, _texts))
                .ToListAsync(cancellationToken).ConfigureAwait(false),
        ];
        await WriteAsync(entries, stream, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes a feed of changes and other events in UTF-8, the newest first.</summary>
    /// <param name="changes">The changes, in any order.</param>
    /// <param name="notices">The other events, in any order; an article that vanished, for instance.</param>
    /// <param name="stream">The destination; it is not closed.</param>
    /// <param name="cancellationToken">Cancels the reading, or the writing.</param>
    /// <returns>A task that completes when the feed is written.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public async Task WriteAsync(
        IAsyncEnumerable<ArticleChange> changes,
        IAsyncEnumerable<ArticleNotice> notices,
        Stream stream,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        ArgumentNullException.ThrowIfNull(notices);
        ArgumentNullException.ThrowIfNull(stream);
        List<ChangeFeedEntry> entries = await changes.Select(change => ChangeFeedEntry.Of(change, _options, _texts))
            .Concat(notices.Select(notice => ChangeFeedEntry.Of(notice, _options, _texts)))
            .ToListAsync(cancellationToken).ConfigureAwait(false);
        await WriteAsync([.. entries.OrderByDescending(entry => entry.At)], stream, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <summary>Creates a <c>SyndicationFeed</c> for hosts that add items or use another formatter.</summary>
    /// <param name="changes">The changes, in the order of the items; readers expect the newest first.</param>
    /// <returns>The feed; <see cref="ChangeFeedOptions.Format"/> is ignored.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="changes"/> is null.</exception>
    public SyndicationFeed ToSyndicationFeed(IEnumerable<ArticleChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return SyndicationChangeFeed.Make(
            [.. changes.Select(change => ChangeFeedEntry.Of(change, _options, _texts))], _options);
    }

    private async Task WriteAsync(
        ImmutableArray<ChangeFeedEntry> entries, Stream stream, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        Write(entries, buffer);
        buffer.Position = 0;
        await buffer.CopyToAsync(stream, cancellationToken).ConfigureAwait(false);
    }

    private void Write(ImmutableArray<ChangeFeedEntry> entries, Stream stream)
    {
        switch (_options.Format)
        {
            case ChangeFeedFormat.JsonFeed:
                JsonChangeFeed.Write(entries, _options, stream);
                break;
            case ChangeFeedFormat.Rss:
                SyndicationChangeFeed.WriteRss(SyndicationChangeFeed.Make(entries, _options), _options, stream);
                break;
            default:
                SyndicationChangeFeed.WriteAtom(SyndicationChangeFeed.Make(entries, _options), stream);
                break;
        }
    }
}

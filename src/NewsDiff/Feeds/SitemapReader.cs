using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsDiff.Feeds.Reading;

namespace NewsDiff.Feeds;

/// <summary>Reads a sitemap, news sitemap, sitemap index or plain list of addresses, gzipped or not.</summary>
/// <remarks>
/// It follows sitemaps.org, and is as tolerant as the reader of feeds. Memory does not grow with the number of entries.
/// No DTD is processed and nothing else is loaded; at most 50,000 entries and 50 Mi characters are read. An index may
/// name itself, so callers must remember which sitemaps they have read.
/// </remarks>
public sealed class SitemapReader
{
    private readonly Stream _content;
    private readonly Uri _url;
    private readonly string? _contentType;

    /// <summary>Makes a reader.</summary>
    /// <param name="content">The document; it is read once and not closed.</param>
    /// <param name="url">The address it came from; relative addresses are resolved against it.</param>
    /// <exception cref="ArgumentException">An argument is null, or <paramref name="url"/> relative.</exception>
    public SitemapReader(Stream content, Uri url)
    {
        ArgumentNullException.ThrowIfNull(content);
        AbsoluteUrl.ThrowIfNot(url);
        _content = content;
        _url = url;
    }

    /// <summary>Makes a reader of a fetched sitemap; each reader begins at its start.</summary>
    /// <param name="sitemap">The sitemap.</param>
    /// <exception cref="ArgumentNullException"><paramref name="sitemap"/> is null.</exception>
    /// <exception cref="ArgumentException">Its address is relative.</exception>
    public SitemapReader(Sitemap sitemap)
    {
        ArgumentNullException.ThrowIfNull(sitemap);
        AbsoluteUrl.ThrowIfNot(sitemap.Url);
        _content = AsStream(sitemap.Content);
        _url = sitemap.Url;
        _contentType = sitemap.ContentType;
    }

    /// <summary>Whether a document begins like a sitemap or a sitemap index, gzipped or not.</summary>
    /// <param name="content">The document, or its beginning up to the root's name.</param>
    /// <returns>Whether it is valid.</returns>
    public static bool IsSitemap(ReadOnlyMemory<byte> content) => SitemapSniffer.IsSitemap(content);

    /// <summary>Why tags were repaired or entries are missing, once they are read; otherwise null.</summary>
    public string? BrokenOff { get; private set; }

    /// <summary>Reads the entries.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entries with an http or https address, in the document's order.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The document cannot be read.</exception>
    public async IAsyncEnumerable<SitemapEntry> ReadAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var source = new SitemapSource(_content, _contentType);
        await using (source.ConfigureAwait(false))
        {
            var found = new Queue<SitemapEntry>();
            var scanner = new SitemapScanner(_url, found);
            int count = 0;
            bool isAtEnd = false;
            while (!isAtEnd && !scanner.IsDone)
            {
                cancellationToken.ThrowIfCancellationRequested();
                ReadOnlyMemory<char> block = await source.ReadAsync(cancellationToken).ConfigureAwait(false);
                isAtEnd = block.IsEmpty;
                scanner.Take(block.Span, isAtEnd);
                while (found.TryDequeue(out SitemapEntry? entry))
                {
                    if (count == FeedLimits.SitemapEntries)
                    {
                        BrokenOff = "It has too many entries.";
                        yield break;
                    }

                    count++;
                    yield return entry;
                }
            }

            BrokenOff = scanner.IsDone ? scanner.Fault : source.Fault ?? scanner.Fault;
        }
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> content) =>
        MemoryMarshal.TryGetArray(content, out ArraySegment<byte> array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(content.ToArray(), writable: false);
}

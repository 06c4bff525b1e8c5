using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Xml;
using NewsDiff.Feeds.Reading;

namespace NewsDiff.Feeds;

/// <summary>Reads a sitemap, a news sitemap or an index of sitemaps, packed by gzip or not, entry by entry.</summary>
/// <remarks>
/// By the protocol of sitemaps.org. Memory does not grow with the number of entries. No DTD is processed and nothing else is loaded;
/// at most 50,000 entries and 50 MiB of text are read. An index may name itself: who follows it must remember where it was.
/// </remarks>
public sealed class SitemapReader
{
    private const int MostEntries = 50_000;
    private const long MostCharacters = 50 * 1024 * 1024;

    private readonly Stream _content;
    private readonly Uri _url;

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

    /// <summary>Tells by its beginning whether a document is a sitemap or an index of sitemaps, packed by gzip or not.</summary>
    /// <param name="content">The document, or its first 2 KiB at least.</param>
    /// <returns>Whether it is one.</returns>
    public static bool IsSitemap(ReadOnlyMemory<byte> content) => SitemapSniffer.IsSitemap(content);

    /// <summary>Why reading ended before the document did, or null; known when the entries are read.</summary>
    public string? BrokenOff { get; private set; }

    /// <summary>Reads the entries.</summary>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>The entries that have an http or https address, in the document's order.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="IOException">The document cannot be read.</exception>
    public async IAsyncEnumerable<SitemapEntry> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        PipeReader pipe = PipeReader.Create(_content, new StreamPipeReaderOptions(leaveOpen: true));
        Stream unpacked = await UnpackAsync(pipe, cancellationToken).ConfigureAwait(false);
        await using (unpacked.ConfigureAwait(false))
        {
            var settings = new XmlReaderSettings
            {
                Async = true,
                CheckCharacters = false,
                DtdProcessing = DtdProcessing.Ignore,
                IgnoreComments = true,
                MaxCharactersInDocument = MostCharacters,
                XmlResolver = null,
            };
            using var xml = XmlReader.Create(unpacked, settings);
            var draft = new SitemapDraft(_url);
            for (int count = 0; count < MostEntries && await MoveAsync(xml, cancellationToken).ConfigureAwait(false);)
            {
                if (draft.Take(xml) is { } entry)
                {
                    count++;
                    yield return entry;
                }
            }
        }
    }

    private static async Task<Stream> UnpackAsync(PipeReader pipe, CancellationToken cancellationToken)
    {
        ReadResult start = await pipe.ReadAtLeastAsync(2, cancellationToken).ConfigureAwait(false);
        bool isPacked = start.Buffer.Length >= 2 && start.Buffer.FirstSpan is [0x1f, 0x8b, ..];
        pipe.AdvanceTo(start.Buffer.Start);
        Stream stream = pipe.AsStream();
        return isPacked ? new GZipStream(stream, CompressionMode.Decompress) : stream;
    }

    private async Task<bool> MoveAsync(XmlReader xml, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            bool isMoved = await xml.ReadAsync().ConfigureAwait(false);
            if (isMoved && xml.Depth > FeedLimits.Depth)
            {
                BrokenOff = "Its elements are nested too deep.";
                return false;
            }

            return isMoved;
        }
        catch (Exception fault) when (fault is XmlException or InvalidDataException)
        {
            BrokenOff = fault.Message;
            return false;
        }
    }
}

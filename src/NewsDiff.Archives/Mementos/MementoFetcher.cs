using Microsoft.Extensions.Logging;
using NewsDiff.Extraction;
using NewsDiff.Fetching;
using NewsDiff.Identity;

namespace NewsDiff.Archives.Mementos;

/// <summary>Fetches articles, also from addresses of web archives.</summary>
/// <remarks>
/// A capture is fetched in its original form; its result has the page's own address and the time of the capture. Any
/// other address is fetched as by <see cref="HttpArticleFetcher"/>. Instances are safe for concurrent use.
/// </remarks>
public sealed class MementoFetcher : IArticleFetcher, IDisposable
{
    private readonly HttpArticleFetcher _fetcher;
    private readonly Uri? _captures;

    /// <summary>Makes a fetcher.</summary>
    /// <param name="client">The client, which is not disposed; null for a guarded one that the fetcher makes.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="extractor">The extractor of pages; null for the default one.</param>
    /// <param name="politeness">The knowledge about sites; null for that of the whole process.</param>
    /// <param name="timeProvider">The clock of timeouts; null for the system's.</param>
    /// <param name="archive">Another archive, besides the known ones; null for none.</param>
    /// <param name="logger">The log of requests; null for none.</param>
    public MementoFetcher(
        HttpClient? client = null,
        HttpFetchOptions? options = null,
        IArticleExtractor? extractor = null,
        HostPoliteness? politeness = null,
        TimeProvider? timeProvider = null,
        WebArchiveOptions? archive = null,
        ILogger<HttpArticleFetcher>? logger = null)
    {
        _captures = archive?.Captures;
        var reader = new MementoExtractor(extractor ?? new HtmlArticleExtractor(), Parse);
        _fetcher = client is null
            ? new HttpArticleFetcher(options, reader, politeness, timeProvider, logger)
            : new HttpArticleFetcher(client, options, reader, politeness, timeProvider, logger);
    }

    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Parse(request.Url) is not { Raw: { } raw } asked)
        {
            return await _fetcher.FetchAsync(request, cancellationToken).ConfigureAwait(false);
        }

        FetchResult result = await _fetcher.FetchAsync(
            new FetchRequest { Url = raw, PreviousContainer = request.PreviousContainer }, cancellationToken)
                .ConfigureAwait(false);

        // Archives lead to the nearest capture that they have, whose address tells its time. What they say of their own
        // answer is not to be sent to the page's own server.
        ArchiveAddress found = Parse(result.Url) ?? asked;
        return result with
        {
            Url = found.Original,
            CapturedAt = found.CapturedAt,
            Validators = null,
            MovedTo = null,
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _fetcher.Dispose();

    private ArchiveAddress? Parse(Uri url) =>
        ArchiveAddress.TryParse(url, out ArchiveAddress? known) ? known
        : _captures is not null && url.AbsoluteUri.StartsWith(_captures.AbsoluteUri, StringComparison.Ordinal)
            ? ArchiveAddress.Find(url, givesRaw: true)
            : null;
}

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
    /// <param name="client">The way to the web; it is not disposed.</param>
    /// <param name="extractor">Reads the pages; null for the default extractor.</param>
    /// <param name="archive">A further archive, besides the known ones; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public MementoFetcher(
        PoliteClient client, IArticleExtractor? extractor = null, WebArchiveOptions? archive = null)
    {
        _captures = archive?.Captures;
        _fetcher = new HttpArticleFetcher(
            client, new MementoExtractor(extractor ?? new HtmlArticleExtractor(), Parse));
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

        // An archive redirects to the nearest capture that it has, whose address contains its time. The archive's
        // validators must not be sent to the page's own server.
        ArchiveAddress found = Parse(result.Url) ?? asked;
        return result with
        {
            Url = found.Original,
            CapturedAt = found.CapturedAt,
            Validators = null,
            MovedTo = null,
        };
    }

    /// <summary>Does nothing: the caller owns the client.</summary>
    public void Dispose() => _fetcher.Dispose();

    private ArchiveAddress? Parse(Uri url) =>
        ArchiveAddress.TryParse(url, out ArchiveAddress? known) ? known
        : _captures is not null && url.AbsoluteUri.StartsWith(_captures.AbsoluteUri, StringComparison.Ordinal)
            ? ArchiveAddress.Find(url, givesRaw: true)
            : null;
}

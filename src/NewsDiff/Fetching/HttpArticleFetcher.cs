using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDiff.Extraction;
using NewsDiff.Text;

namespace NewsDiff.Fetching;

/// <summary>Fetches articles over HTTP: politely, within limits, and from the public internet only.</summary>
/// <remarks>Instances are safe for concurrent use; those that share a <see cref="HostPoliteness"/> are polite together.</remarks>
public sealed class HttpArticleFetcher : IArticleFetcher, IDisposable
{
    private const string Accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    private readonly HttpClient? _ownClient;
    private readonly PoliteClient _client;
    private readonly IArticleExtractor _extractor;
    private readonly ILogger _logger;

    /// <summary>Makes a fetcher over a guarded client of its own.</summary>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="extractor">What reads the pages; null for the default extractor.</param>
    /// <param name="politeness">What is known of the hosts; null for what the whole process shares.</param>
    /// <param name="timeProvider">The clock of timeouts; null for the system's.</param>
    /// <param name="logger">Told of every request; null for nobody.</param>
    public HttpArticleFetcher(
        HttpFetchOptions? options = null,
        IArticleExtractor? extractor = null,
        HostPoliteness? politeness = null,
        TimeProvider? timeProvider = null,
        ILogger<HttpArticleFetcher>? logger = null)
    {
        _ownClient = NewsDiffHttp.CreateClient(options);
        _client = PoliteClient.Over(_ownClient, options, politeness, timeProvider);
        _extractor = extractor ?? new HtmlArticleExtractor();
        _logger = logger ?? NullLogger<HttpArticleFetcher>.Instance;
    }

    /// <summary>Makes a fetcher over a client of the host's, whose handler decides what may be connected to.</summary>
    /// <remarks>
    /// Only a handler of <see cref="NewsDiffHttp.CreateHandler"/> refuses private addresses and leaves redirects to the fetcher.
    /// </remarks>
    /// <param name="client">The client; it is not disposed.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="extractor">What reads the pages; null for the default extractor.</param>
    /// <param name="politeness">What is known of the hosts; null for what the whole process shares.</param>
    /// <param name="timeProvider">The clock of timeouts; null for the system's.</param>
    /// <param name="logger">Told of every request; null for nobody.</param>
    public HttpArticleFetcher(
        HttpClient client,
        HttpFetchOptions? options = null,
        IArticleExtractor? extractor = null,
        HostPoliteness? politeness = null,
        TimeProvider? timeProvider = null,
        ILogger<HttpArticleFetcher>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = PoliteClient.Over(client, options, politeness, timeProvider);
        _extractor = extractor ?? new HtmlArticleExtractor();
        _logger = logger ?? NullLogger<HttpArticleFetcher>.Instance;
    }

    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        PoliteResponse response = await _client.GetAsync(
            new PoliteRequest
            {
                Url = request.Url,
                Accept = Accept,
                Validators = request.Validators,
                RefuseMediaType = PageSniffer.RefuseMediaType,
            },
            cancellationToken).ConfigureAwait(false);
        FetchResult result = response.Status == FetchStatus.Fetched
            ? Read(response, cancellationToken)
            : WithoutArticle(response, response.Status, response.Reason);
        FetchLog.Ended(_logger, request.Url, result.Status, result.Reason);
        return result;
    }

    /// <summary>Disposes the client, when the fetcher made it.</summary>
    public void Dispose() => _ownClient?.Dispose();

    private FetchResult Read(PoliteResponse response, CancellationToken cancellationToken)
    {
        if (PageSniffer.RefuseContent(response.ContentType, response.Body.Span) is { } reason)
        {
            return WithoutArticle(response, FetchStatus.NotAnArticle, reason);
        }

        DecodedText page = CharsetSniffer.DecodeHtml(response.Body.Span, response.ContentType);
        ExtractionResult extraction = _extractor.Extract(
            new ExtractionRequest { Html = page.Text, Url = response.Url }, cancellationToken);
        return extraction.Article is null
            ? WithoutArticle(response, FetchStatus.NotAnArticle, extraction.Reason) with { ExtractorVersion = _extractor.Version }
            : new FetchResult
            {
                Status = FetchStatus.Fetched,
                Url = response.Url,
                Article = extraction.Article,
                ExtractorVersion = _extractor.Version,
                PageHash = PageHash.Of(response.Body.Span),
                HttpStatusCode = response.HttpStatusCode,
                Validators = response.Validators,
                MovedTo = response.MovedTo,
            };
    }

    // Validators are kept only with what was understood, so that the next request asks for the rest again.
    private static FetchResult WithoutArticle(PoliteResponse response, FetchStatus status, string? reason) => new()
    {
        Status = status,
        Url = response.Url,
        HttpStatusCode = response.HttpStatusCode,
        Validators = status == FetchStatus.NotModified ? response.Validators : null,
        RetryAfter = response.RetryAfter,
        MovedTo = status == FetchStatus.NotModified ? response.MovedTo : null,
        Reason = reason,
    };
}

using Microsoft.Extensions.Logging;
using NewsDiff.Addresses;
using NewsDiff.Diagnostics;
using NewsDiff.Extraction;
using NewsDiff.Fetching.Http;
using NewsDiff.Text;

namespace NewsDiff.Fetching;

/// <summary>Fetches articles over HTTP: politely, within limits, and from the public internet only.</summary>
/// <remarks>
/// Instances are safe for concurrent use. Share one <see cref="PoliteClient"/> between them to connect only once.
/// </remarks>
public sealed class HttpArticleFetcher : IArticleFetcher, IDisposable
{
    private const string Accept = "text/html, application/xhtml+xml;q=0.9, */*;q=0.1";

    private readonly PoliteClient _client;
    private readonly PoliteClient? _own;
    private readonly IArticleExtractor _extractor;
    private readonly ILogger _logger;

    /// <summary>Makes a fetcher over a <see cref="PoliteClient"/> of its own, which it disposes.</summary>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="extractor">Reads the pages; null for the default extractor.</param>
    /// <exception cref="ArgumentException">The user agent or the contact is not valid in a header.</exception>
    public HttpArticleFetcher(HttpFetchOptions? options = null, IArticleExtractor? extractor = null)
        : this(new PoliteClient(options), extractor) => _own = _client;

    /// <summary>Makes a fetcher over the host's client, whose handler decides what may be connected to.</summary>
    /// <remarks>
    /// Only a handler of <see cref="NewsDiffHttp.CreateHandler"/> refuses private addresses and leaves redirects to the
    /// fetcher.
    /// </remarks>
    /// <param name="client">The client that connects; it is not disposed.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="extractor">Reads the pages; null for the default extractor.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException">The user agent or the contact is not valid in a header.</exception>
    public HttpArticleFetcher(
        HttpClient client, HttpFetchOptions? options = null, IArticleExtractor? extractor = null)
        : this(new PoliteClient(client, options), extractor) => _own = _client;

    /// <summary>Makes a fetcher over a client that others share.</summary>
    /// <param name="client">The way to the web; it is not disposed.</param>
    /// <param name="extractor">Reads the pages; null for the default extractor.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public HttpArticleFetcher(PoliteClient client, IArticleExtractor? extractor = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _extractor = extractor ?? new HtmlArticleExtractor();
        _logger = client.Loggers.CreateLogger<HttpArticleFetcher>();
    }

    /// <inheritdoc/>
    public async Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default) =>
        (await ExplainAsync(request, cancellationToken).ConfigureAwait(false)).Result;

    /// <summary>Fetches one article, and explains every decision on the way.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The result, and its reasons.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<FetchExplanation> ExplainAsync(
        FetchRequest request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Uri shown = UserInfo.Without(request.Url);
        using FetchRecording recording = FetchRecording.OfArticle(shown, _client.TimeProvider);
        PoliteResponse response = await _client.GetAsync(
            new PoliteRequest
            {
                Url = request.Url,
                Accept = Accept,
                Validators = request.Validators,
                IsDocument = true,
                RefuseMediaType = PageSniffer.RefuseMediaType,
            },
            cancellationToken).ConfigureAwait(false);
        FetchExplanation explanation = response.Status == FetchStatus.Fetched
            ? Read(response, request.PreviousContainer, cancellationToken)
            : Explain(response, WithoutArticle(response, response.Status, response.Reason));
        FetchResult result = explanation.Result;
        FetchLog.Ended(_logger, shown, result.Status, result.Reason);
        recording.Finish(result.Status, result.HttpStatusCode, response.Hops.Length, result.Reason);
        return explanation;
    }

    /// <summary>Gives the verdict of a site's robots.txt on an address.</summary>
    /// <remarks>
    /// The file is requested when it is missing or outdated, even if the options say that it need not be obeyed.
    /// </remarks>
    /// <param name="url">The address.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The verdict, with its rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<RobotsReport> CheckRobotsAsync(Uri url, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        return _client.AskRobotsAsync(url, cancellationToken);
    }

    /// <summary>Disposes the <see cref="PoliteClient"/>, if the fetcher made it.</summary>
    public void Dispose() => _own?.Dispose();

    private FetchExplanation Read(
        PoliteResponse response,
        string? previousContainer,
        CancellationToken cancellationToken)
    {
        if (PageSniffer.RefuseContent(response.ContentType, response.Body.Span) is { } reason)
        {
            return Explain(response, WithoutArticle(response, FetchStatus.NotAnArticle, reason));
        }

        DecodedText page = CharsetSniffer.DecodeHtml(response.Body.Span, response.ContentType);
        var request = new ExtractionRequest
        {
            Html = page.Text,
            Url = response.Url,
            PreviousContainer = previousContainer,
        };
        if (Extract(request, response.SentAt, cancellationToken) is not { } extraction)
        {
            return Explain(response, WithoutArticle(
                response, FetchStatus.TimedOut, "The page arrived in time, but reading it took too long."));
        }

        FetchResult result = ResultOf(response, extraction) with { IsCutOff = !PageSniffer.HasEnd(page.Text) };
        return Explain(response, result) with
        {
            Charset = page.Charset,
            CharsetReason = Words(page.Source),
            Verdict = extraction.Verdict,
        };
    }

    private FetchResult ResultOf(PoliteResponse response, ExtractionResult extraction) => extraction.Article is null
        ? WithoutArticle(response, FetchStatus.NotAnArticle, extraction.Reason) with
        {
            ExtractorVersion = _extractor.Version,
        }
        : new FetchResult
        {
            Status = FetchStatus.Fetched,
            Url = response.Url,
            Article = extraction.Article,
            ExtractorVersion = _extractor.Version,
            Container = extraction.Container,
            PageHash = PageHash.Compute(response.Body.Span),
            HttpStatusCode = response.HttpStatusCode,
            Validators = response.Validators,
            FreshFor = response.FreshFor,
            MovedTo = response.MovedTo,
        };

    /// <summary>Reads a page within the remaining time of its request; null when that is too short.</summary>
    private ExtractionResult? Extract(ExtractionRequest page, long sentAt, CancellationToken cancellationToken)
    {
        TimeSpan left = _client.Options.TotalTimeout - _client.TimeProvider.GetElapsedTime(sentAt);
        bool isEndless = _client.Options.TotalTimeout == Timeout.InfiniteTimeSpan;
        using var deadline = new CancellationTokenSource(
            isEndless ? Timeout.InfiniteTimeSpan : left > TimeSpan.Zero ? left : TimeSpan.Zero, _client.TimeProvider);
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return _extractor.Extract(page, whole.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested
            && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static FetchExplanation Explain(PoliteResponse response, FetchResult result) => new()
    {
        Result = result,
        Hops = response.Hops,
        ContentType = response.ContentType,
        ContentCoding = response.ContentCoding,
        ContentBytes = response.Body.Length,
    };

    private static string Words(CharsetSource source) => source switch
    {
        CharsetSource.ByteOrderMark => "its byte order mark says so",
        CharsetSource.Header => "the Content-Type header says so",
        CharsetSource.Declaration => "the page declares it",
        CharsetSource.Detection => "its bytes look like it",
        _ => "nothing indicates another",
    };

    // Validators are kept only with what was understood, so that the next request asks for the rest again.
    private static FetchResult WithoutArticle(PoliteResponse response, FetchStatus status, string? reason) => new()
    {
        Status = status,
        Url = response.Url,
        HttpStatusCode = response.HttpStatusCode,
        Validators = status == FetchStatus.NotModified ? response.Validators : null,
        RetryAfter = response.RetryAfter,
        FreshFor = status == FetchStatus.NotModified ? response.FreshFor : null,
        MovedTo = status == FetchStatus.NotModified ? response.MovedTo : null,
        Reason = reason,
    };
}

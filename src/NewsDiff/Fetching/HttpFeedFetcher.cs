using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using NewsDiff.Addresses;
using NewsDiff.Diagnostics;
using NewsDiff.Extraction;
using NewsDiff.Feeds;
using NewsDiff.Fetching.Http;
using NewsDiff.Text;

namespace NewsDiff.Fetching;

/// <summary>Fetches feeds over HTTP: politely, within limits, and from the public internet only.</summary>
/// <remarks>
/// Instances are safe for concurrent use. Share one <see cref="PoliteClient"/> between them to connect only once.
/// </remarks>
public sealed class HttpFeedFetcher : IFeedFetcher, IDisposable
{
    private const string Accept =
        "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, "
        + "application/xml;q=0.8, "
        + "text/xml;q=0.8, application/json;q=0.7, */*;q=0.1";

    private const int MostAlternates = 20;

    /// <summary>The maximum number of characters of addresses in a reason, which is stored.</summary>
    private const int LongestList = 2_000;

    private readonly PoliteClient _client;
    private readonly PoliteClient? _own;
    private readonly ILogger _logger;

    /// <summary>Makes a fetcher over a <see cref="PoliteClient"/> of its own, which it disposes.</summary>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <exception cref="ArgumentException">The user agent or the contact is not valid in a header.</exception>
    public HttpFeedFetcher(HttpFetchOptions? options = null)
        : this(new PoliteClient(options)) => _own = _client;

    /// <summary>Makes a fetcher over the host's client, whose handler decides what may be connected to.</summary>
    /// <remarks>
    /// Only a handler of <see cref="NewsDiffHttp.CreateHandler"/> refuses private addresses and leaves redirects to the
    /// fetcher.
    /// </remarks>
    /// <param name="client">The client that connects; it is not disposed.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException">The user agent or the contact is not valid in a header.</exception>
    public HttpFeedFetcher(
        HttpClient client, HttpFetchOptions? options = null)
        : this(new PoliteClient(client, options)) => _own = _client;

    /// <summary>Makes a fetcher over a client that others share.</summary>
    /// <param name="client">The way to the web; it is not disposed.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public HttpFeedFetcher(PoliteClient client)
    {
        ArgumentNullException.ThrowIfNull(client);
        _client = client;
        _logger = client.Loggers.CreateLogger<HttpFeedFetcher>();
    }

    /// <inheritdoc/>
    public async Task<FeedResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        Uri shown = UserInfo.Without(request.Url);
        using FetchRecording recording = FetchRecording.OfFeed(shown, _client.TimeProvider);
        PoliteResponse response = await _client.GetAsync(
            new PoliteRequest
            {
                Url = request.Url,
                Accept = Accept,
                Validators = request.Validators,
                IsDocument = true,
            },
            cancellationToken).ConfigureAwait(false);
        FeedResult result = UnderstandInTime(response, cancellationToken);
        FetchLog.Ended(_logger, shown, result.Status, result.Reason);
        recording.Finish(result.Status, result.HttpStatusCode, response.Hops.Length, result.Reason);
        return result;
    }

    /// <summary>Disposes the <see cref="PoliteClient"/>, if the fetcher made it.</summary>
    public void Dispose() => _own?.Dispose();

    /// <summary>Reads the content. Counts bound its cost; the time limit is for an overloaded machine.</summary>
    private FeedResult UnderstandInTime(PoliteResponse response, CancellationToken cancellationToken)
    {
        using var total = new CancellationTokenSource(_client.Options.TotalTimeout, _client.TimeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, total.Token);
        try
        {
            return Understand(response, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new FeedResult
            {
                Status = FetchStatus.TimedOut,
                Url = response.Url,
                HttpStatusCode = response.HttpStatusCode,
                Reason = "Reading the content took too long.",
            };
        }
    }

    private static FeedResult Understand(PoliteResponse response, CancellationToken cancellationToken)
    {
        if (response.Status == FetchStatus.Fetched && SitemapReader.IsSitemap(response.Body))
        {
            return OfSitemap(response);
        }

        FeedReadResult? reading = response.Status == FetchStatus.Fetched
            ? FeedReader.ReadInTime(response.Body.Span, response.Url, response.ContentType, cancellationToken)
            : null;
        FetchStatus status = reading is { Feed: null } ? FetchStatus.NotAFeed : response.Status;

        // Validators are kept only with what was read whole, so that the next request asks for the rest again.
        bool isUnderstood = status == FetchStatus.NotModified || reading is { Feed: not null, BrokenOff: null };
        var result = new FeedResult
        {
            Status = status,
            Url = response.Url,
            Feed = WithHubs(reading?.Feed, response),
            HttpStatusCode = response.HttpStatusCode,
            Validators = isUnderstood ? response.Validators : null,
            RetryAfter = response.RetryAfter,
            FreshFor = status is FetchStatus.Fetched or FetchStatus.NotModified ? response.FreshFor : null,
            MovedTo = status == FetchStatus.NotAFeed ? null : response.MovedTo,
            Reason = reading is null ? response.Reason : reading.Reason,
        };
        return reading is { IsPage: true } ? WithAlternates(result, response, cancellationToken) : result;
    }

    /// <summary>Adds the hubs that the answer names outside of the feed (WebSub, 4).</summary>
    private static Feed? WithHubs(Feed? feed, PoliteResponse response) =>
        feed is null || response.Links is null
            ? feed
            : feed with { Hubs = [.. feed.Hubs.Union(LinkHeader.Hubs(response.Links, response.Url))] };

    private static FeedResult OfSitemap(PoliteResponse response) => new()
    {
        Status = FetchStatus.Fetched,
        Url = response.Url,
        Sitemap = new Sitemap
        {
            Url = response.Url,
            Content = response.Body,
            ContentType = response.ContentType,
        },
        HttpStatusCode = response.HttpStatusCode,
        Validators = response.Validators,
        RetryAfter = response.RetryAfter,
        FreshFor = response.FreshFor,
        MovedTo = response.MovedTo,
    };

    private static FeedResult WithAlternates(
        FeedResult result,
        PoliteResponse response,
        CancellationToken cancellationToken)
    {
        string html = CharsetSniffer.DecodeHtml(response.Body.Span, response.ContentType).Text;
        var page = new ExtractionRequest { Html = html, Url = response.Url };
        ImmutableArray<Uri> feeds =
            [.. HtmlArticleExtractor.FindFeeds(page, cancellationToken).Take(MostAlternates)];
        return result with
        {
            Alternates = feeds,
            Reason = feeds.IsEmpty
                ? "This is an HTML page, not a feed, and it names no feed."
                : $"This is an HTML page, not a feed; it names as its feeds: {Beginning(string.Join(", ", feeds))}",
        };
    }

    private static string Beginning(string text) => text.Length > LongestList ? $"{text[..LongestList]} …" : text;
}

using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NewsDiff.Addresses;
using NewsDiff.Fetching.Guard;
using NewsDiff.Fetching.Http;
using NewsDiff.Fetching.Robots;
using NewsDiff.Fetching.Sites;

namespace NewsDiff.Fetching;

/// <summary>The one way to the web: gets any address by the rules of its site.</summary>
/// <remarks>
/// Every request of the library goes through such a client: robots.txt is obeyed, sites are asked one request at a time
/// with pauses, and every redirect is checked like the first address. Fetchers that are made over one client share its
/// options, its politeness, its clock and its log. Instances are safe for concurrent use.
/// </remarks>
/// <example>
/// <code>
/// using var client = new PoliteClient(new HttpFetchOptions { Contact = "https://example.org/bot" });
/// using var articles = new HttpArticleFetcher(client);
/// using var feeds = new HttpFeedFetcher(client);
/// PoliteResponse response = await client.GetAsync(new Uri("https://example.org/data.json"), "application/json");
/// </code>
/// </example>
public sealed class PoliteClient : IDisposable
{
    private readonly HttpClient? _ownClient;
    private readonly SiteExchange _exchange;
    private readonly RobotsClient _robots;

    /// <summary>Makes a client that connects to public addresses only.</summary>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="politeness">The knowledge of all sites; null for the one that the whole process shares.</param>
    /// <param name="timeProvider">The clock of timeouts; null for the system's.</param>
    /// <param name="loggers">Make the log of each fetcher; null for none.</param>
    /// <exception cref="ArgumentException">The user agent or the contact is not valid in a header.</exception>
    public PoliteClient(
        HttpFetchOptions? options = null, SitePoliteness? politeness = null, TimeProvider? timeProvider = null,
        ILoggerFactory? loggers = null)
        : this(NewsDiffHttp.CreateClient(options), ownsClient: true, options, politeness, timeProvider, loggers)
    {
    }

    /// <summary>Makes a client over the host's own, whose handler decides what may be connected to.</summary>
    /// <remarks>
    /// Only a handler of <see cref="NewsDiffHttp.CreateHandler"/> refuses private addresses and leaves redirects to
    /// this client.
    /// </remarks>
    /// <param name="client">The client that connects; it is not disposed.</param>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="politeness">The knowledge of all sites; null for the one that the whole process shares.</param>
    /// <param name="timeProvider">The clock of timeouts; null for the system's.</param>
    /// <param name="loggers">Make the log of each fetcher; null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    /// <exception cref="ArgumentException">The user agent or the contact is not valid in a header.</exception>
    public PoliteClient(
        HttpClient client, HttpFetchOptions? options = null, SitePoliteness? politeness = null,
        TimeProvider? timeProvider = null, ILoggerFactory? loggers = null)
        : this(client, ownsClient: false, options, politeness, timeProvider, loggers)
    {
    }

    private PoliteClient(
        HttpClient client, bool ownsClient, HttpFetchOptions? options, SitePoliteness? politeness,
        TimeProvider? timeProvider, ILoggerFactory? loggers)
    {
        ArgumentNullException.ThrowIfNull(client);
        Options = options ?? HttpFetchOptions.Default;
        TimeProvider = timeProvider ?? TimeProvider.System;
        Loggers = loggers ?? NullLoggerFactory.Instance;
        _ownClient = ownsClient ? client : null;
        politeness ??= SitePoliteness.Shared;
        _exchange = new SiteExchange(new HttpExchange(client, Options, TimeProvider), Options, politeness);
        _robots = new RobotsClient(_exchange, Options, politeness.Robots, politeness.Store);
    }

    internal HttpFetchOptions Options { get; }

    internal TimeProvider TimeProvider { get; }

    internal ILoggerFactory Loggers { get; }

    /// <summary>Gets an address.</summary>
    /// <param name="url">The address.</param>
    /// <param name="accept">The wanted media types, for the <c>Accept</c> header.</param>
    /// <param name="cancellationToken">Stops the request.</param>
    /// <returns>The body, or the reason why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Task<PoliteResponse> GetAsync(Uri url, string accept = "*/*", CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(accept);
        return GetAsync(new PoliteRequest { Url = url, Accept = accept }, cancellationToken);
    }

    /// <summary>Disposes the HTTP client, unless the host gave it.</summary>
    public void Dispose() => _ownClient?.Dispose();

    /// <summary>Gets an address.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal async Task<PoliteResponse> GetAsync(PoliteRequest request, CancellationToken cancellationToken)
    {
        var route = new RedirectRoute(request.Url, Options.MaxRedirects, Options.FollowInsecureRedirects);
        ImmutableArray<FetchHop>.Builder hops = ImmutableArray.CreateBuilder<FetchHop>(1);
        while (true)
        {
            (PoliteResponse response, FetchHop hop) = await HopAsync(
                request with { Url = route.Current }, cancellationToken).ConfigureAwait(false);
            hops.Add(hop);
            if (response.Location is null)
            {
                bool stands = response.Status is FetchStatus.Fetched or FetchStatus.NotModified;
                return response with { MovedTo = stands ? route.MovedTo : null, Hops = hops.DrainToImmutable() };
            }

            if (route.Follow(response) is { } deadEnd)
            {
                return deadEnd with { Hops = hops.DrainToImmutable() };
            }
        }
    }

    /// <summary>Gives the verdict of a site's robots.txt on an address.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal async Task<RobotsReport> AskRobotsAsync(Uri url, CancellationToken cancellationToken) =>
        AddressPolicy.Refuse(url) is { } refusal
            ? new RobotsReport
            {
                RobotsUrl = UserInfo.Without(url),
                Agent = Options.RobotsAgent,
                IsAllowed = false,
                Reason = refusal.Reason!,
            }
            : _robots.Report(url, await _robots.AskAsync(url, cancellationToken).ConfigureAwait(false));

    private async Task<(PoliteResponse Response, FetchHop Hop)> HopAsync(
        PoliteRequest request,
        CancellationToken cancellationToken)
    {
        var hop = new FetchHop { Url = UserInfo.Without(request.Url), Gap = Options.MinGap };
        if (AddressPolicy.Refuse(request.Url) is { } refusal)
        {
            return (refusal, hop with { Status = refusal.Status });
        }

        if (Options.RespectRobots)
        {
            RobotsAnswer answer = await _robots.AskAsync(request.Url, cancellationToken).ConfigureAwait(false);
            RobotsReport report = _robots.Report(request.Url, answer);
            hop = hop with { Robots = report, Gap = GapFor(report) };
            if (!report.IsAllowed)
            {
                FetchStatus status = StatusOf(answer);
                PoliteResponse refused =
                    PoliteResponse.Ended(status, request.Url, report.Reason) with { RetryAfter = answer.RetryAfter };
                return (refused, hop with { Status = status });
            }
        }

        (PoliteResponse response, TimeSpan waited) = await _exchange.AskAsync(request, hop.Gap, cancellationToken)
            .ConfigureAwait(false);
        response = MetaRefresh.Apply(response);
        return (response, hop with
        {
            Waited = waited,
            SentValidators = request.Validators,
            ReceivedValidators = response.Validators,
            Status = response.Location is null ? response.Status : null,
            HttpStatusCode = response.HttpStatusCode,
            Location = response.Location is { } location ? UserInfo.Without(location) : null,
        });
    }

    private static FetchStatus StatusOf(RobotsAnswer answer) => answer.Kind switch
    {
        RobotsAnswerKind.Refused => FetchStatus.Refused,
        RobotsAnswerKind.Silent => answer.Failure ?? FetchStatus.Failed,
        _ => FetchStatus.DisallowedByRobots,
    };

    private TimeSpan GapFor(RobotsReport report)
    {
        TimeSpan asked = report.CrawlDelay ?? TimeSpan.Zero;
        TimeSpan honoured = asked < Options.MaxCrawlDelay ? asked : Options.MaxCrawlDelay;
        return honoured > Options.MinGap ? honoured : Options.MinGap;
    }
}

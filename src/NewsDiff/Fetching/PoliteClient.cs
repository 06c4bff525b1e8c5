using System.Collections.Immutable;

using NewsDiff.Addresses;
using NewsDiff.Fetching.Robots;

namespace NewsDiff.Fetching;

/// <summary>Gets any address by its site's rules: robots.txt, one request at a time, pauses.</summary>
/// <remarks>
/// Every request of the library goes through such a client. It follows redirects itself, so that each address is
/// checked like the first. Instances are safe for concurrent use; those that share a <see cref="HostPoliteness"/> are
/// polite together.
/// </remarks>
/// <example>
/// <code>
/// using var client = new PoliteClient();
/// PoliteResponse response = await client.GetAsync(new Uri("https://example.org/data.json"), "application/json");
/// </code>
/// </example>
public sealed class PoliteClient : IDisposable
{
    private readonly HttpClient? _ownClient;
    private readonly HostExchange _exchange;
    private readonly RobotsClient _robots;
    private readonly HttpFetchOptions _options;

    /// <summary>Makes a client.</summary>
    /// <param name="options">The limits; null for the defaults.</param>
    /// <param name="politeness">The knowledge about sites; null for that of the whole process.</param>
    /// <param name="timeProvider">The clock of timeouts; null for the system's.</param>
    /// <param name="client">A client that follows no redirects, and is not disposed; null for a guarded one.</param>
    public PoliteClient(
        HttpFetchOptions? options = null, HostPoliteness? politeness = null, TimeProvider? timeProvider = null,
        HttpClient? client = null)
    {
        _options = options ?? HttpFetchOptions.Default;
        politeness ??= HostPoliteness.Shared;
        _ownClient = client is null ? NewsDiffHttp.CreateClient(_options) : null;
        var http = new HttpExchange(client ?? _ownClient!, _options, timeProvider ?? TimeProvider.System);
        _exchange = new HostExchange(http, _options, politeness);
        _robots = new RobotsClient(_exchange, _options, politeness.Robots);
    }

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

    /// <summary>Disposes the HTTP client, if it made one.</summary>
    public void Dispose() => _ownClient?.Dispose();

    /// <summary>Refuses an address outside of the public web; null when it is allowed.</summary>
    internal static PoliteResponse? AddressRefusal(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            Uri shown = UserInfo.Without(url);
            return PoliteResponse.Ended(FetchStatus.Refused, shown, $"'{shown}' is not an http or https address.");
        }

        if (UserInfo.IsIn(url))
        {
            return PoliteResponse.Ended(FetchStatus.Refused, UserInfo.Without(url), UserInfo.Refusal);
        }

        return HostName.Of(url) is null
            ? PoliteResponse.Ended(FetchStatus.Refused, url, $"'{url.Host}' cannot be the name of a host.")
            : null;
    }

    /// <summary>Gets an address.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal async Task<PoliteResponse> GetAsync(PoliteRequest request, CancellationToken cancellationToken)
    {
        var route = new RedirectRoute(request.Url, _options.MaxRedirects, _options.FollowInsecureRedirects);
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
        AddressRefusal(url) is { } refusal
            ? new RobotsReport
            {
                RobotsUrl = UserInfo.Without(url),
                Agent = _options.RobotsAgent,
                IsAllowed = false,
                Reason = refusal.Reason!,
            }
            : _robots.Report(url, await _robots.AskAsync(url, cancellationToken).ConfigureAwait(false));

    private async Task<(PoliteResponse Response, FetchHop Hop)> HopAsync(
        PoliteRequest request,
        CancellationToken cancellationToken)
    {
        var hop = new FetchHop { Url = UserInfo.Without(request.Url), Gap = _options.MinGap };
        if (AddressRefusal(request.Url) is { } refusal)
        {
            return (refusal, hop with { Status = refusal.Status });
        }

        if (_options.RespectRobots)
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
        TimeSpan honoured = asked < _options.MaxCrawlDelay ? asked : _options.MaxCrawlDelay;
        return honoured > _options.MinGap ? honoured : _options.MinGap;
    }
}

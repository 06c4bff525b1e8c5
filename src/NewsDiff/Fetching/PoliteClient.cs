using System.Collections.Immutable;

using NewsDiff.Addresses;
using NewsDiff.Fetching.Robots;

namespace NewsDiff.Fetching;

/// <summary>Gets what an address holds, by the rules of the site: robots.txt, one request at a time, and pauses.</summary>
/// <remarks>Redirects are followed here, so that every hop is checked like the first address.</remarks>
internal sealed class PoliteClient(HostExchange exchange, RobotsClient robots, HttpFetchOptions options)
{
    /// <summary>Puts a client together from what a fetcher is given.</summary>
    public static PoliteClient Over(
        HttpClient client, HttpFetchOptions? options, HostPoliteness? politeness, TimeProvider? timeProvider)
    {
        options ??= HttpFetchOptions.Default;
        politeness ??= HostPoliteness.Shared;
        var http = new HttpExchange(client, options, timeProvider ?? TimeProvider.System);
        var exchange = new HostExchange(http, options, politeness);
        return new PoliteClient(exchange, new RobotsClient(exchange, options, politeness.Robots), options);
    }

    /// <summary>Refuses an address that is none of the public web; null when it may be asked.</summary>
    public static PoliteResponse? AddressRefusal(Uri url)
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
    public async Task<PoliteResponse> GetAsync(PoliteRequest request, CancellationToken cancellationToken)
    {
        var route = new RedirectRoute(request.Url, options.MaxRedirects, options.FollowInsecureRedirects);
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

    /// <summary>Tells what the robots.txt of an address's site says of it.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<RobotsReport> AskRobotsAsync(Uri url, CancellationToken cancellationToken) =>
        AddressRefusal(url) is { } refusal
            ? new RobotsReport { RobotsUrl = UserInfo.Without(url), Agent = options.RobotsAgent, IsAllowed = false, Reason = refusal.Reason! }
            : robots.Report(url, await robots.AskAsync(url, cancellationToken).ConfigureAwait(false));

    private async Task<(PoliteResponse Response, FetchHop Hop)> HopAsync(PoliteRequest request, CancellationToken cancellationToken)
    {
        var hop = new FetchHop { Url = UserInfo.Without(request.Url), Gap = options.MinGap };
        if (AddressRefusal(request.Url) is { } refusal)
        {
            return (refusal, hop with { Status = refusal.Status });
        }

        if (options.RespectRobots)
        {
            RobotsAnswer answer = await robots.AskAsync(request.Url, cancellationToken).ConfigureAwait(false);
            RobotsReport report = robots.Report(request.Url, answer);
            hop = hop with { Robots = report, Gap = GapFor(report) };
            if (!report.IsAllowed)
            {
                FetchStatus status = StatusOf(answer);
                PoliteResponse refused = PoliteResponse.Ended(status, request.Url, report.Reason) with { RetryAfter = answer.RetryAfter };
                return (refused, hop with { Status = status });
            }
        }

        (PoliteResponse response, TimeSpan waited) = await exchange.AskAsync(request, hop.Gap, cancellationToken).ConfigureAwait(false);
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
        TimeSpan honoured = asked < options.MaxCrawlDelay ? asked : options.MaxCrawlDelay;
        return honoured > options.MinGap ? honoured : options.MinGap;
    }
}

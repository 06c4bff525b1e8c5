using System.Globalization;
using NewsDiff.Fetching.Robots;
using NewsDiff.Identity;

namespace NewsDiff.Fetching;

/// <summary>Gets what an address holds, by the rules of the site: robots.txt, one request at a time, and pauses.</summary>
/// <remarks>Redirects are followed here, so that every hop is checked like the first address.</remarks>
internal sealed class PoliteClient(HttpExchange exchange, HttpFetchOptions options, HostPoliteness politeness)
{
    // RFC 9309 asks for at least five; one more costs nothing.
    private const int RobotsRedirects = 6;

    /// <summary>Puts a client together from what a fetcher is given.</summary>
    public static PoliteClient Over(
        HttpClient client, HttpFetchOptions? options, HostPoliteness? politeness, TimeProvider? timeProvider)
    {
        options ??= HttpFetchOptions.Default;
        return new PoliteClient(
            new HttpExchange(client, options, timeProvider ?? TimeProvider.System),
            options,
            politeness ?? HostPoliteness.Shared);
    }

    /// <summary>Gets an address.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<PoliteResponse> GetAsync(PoliteRequest request, CancellationToken cancellationToken)
    {
        var route = new RedirectRoute(request.Url, options.MaximumRedirects);
        while (true)
        {
            if (AddressRefusal(route.Current) is { } refusal)
            {
                return refusal;
            }

            RobotsAnswer robots = await AskRobotsAsync(route.Current, cancellationToken).ConfigureAwait(false);
            if (RobotsRefusal(route.Current, robots) is { } forbidden)
            {
                return forbidden;
            }

            PoliteResponse response = await AskAsync(
                request with { Url = route.Current }, GapFor(robots.File), cancellationToken).ConfigureAwait(false);
            if (response.Location is null)
            {
                bool stands = response.Status is FetchStatus.Fetched or FetchStatus.NotModified;
                return response with { MovedTo = stands ? route.MovedTo : null };
            }

            if (route.Follow(response) is { } deadEnd)
            {
                return deadEnd;
            }
        }
    }

    private static PoliteResponse? AddressRefusal(Uri url)
    {
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            return PoliteResponse.Ended(FetchStatus.Refused, url, $"'{url}' is not an http or https address.");
        }

        return HostName.Of(url) is null
            ? PoliteResponse.Ended(FetchStatus.Refused, url, $"'{url.Host}' cannot be the name of a host.")
            : null;
    }

    private TimeSpan GapFor(RobotsFile robots)
    {
        TimeSpan asked = robots.CrawlDelayOf(options.RobotsAgent) ?? TimeSpan.Zero;
        TimeSpan honoured = asked < options.MaximumCrawlDelay ? asked : options.MaximumCrawlDelay;
        return honoured > options.MinimumGap ? honoured : options.MinimumGap;
    }

    private async Task<PoliteResponse> AskAsync(PoliteRequest request, TimeSpan gap, CancellationToken cancellationToken)
    {
        using HostTurn turn = await politeness.TakeTurnAsync(request.Url, gap, cancellationToken).ConfigureAwait(false);
        if (turn.HeldFor is { } rest)
        {
            turn.GiveUp();
            string reason = $"{request.Url.Host} asked to be left alone for a while, and was not asked.";
            return PoliteResponse.Ended(FetchStatus.Throttled, request.Url, reason) with { RetryAfter = rest };
        }

        PoliteResponse response = await exchange.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response is { Status: FetchStatus.Throttled, RetryAfter: { } asked })
        {
            turn.Hold(asked);
        }

        return response;
    }

    private async ValueTask<RobotsAnswer> AskRobotsAsync(Uri url, CancellationToken cancellationToken)
    {
        if (!options.RespectRobots)
        {
            return new RobotsAnswer(RobotsAnswerKind.Answered, RobotsFile.Empty);
        }

        var robotsUrl = new Uri(url, "/robots.txt");
        return await politeness.Robots.GetAsync(
            robotsUrl.GetLeftPart(UriPartial.Authority),
            token => FetchRobotsAsync(robotsUrl, token),
            cancellationToken).ConfigureAwait(false);
    }

    private async Task<RobotsAnswer> FetchRobotsAsync(Uri robotsUrl, CancellationToken cancellationToken)
    {
        var route = new RedirectRoute(robotsUrl, RobotsRedirects);
        while (AddressRefusal(route.Current) is null)
        {
            var request = new PoliteRequest { Url = route.Current, Accept = "text/plain, */*;q=0.5" };
            PoliteResponse response = await AskAsync(request, options.MinimumGap, cancellationToken).ConfigureAwait(false);
            if (response.Location is null)
            {
                return Understand(response);
            }

            if (route.Follow(response) is not null)
            {
                break;
            }
        }

        // Redirects that lead nowhere are no file, and no file forbids nothing (RFC 9309, 2.3.1.2).
        return new RobotsAnswer(RobotsAnswerKind.Answered, RobotsFile.Empty);
    }

    private static RobotsAnswer Understand(PoliteResponse response) => response switch
    {
        { Status: FetchStatus.Fetched } =>
            new RobotsAnswer(RobotsAnswerKind.Answered, RobotsFile.Parse(response.Body.Span)),
        { Status: FetchStatus.Refused } =>
            new RobotsAnswer(RobotsAnswerKind.Refused, RobotsFile.Empty, response.Reason),
        { HttpStatusCode: >= 200 and < 300 or (>= 400 and < 500 and not 429) } when response.Status != FetchStatus.TooLarge =>
            new RobotsAnswer(RobotsAnswerKind.Answered, RobotsFile.Empty),
        { HttpStatusCode: null, Status: FetchStatus.Failed or FetchStatus.TimedOut } =>
            new RobotsAnswer(RobotsAnswerKind.Silent, RobotsFile.Empty, response.Reason, response.Status),
        _ => new RobotsAnswer(RobotsAnswerKind.Unreachable, RobotsFile.Empty, response.Reason),
    };

    private PoliteResponse? RobotsRefusal(Uri url, RobotsAnswer robots)
    {
        if (robots.Kind == RobotsAnswerKind.Refused)
        {
            return PoliteResponse.Ended(FetchStatus.Refused, url, robots.Reason ?? "The address is refused.");
        }

        if (robots.Kind == RobotsAnswerKind.Silent)
        {
            return PoliteResponse.Ended(robots.Failure, url, robots.Reason ?? $"{url.Host} could not be reached.");
        }

        if (robots.Kind == RobotsAnswerKind.Unreachable)
        {
            return PoliteResponse.Ended(
                FetchStatus.DisallowedByRobots,
                url,
                $"The robots.txt of {url.Host} could not be read, which forbids everything until it can: {robots.Reason}");
        }

        RobotsVerdict verdict = robots.File.Check(options.RobotsAgent, url.PathAndQuery);
        return verdict.IsAllowed
            ? null
            : PoliteResponse.Ended(
                FetchStatus.DisallowedByRobots,
                url,
                string.Create(CultureInfo.InvariantCulture, $"The robots.txt of {url.Host} forbids it: '{verdict.Rule}'."));
    }
}

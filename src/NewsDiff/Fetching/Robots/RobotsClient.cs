using NewsDiff.Fetching.Guard;
using NewsDiff.Fetching.Http;
using NewsDiff.Fetching.Sites;

namespace NewsDiff.Fetching.Robots;

/// <summary>Asks sites for their robots.txt (RFC 9309, 2.3), and gives its verdict on an address.</summary>
internal sealed class RobotsClient(
    SiteExchange exchange, HttpFetchOptions options, RobotsCache cache, ISiteStore? store)
{
    /// <summary>Gives the answer for the site of an address, and requests it when necessary.</summary>
    public async ValueTask<RobotsAnswer> AskAsync(Uri url, CancellationToken cancellationToken)
    {
        Uri robotsUrl = UrlFor(url);
        string origin = robotsUrl.GetLeftPart(UriPartial.Authority);
        return await cache.GetAsync(
            origin,
            token => store is null ? FetchAsync(robotsUrl, token) : FindOrFetchAsync(store, origin, robotsUrl, token),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The verdict of a site on one of its addresses.</summary>
    public RobotsReport Report(Uri url, RobotsAnswer robots)
    {
        RobotsVerdict verdict = robots.File.Check(options.RobotsAgent, url.PathAndQuery);
        bool isAllowed = robots.Kind == RobotsAnswerKind.Answered && verdict.IsAllowed;
        string reason = robots switch
        {
            { Kind: RobotsAnswerKind.Unreachable } =>
                $"The robots.txt of {url.Host} could not be read; everything is forbidden until it can be read: "
                + $"{robots.Reason}",
            { Kind: not RobotsAnswerKind.Answered } => robots.Reason ?? $"{url.Host} could not be reached.",
            _ when verdict.Rule is null => robots.Reason ?? $"No rule in the robots.txt of {url.Host} matches it.",
            _ => $"The robots.txt of {url.Host} {(isAllowed ? "allows" : "forbids")} it: '{verdict.Rule}'.",
        };
        return new RobotsReport
        {
            RobotsUrl = UrlFor(url),
            Agent = options.RobotsAgent,
            IsAllowed = isAllowed,
            Rule = verdict.Rule?.ToString(),
            CrawlDelay = robots.File.CrawlDelayOf(options.RobotsAgent),
            Reason = reason,
        };
    }

    private static Uri UrlFor(Uri url) => new(url, "/robots.txt");

    /// <summary>Asks the site only if no process that shares the store has asked it lately.</summary>
    private async Task<RobotsAnswer> FindOrFetchAsync(
        ISiteStore store, string origin, Uri robotsUrl, CancellationToken cancellationToken)
    {
        if (await SharedRobots.FindAsync(store, origin, cancellationToken).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        RobotsAnswer answer = await FetchAsync(robotsUrl, cancellationToken).ConfigureAwait(false);
        await SharedRobots.SaveAsync(store, origin, answer, cancellationToken).ConfigureAwait(false);
        return answer with { Bytes = default };
    }

    private async Task<RobotsAnswer> FetchAsync(Uri robotsUrl, CancellationToken cancellationToken)
    {
        // Rules that came over http can only forbid more, so a redirect there is followed.
        var route = new RedirectRoute(robotsUrl, options.MaxRobotsRedirects, followsInsecure: true);
        while (AddressPolicy.Refuse(route.Current) is null)
        {
            var request = new PoliteRequest
            {
                Url = route.Current,
                Accept = RobotsAccept.Value,
                KeepBytes = options.MaxRobotsBytes,
            };
            (PoliteResponse response, _) = await exchange.AskAsync(request, options.MinGap, cancellationToken)
                .ConfigureAwait(false);
            if (response.Location is null)
            {
                return Understand(response);
            }

            if (route.Follow(response) is not null)
            {
                break;
            }
        }

        return NoFile("The redirects of robots.txt lead to no file, so everything is allowed.");
    }

    private RobotsAnswer Understand(PoliteResponse response) => response switch
    {
        { Status: FetchStatus.Fetched } => new RobotsAnswer
        {
            Kind = RobotsAnswerKind.Answered,
            Lifetime = options.RobotsLifetime,
            File = RobotsFile.Parse(response.Body.Span),
            Bytes = store is null ? default : response.Body,
        },
        { Status: FetchStatus.Refused } => Failed(RobotsAnswerKind.Refused, response),
        { Status: FetchStatus.OnHold or FetchStatus.OverBudget, HttpStatusCode: null } =>
            Failed(RobotsAnswerKind.Silent, response) with { Lifetime = TimeSpan.Zero },
        { Status: FetchStatus.TooLarge } => Failed(RobotsAnswerKind.Unreachable, response),
        { HttpStatusCode: >= 200 and < 300 or (>= 400 and < 500 and not 429) } =>
            NoFile("There is no robots.txt; everything is allowed."),
        { HttpStatusCode: null, Status: FetchStatus.Failed or FetchStatus.TimedOut } =>
            Failed(RobotsAnswerKind.Silent, response),
        _ => Failed(RobotsAnswerKind.Unreachable, response),
    };

    private RobotsAnswer NoFile(string reason) =>
        new() { Kind = RobotsAnswerKind.Answered, Lifetime = options.RobotsLifetime, Reason = reason };

    private RobotsAnswer Failed(RobotsAnswerKind kind, PoliteResponse response) => new()
    {
        Kind = kind,
        Lifetime = response.RetryAfter ?? options.RobotsRetry,
        Reason = response.Reason,
        Failure = response.Status,
        RetryAfter = response.RetryAfter,
    };
}

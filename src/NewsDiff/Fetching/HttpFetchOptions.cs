using System.Collections.Immutable;
using NewsDiff.Fetching.Guard;
using NewsDiff.Fetching.Sites;

namespace NewsDiff.Fetching;

/// <summary>All limits and politeness settings of fetching.</summary>
/// <remarks>
/// The defaults suit a tracker of public news sites. Cookies and a referrer are never sent, credentials only as
/// <see cref="SiteHeaders"/>. Setting a value out of range throws an <see cref="ArgumentException"/> that names the
/// option and the range. Equality compares its arrays by reference.
/// </remarks>
public sealed record HttpFetchOptions
{
    /// <summary>The largest body, which is held in memory in one piece.</summary>
    private const int MostBytes = 1 << 30;

    private const int MostRedirects = 100;

    /// <summary>The options that apply when none are given.</summary>
    public static HttpFetchOptions Default { get; } = new();

    /// <summary>A web or mail address for questions about this client, which sites see.</summary>
    /// <remarks>The default is null. Set it, so that a site can complain.</remarks>
    public string? Contact { get; init; }

    /// <summary>
    /// The whole <c>User-Agent</c>; null to make one from <see cref="Contact"/>. The default is null.
    /// </summary>
    public string? UserAgent { get; init; }

    /// <summary>The headers for single sites, such as a key. The default is none.</summary>
    /// <remarks>No other site receives them.</remarks>
    public ImmutableArray<SiteHeader> SiteHeaders { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The name by which rules are looked up in a robots.txt. The default is <c>NewsDiff</c>.</summary>
    public string RobotsAgent
    {
        get;
        init => field = OptionRange.Check(value, !string.IsNullOrWhiteSpace(value), "name this client");
    } = "NewsDiff";

    /// <summary>Whether robots.txt is read and obeyed. The default is true.</summary>
    public bool RespectRobots { get; init; } = true;

    /// <summary>How long a robots.txt is used before it is read again.</summary>
    /// <remarks>The default is 24 hours.</remarks>
    public TimeSpan RobotsLifetime
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
    } = TimeSpan.FromHours(24);

    /// <summary>The pause for a site whose robots.txt could not be read.</summary>
    /// <remarks>The default is 15 minutes.</remarks>
    public TimeSpan RobotsRetry
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
    } = TimeSpan.FromMinutes(15);

    /// <summary>The maximum number of bytes read of a robots.txt. The default is 500 KiB.</summary>
    /// <remarks>RFC 9309 requires at least as much.</remarks>
    public int MaxRobotsBytes { get; init => field = OptionRange.Check(value, 1, MostBytes); } = 500 * 1024;

    /// <summary>The maximum number of redirects of a robots.txt; one with more counts as missing.</summary>
    /// <remarks>The default is 6.</remarks>
    public int MaxRobotsRedirects { get; init => field = OptionRange.Check(value, 0, MostRedirects); } = 6;

    /// <summary>The minimum time between the end of one request to a site and the next.</summary>
    /// <remarks>The default is 2 seconds.</remarks>
    public TimeSpan MinGap
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, SitePoliteness.LongestGap);
    } = TimeSpan.FromSeconds(2);

    /// <summary>The most requests to one site in a day (UTC); null for any number.</summary>
    /// <remarks>
    /// The default is null. What is due beyond it waits until the next day, in all processes that share a store.
    /// </remarks>
    public int? MaxDailyRequestsPerSite
    {
        get;
        init => field = value is { } most ? OptionRange.Check(most, 1) : null;
    }

    /// <summary>The most requests to all sites in a day (UTC); null for any number.</summary>
    /// <remarks>The default is null.</remarks>
    public int? MaxDailyRequests
    {
        get;
        init => field = value is { } most ? OptionRange.Check(most, 1) : null;
    }

    /// <summary>The longest <c>Crawl-delay</c> of a robots.txt that is honoured. The default is 60 seconds.</summary>
    public TimeSpan MaxCrawlDelay
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, SitePoliteness.LongestGap);
    } = TimeSpan.FromSeconds(60);

    /// <summary>The first hold of a site that answers 429 or 503 without a time.</summary>
    /// <remarks>
    /// It doubles with each such answer in a row, and is spread by up to a fifth more. The default is 15 minutes.
    /// </remarks>
    public TimeSpan FirstHold
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
    } = TimeSpan.FromMinutes(15);

    /// <summary>The longest hold without a stated time, before spreading. The default is 24 hours.</summary>
    public TimeSpan MaxHold
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
    } = TimeSpan.FromHours(24);

    /// <summary>The longest <c>Retry-After</c> that is obeyed. The default is 7 days.</summary>
    public TimeSpan MaxRetryAfter
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
    } = TimeSpan.FromDays(7);

    /// <summary>The longest <c>max-age</c> that is obeyed; zero for none. The default is 24 hours.</summary>
    public TimeSpan MaxFreshness
    {
        get;
        init => field = OptionRange.Check(value, TimeSpan.Zero, OptionRange.Year);
    } = TimeSpan.FromHours(24);

    /// <summary>The time limit for name lookup and connecting. The default is 10 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init => field = OptionRange.CheckLimit(value); } = TimeSpan.FromSeconds(10);

    /// <summary>The time limit from sending a request to the end of the answer's headers.</summary>
    /// <remarks>The default is 15 seconds.</remarks>
    public TimeSpan HeaderTimeout { get; init => field = OptionRange.CheckLimit(value); } = TimeSpan.FromSeconds(15);

    /// <summary>The time limit of a request, including reading its page. The default is 60 seconds.</summary>
    public TimeSpan TotalTimeout { get; init => field = OptionRange.CheckLimit(value); } = TimeSpan.FromSeconds(60);

    /// <summary>The minimum bytes per second of a body, over <see cref="RateWindow"/>. The default is 50.</summary>
    public int MinBytesPerSecond { get; init => field = OptionRange.Check(value, 0, MostBytes); } = 50;

    /// <summary>The time over which <see cref="MinBytesPerSecond"/> is measured. The default is 20 seconds.</summary>
    public TimeSpan RateWindow { get; init => field = OptionRange.CheckLimit(value); } = TimeSpan.FromSeconds(20);

    /// <summary>The largest body, in bytes after decompression. The default is 10 MiB.</summary>
    public int MaxBodyBytes { get; init => field = OptionRange.Check(value, 1, MostBytes); } = 10 * 1024 * 1024;

    /// <summary>The largest ratio of unpacked to received bytes, past the first MiB.</summary>
    /// <remarks>The default is 200.</remarks>
    public int MaxUnpackedRatio { get; init => field = OptionRange.Check(value, 1); } = 200;

    /// <summary>The maximum number of content codings, one over the other. The default is 2.</summary>
    public int MaxContentCodings { get; init => field = OptionRange.Check(value, 0, 16); } = 2;

    /// <summary>The largest set of answer headers, in KiB. The default is 64.</summary>
    public int MaxHeaderKibibytes { get; init => field = OptionRange.Check(value, 1, 64 * 1024); } = 64;

    /// <summary>How many redirects are followed. The default is 10.</summary>
    public int MaxRedirects { get; init => field = OptionRange.Check(value, 0, MostRedirects); } = 10;

    /// <summary>Whether a redirect from https to http is followed. The default is false.</summary>
    public bool FollowInsecureRedirects { get; init; }

    /// <summary>
    /// The private hosts that may be reached, as <c>host</c> or <c>host:port</c>. The default is none.
    /// </summary>
    /// <remarks>
    /// An entry names the host like the address: <c>127.0.0.1</c> does not allow <c>localhost</c>. It may have any form
    /// of an address: <c>::1</c>, <c>[::1]</c> or <c>[::1]:8080</c>, any case, a trailing dot, Unicode or ASCII.
    /// </remarks>
    public ImmutableArray<string> AllowedPrivateHosts
    {
        get;
        init =>
            field = value.IsDefault
                ? []
                : [.. value.Select(static entry => CheckHost(entry, nameof(AllowedPrivateHosts)))];
    }
    = [];

    /// <summary>The budget of these options.</summary>
    internal SiteBudget Budget => new(MaxDailyRequestsPerSite, MaxDailyRequests);

    private static string CheckHost(string entry, string option) => OptionRange.Check(
        entry,
        entry is not null && AllowedHosts.Read(entry) is not null,
        "be a host such as news.local, or a host and a port such as [::1]:8080",
        option);
}

using System.Collections.Immutable;

namespace NewsDiff.Fetching;

/// <summary>Every limit and courtesy of fetching, in one place.</summary>
/// <remarks>The defaults suit a tracker of public news sites. No option makes a fetcher send cookies or credentials.</remarks>
public sealed record HttpFetchOptions
{
    /// <summary>The options that apply when none are given.</summary>
    public static HttpFetchOptions Default { get; } = new();

    /// <summary>Who to ask about this client: an address or a page, shown to the sites. The default is null.</summary>
    /// <remarks>Set it: a site that has a complaint should be able to make it.</remarks>
    public string? Contact { get; init; }

    /// <summary>The whole <c>User-Agent</c>, in place of the one made from <see cref="Contact"/>. The default is null.</summary>
    public string? UserAgent { get; init; }

    /// <summary>The name that robots.txt rules are looked up by. The default is <c>NewsDiff</c>.</summary>
    public string RobotsAgent { get; init; } = "NewsDiff";

    /// <summary>Whether robots.txt is read and obeyed. The default is true.</summary>
    public bool RespectRobots { get; init; } = true;

    /// <summary>The least time between the end of one request to a host and the next. The default is 2 seconds.</summary>
    public TimeSpan MinimumGap { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The longest <c>Crawl-delay</c> of a robots.txt that is honoured. The default is 60 seconds.</summary>
    public TimeSpan MaximumCrawlDelay { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The time for name lookup and connecting. The default is 10 seconds.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The time from sending a request to the end of its answer's headers. The default is 15 seconds.</summary>
    public TimeSpan HeaderTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The time from sending a request to the last byte of its answer. The default is 60 seconds.</summary>
    public TimeSpan TotalTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The largest body, in bytes after decompression. The default is 10 MiB.</summary>
    public int MaximumBodyBytes { get; init; } = 10 * 1024 * 1024;

    /// <summary>The largest set of answer headers, in KiB. The default is 64.</summary>
    public int MaximumHeaderKibibytes { get; init; } = 64;

    /// <summary>How many redirects are followed. The default is 10.</summary>
    public int MaximumRedirects { get; init; } = 10;

    /// <summary>The private hosts that may be reached, as <c>host</c> or <c>host:port</c>. The default is none.</summary>
    /// <remarks>An entry names the host as the address does: <c>127.0.0.1</c> does not allow <c>localhost</c>.</remarks>
    public ImmutableArray<string> AllowedPrivateHosts { get; init; } = [];
}

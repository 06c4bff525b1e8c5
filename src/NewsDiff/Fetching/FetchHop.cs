namespace NewsDiff.Fetching;

/// <summary>One address of a request: its robots.txt rule, its wait and its answer.</summary>
public sealed record FetchHop
{
    /// <summary>The address.</summary>
    public required Uri Url { get; init; }

    /// <summary>What the site's robots.txt says of it; null when it was not asked.</summary>
    public RobotsReport? Robots { get; init; }

    /// <summary>How long the request waited for its turn at the host.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>
    /// The least time between two requests that was kept: the option, or a longer <c>Crawl-delay</c>.
    /// </summary>
    public TimeSpan Gap { get; init; }

    /// <summary>The validators that were sent, or null.</summary>
    public FetchValidators? SentValidators { get; init; }

    /// <summary>The validators that came, or null.</summary>
    public FetchValidators? ReceivedValidators { get; init; }

    /// <summary>How it ended; null when it led elsewhere.</summary>
    public FetchStatus? Status { get; init; }

    /// <summary>The HTTP status code, or null when no answer came.</summary>
    public int? HttpStatusCode { get; init; }

    /// <summary>Where it redirected to, as received; null when it did not.</summary>
    public string? Location { get; init; }
}

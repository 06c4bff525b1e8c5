namespace NewsDiff.Fetching;

/// <summary>One address of a request: its robots.txt rule, its wait and its answer.</summary>
public sealed record FetchHop
{
    /// <summary>The address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The verdict of the site's robots.txt; null when it was not consulted.</summary>
    public RobotsReport? Robots { get; init; }

    /// <summary>How long the request waited for its turn at the site.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>The gap between two requests that was kept: the option, or a longer <c>Crawl-delay</c>.</summary>
    public TimeSpan Gap { get; init; }

    /// <summary>The validators that were sent, or null.</summary>
    public FetchValidators? SentValidators { get; init; }

    /// <summary>The validators in the answer, or null.</summary>
    public FetchValidators? ReceivedValidators { get; init; }

    /// <summary>How it ended; null for a redirect.</summary>
    public FetchStatus? Status { get; init; }

    /// <summary>The HTTP status code, or null without an answer.</summary>
    public int? HttpStatusCode { get; init; }

    /// <summary>The target of its redirect, as received; null when it is not one.</summary>
    public string? Location { get; init; }
}

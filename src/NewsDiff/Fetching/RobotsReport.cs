namespace NewsDiff.Fetching;

/// <summary>The verdict of a site's robots.txt on one address.</summary>
public sealed record RobotsReport
{
    /// <summary>The address of the robots.txt.</summary>
    public required Uri RobotsUrl { get; init; }

    /// <summary>The agent whose rules apply.</summary>
    public required string Agent { get; init; }

    /// <summary>Whether the address may be fetched.</summary>
    public required bool IsAllowed { get; init; }

    /// <summary>The deciding rule, as written in the file; null when no rule matches.</summary>
    public string? Rule { get; init; }

    /// <summary>The pause between requests that the file asks for, or null.</summary>
    public TimeSpan? CrawlDelay { get; init; }

    /// <summary>The reason for the verdict, in a sentence for people.</summary>
    public required string Reason { get; init; }
}

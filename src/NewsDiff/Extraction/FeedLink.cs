namespace NewsDiff.Extraction;

/// <summary>A feed that a page announces.</summary>
public sealed record FeedLink
{
    /// <summary>The feed's address.</summary>
    public required Uri Url { get; init; }

    /// <summary>The media type as announced, such as <c>application/rss+xml</c>.</summary>
    public required string MediaType { get; init; }

    /// <summary>The title as announced, or null.</summary>
    public string? Title { get; init; }
}

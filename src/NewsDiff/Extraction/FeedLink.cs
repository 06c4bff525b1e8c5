namespace NewsDiff.Extraction;

/// <summary>A feed that a page announces.</summary>
/// <param name="Url">The feed's address.</param>
/// <param name="MediaType">The media type as announced, such as <c>application/rss+xml</c>.</param>
/// <param name="Title">The title as announced, or null.</param>
public sealed record FeedLink(Uri Url, string MediaType, string? Title);

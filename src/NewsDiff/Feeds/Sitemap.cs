namespace NewsDiff.Feeds;

/// <summary>A sitemap as it was received, for <see cref="SitemapReader"/>.</summary>
/// <remarks>Equality compares the content by reference.</remarks>
public sealed record Sitemap
{
    /// <summary>The address it came from; relative addresses are resolved against it.</summary>
    public required Uri Url { get; init; }

    /// <summary>The document, gzipped or not.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The <c>Content-Type</c> it was sent with, or null.</summary>
    public string? ContentType { get; init; }
}

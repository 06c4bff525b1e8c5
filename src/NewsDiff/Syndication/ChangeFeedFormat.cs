namespace NewsDiff.Syndication;

/// <summary>The format of a feed.</summary>
public enum ChangeFeedFormat
{
    /// <summary>Atom (RFC 4287), media type <c>application/atom+xml</c>.</summary>
    Atom = 1,

    /// <summary>RSS 2.0, media type <c>application/rss+xml</c>.</summary>
    Rss,

    /// <summary>JSON Feed 1.1, media type <c>application/feed+json</c>.</summary>
    JsonFeed,
}

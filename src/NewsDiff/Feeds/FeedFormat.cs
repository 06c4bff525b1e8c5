namespace NewsDiff.Feeds;

/// <summary>The families of feed formats.</summary>
public enum FeedFormat
{
    /// <summary>RSS 0.91 to 2.0, and CDF, which has the same structure.</summary>
    Rss = 1,

    /// <summary>RSS 0.90 and 1.0, which are RDF.</summary>
    Rdf,

    /// <summary>Atom 0.3 and 1.0.</summary>
    Atom,

    /// <summary>JSON Feed 1.x.</summary>
    Json,
}

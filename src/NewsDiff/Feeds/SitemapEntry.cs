namespace NewsDiff.Feeds;

/// <summary>One address of a sitemap.</summary>
public sealed record SitemapEntry
{
    /// <summary>The address: a page, or another sitemap.</summary>
    public required Uri Url { get; init; }

    /// <summary>Whether it is another sitemap, named by an index.</summary>
    public bool IsSitemap { get; init; }

    /// <summary>When it was last changed, or null.</summary>
    public ArticleDate? ModifiedAt { get; init; }

    /// <summary>The article's title in a news sitemap; otherwise null.</summary>
    public string? Title { get; init; }

    /// <summary>When the article was published, in a news sitemap; otherwise null.</summary>
    public ArticleDate? PublishedAt { get; init; }

    /// <summary>The article's publication in a news sitemap; otherwise null.</summary>
    public string? Publication { get; init; }

    /// <summary>The article's language in a news sitemap; otherwise null.</summary>
    public string? Language { get; init; }
}

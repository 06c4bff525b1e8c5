namespace NewsDiff.Fetching;

/// <summary>The places where a feed was found.</summary>
public enum FeedPlace
{
    /// <summary>At the requested address.</summary>
    Itself = 1,

    /// <summary>The page at the address names it.</summary>
    Page,

    /// <summary>The site's robots.txt names it as a sitemap.</summary>
    Robots,

    /// <summary>It is at one of the places where sites commonly have their feed.</summary>
    CommonPlace,
}

namespace NewsDiff.Pages;

/// <summary>Decides the addresses of pages, on a server or in a folder.</summary>
public interface IPageLinks
{
    /// <summary>The link to a page, as it is written.</summary>
    /// <param name="target">The page that is linked to.</param>
    /// <param name="from">The page that contains the link.</param>
    /// <returns>A relative or absolute reference, percent-encoded.</returns>
    string LinkTo(PageAddress target, PageAddress from);

    /// <summary>Whether a feed leads to its older parts, which then have addresses.</summary>
    bool HasFeedParts { get; }
}

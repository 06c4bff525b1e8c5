namespace NewsDiff.Pages;

/// <summary>Decides where pages are, so that the same ones can be served or kept in a folder.</summary>
public interface IPageLinks
{
    /// <summary>What to write as link to a page.</summary>
    /// <param name="target">The page that is linked to.</param>
    /// <param name="from">The page that the link stands on.</param>
    /// <returns>A relative or absolute reference, percent-encoded.</returns>
    string LinkTo(PageAddress target, PageAddress from);
}

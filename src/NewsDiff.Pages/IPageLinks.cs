namespace NewsDiff.Pages;

/// <summary>Decides the addresses of pages, on a server or in a folder.</summary>
public interface IPageLinks
{
    /// <summary>What to write as link to a page.</summary>
    /// <param name="target">The page that is linked to.</param>
    /// <param name="from">The page that the link stands on.</param>
    /// <returns>A relative or absolute reference, percent-encoded.</returns>
    string LinkTo(PageAddress target, PageAddress from);
}

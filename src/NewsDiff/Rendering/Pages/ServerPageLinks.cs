using System.Globalization;

namespace NewsDiff.Rendering.Pages;

/// <summary>Links of a web server: <c>/articles/{id}/diff/1/2</c> and so on.</summary>
/// <param name="basePath">What every path begins with, ending in a slash. The default is <c>/</c>.</param>
public sealed class ServerPageLinks(string basePath = "/") : IPageLinks
{
    /// <inheritdoc/>
    public string LinkTo(PageAddress target, PageAddress from)
    {
        ArgumentNullException.ThrowIfNull(target);
        string article = target.ArticleId is null ? "" : $"articles/{Uri.EscapeDataString(target.ArticleId)}";
        string parent = article.Length == 0 ? "" : article + "/";
        return basePath + target.Kind switch
        {
            PageKind.Feeds => "feeds",
            PageKind.Article => article,
            PageKind.Comparison => string.Create(CultureInfo.InvariantCulture, $"{article}/diff/{target.OldNumber}/{target.NewNumber}"),
            PageKind.Version => string.Create(CultureInfo.InvariantCulture, $"{article}/versions/{target.NewNumber}"),
            PageKind.AtomFeed => parent + "changes.atom",
            PageKind.RssFeed => parent + "changes.rss",
            PageKind.StyleSheet => "newsdiff.css",
            _ => target.Part > 1 ? string.Create(CultureInfo.InvariantCulture, $"?page={target.Part}") : "",
        };
    }
}

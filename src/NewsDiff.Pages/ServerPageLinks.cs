using System.Globalization;

namespace NewsDiff.Pages;

/// <summary>Links of a web server: <c>/articles/{id}/diff/1/2</c> and so on.</summary>
/// <param name="basePath">The beginning of every path, ending in a slash. The default is <c>/</c>.</param>
public sealed class ServerPageLinks(string basePath = "/") : IPageLinks
{
    /// <inheritdoc/>
    public string LinkTo(PageAddress target, PageAddress from)
    {
        ArgumentNullException.ThrowIfNull(target);
        string article = target.ArticleId is null ? "" : $"articles/{Uri.EscapeDataString(target.ArticleId)}";
        string parent = article.Length == 0 ? "" : article + "/";
        (string old, string @new) = (Text(target.OldNumber), Text(target.NewNumber));
        return basePath + target.Kind switch
        {
            PageKind.Feeds => "feeds",
            PageKind.Article => article,
            PageKind.Comparison => $"{article}/diff/{old}/{@new}{(target.IsInline ? "/inline" : "")}",
            PageKind.Version => $"{article}/versions/{@new}",
            PageKind.AtomFeed => parent + "changes.atom",
            PageKind.RssFeed => parent + "changes.rss",
            PageKind.StyleSheet => "newsdiff.css",
            _ => target.Before is null ? "" : $"?before={Uri.EscapeDataString(target.Before)}",
        };
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

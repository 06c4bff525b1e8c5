using System.Globalization;

namespace NewsDiff.Pages;

/// <summary>Links of a web server: <c>/articles/{id}/diff/1/2</c> and so on.</summary>
/// <param name="basePath">The beginning of every path, ending in a slash. The default is <c>/</c>.</param>
public sealed class ServerPageLinks(string basePath = "/") : IPageLinks
{
    /// <summary>True: a server makes each part when it is asked for.</summary>
    public bool HasFeedParts => true;

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
            PageKind.Card => $"{article}/diff/{old}/{@new}/card.png",
            PageKind.Origins => $"{article}/versions/{@new}/origins",
            PageKind.Version => $"{article}/versions/{@new}",
            PageKind.AtomFeed => parent + "changes.atom" + QueryOf(target),
            PageKind.RssFeed => parent + "changes.rss" + QueryOf(target),
            PageKind.JsonFeed => parent + "changes.json" + QueryOf(target),
            PageKind.StyleSheet => "newsdiff.css",
            PageKind.Articles => "articles" + QueryOf(target),
            PageKind.Search => "search" + QueryOf(target),
            PageKind.Sources => "sources",
            PageKind.Manage => "manage" + PartsOf(target.Place),
            PageKind.Source => $"sources/{Uri.EscapeDataString(target.Host!)}",
            _ => QueryOf(target),
        };
    }

    private static string PartsOf(string? place) =>
        place is null ? "" : string.Concat(place.Split('/').Select(part => "/" + Uri.EscapeDataString(part)));

    private static string WordOf(ChangeFilter filter) => filter switch
    {
        ChangeFilter.Headline => "headline",
        ChangeFilter.Large => "large",
        ChangeFilter.Removed => "removed",
        ChangeFilter.Silent => "silent",
        _ => "vanished",
    };

    private static string QueryOf(PageAddress list)
    {
        string[] parts =
        [
            .. list.Query is { } query ? (string[])[$"q={Uri.EscapeDataString(query)}"] : [],
            .. list.Filter is { } filter ? (string[])[$"only={WordOf(filter)}"] : [],
            .. list.Since is { } since ? (string[])[$"since={Text(since)}"] : [],
            .. list.Before is { } before ? (string[])[$"before={Uri.EscapeDataString(before)}"] : [],
        ];
        return parts.Length == 0 ? "" : "?" + string.Join('&', parts);
    }

    private static string Text(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

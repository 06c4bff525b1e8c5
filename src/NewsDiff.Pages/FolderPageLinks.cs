using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace NewsDiff.Pages;

/// <summary>Relative links between the files of a folder.</summary>
/// <remarks>They work on a disk and on any server.</remarks>
public sealed class FolderPageLinks : IPageLinks
{
    /// <summary>The file that a page belongs in.</summary>
    /// <param name="page">The page.</param>
    /// <returns>A path relative to the folder, with <c>/</c> between its parts.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="page"/> is null.</exception>
    public static string GetFile(PageAddress page)
    {
        ArgumentNullException.ThrowIfNull(page);
        string parent = page.ArticleId is null ? "" : $"articles/{NameOf(page.ArticleId)}/";
        return parent + page.Kind switch
        {
            PageKind.Feeds => "feeds.html",
            PageKind.Comparison => string.Create(
                CultureInfo.InvariantCulture,
                $"diff-{page.OldNumber}-{page.NewNumber}{(page.IsInline ? "-inline" : "")}.html"),
            PageKind.Card => string.Create(
                CultureInfo.InvariantCulture, $"diff-{page.OldNumber}-{page.NewNumber}.png"),
            PageKind.Origins => string.Create(CultureInfo.InvariantCulture, $"origins-{page.NewNumber}.html"),
            PageKind.Version => string.Create(CultureInfo.InvariantCulture, $"version-{page.NewNumber}.html"),
            PageKind.NotFound => "404.html",
            PageKind.AtomFeed => "changes.atom",
            PageKind.RssFeed => "changes.rss",
            PageKind.JsonFeed => "changes.json",
            PageKind.StyleSheet => "newsdiff.css",
            PageKind.Changes when page.Before is not null => $"changes-{NameOf(page.Before)}.html",
            PageKind.Articles when page.Before is not null => $"articles-{NameOf(page.Before)}.html",
            PageKind.Articles => "articles.html",
            PageKind.Search => "search.html",
            PageKind.Sources => "sources.html",
            PageKind.Source => $"source-{NameOf(page.Host!)}.html",
            _ => "index.html",
        };
    }

    /// <summary>False: a folder holds the newest part of each feed.</summary>
    public bool HasFeedParts => false;

    /// <inheritdoc/>
    public string LinkTo(PageAddress target, PageAddress from)
    {
        string[] file = GetFile(target).Split('/');
        string[] here = GetFile(from).Split('/');
        int shared = 0;
        while (shared < here.Length - 1 && shared < file.Length - 1 && here[shared] == file[shared])
        {
            shared++;
        }

        return string.Concat(Enumerable.Repeat("../", here.Length - 1 - shared)) + string.Join('/', file[shared..]);
    }

    /// <summary>Encodes an id as a folder name: some file systems ignore case.</summary>
    private static string NameOf(string articleId) =>
        articleId.Length <= 64 && articleId.All(c => char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c) || c == '-')
            ? articleId
            : "x-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(articleId)).AsSpan(0, 16));
}

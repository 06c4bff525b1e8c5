using System.Collections.Immutable;
using NewsDiff.Pages;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Site;

/// <summary>Writes the pages of a database as files that can be opened from the disk.</summary>
internal sealed class SiteFolder
{
    private readonly NewsStore _store;
    private readonly PageSource _pages;
    private readonly FolderPageLinks _links = new();
    private readonly PageRenderer _renderer;
    private readonly string _language;
    private readonly Func<string, string, CancellationToken, Task> _write;
    private readonly SitemapFiles? _sitemap;

    /// <summary>Makes a writer of pages.</summary>
    /// <param name="store">The database.</param>
    /// <param name="pages">The pages of the database.</param>
    /// <param name="options">The options of the pages.</param>
    /// <param name="write">Writes a file: its name with <c>/</c> between parts, and its text.</param>
    internal SiteFolder(
        NewsStore store, PageSource pages, PageOptions options, Func<string, string, CancellationToken, Task> write)
    {
        _store = store;
        _pages = pages;
        _renderer = new PageRenderer(_links, options);
        _language = options.Language;
        _write = write;
    }

    /// <summary>The address that the folder is published at; null when unknown. The default is null.</summary>
    internal Uri? Address { get; init => _sitemap = (field = value) is { } site ? new SitemapFiles(site) : null; }

    internal async Task WriteAsync(CancellationToken stop)
    {
        await WriteChangesAsync(stop).ConfigureAwait(false);
        await WriteArticlesAsync(stop).ConfigureAwait(false);
        Page? feeds = await _pages.LoadAsync(PageAddress.Feeds, stop).ConfigureAwait(false);
        await WriteAsync(feeds!, stop).ConfigureAwait(false);
        await WriteFeedsAsync(articleId: null, stop).ConfigureAwait(false);
        await foreach (TrackedArticle article in _store.Articles.ReadArticlesAsync(new ArticleQuery(), stop)
            .ConfigureAwait(false))
        {
            PageAddress address = PageAddress.Article(article.Id);
            if (await _pages.LoadAsync(address, stop).ConfigureAwait(false) is ArticlePage page)
            {
                await WriteArticleAsync(page, stop).ConfigureAwait(false);
            }
        }

        foreach ((string name, string text) in _sitemap?.Write() ?? [])
        {
            await _write(name, text, stop).ConfigureAwait(false);
        }
    }

    private async Task WriteChangesAsync(CancellationToken stop)
    {
        for (PageAddress? next = PageAddress.Changes(); next is not null;)
        {
            Page? page = await _pages.LoadAsync(next, stop).ConfigureAwait(false);
            next = page is ChangesPage { Older: { } older } ? PageAddress.Changes(older) : null;
            if (page is ChangesPage)
            {
                await WriteAsync(page, stop).ConfigureAwait(false);
            }
        }
    }

    private async Task WriteArticlesAsync(CancellationToken stop)
    {
        for (PageAddress? next = PageAddress.Articles(); next is not null;)
        {
            Page? page = await _pages.LoadAsync(next, stop).ConfigureAwait(false);
            next = page is ArticlesPage { Older: { } older } ? PageAddress.Articles(older) : null;
            if (page is ArticlesPage)
            {
                await WriteAsync(page, stop).ConfigureAwait(false);
            }
        }
    }

    private async Task WriteArticleAsync(ArticlePage page, CancellationToken stop)
    {
        await WriteAsync(page, stop).ConfigureAwait(false);
        await WriteFeedsAsync(page.Facts.ArticleId, stop).ConfigureAwait(false);
        ImmutableHashSet<int> erased =
            [.. page.History.Versions.Where(version => !version.HasText).Select(version => version.Number)];
        foreach (ArticleVersion version in page.History.Versions.Where(version => version.HasText))
        {
            var text = new VersionPage { Facts = page.Facts, Version = version, Erased = erased };
            await WriteAsync(text, stop).ConfigureAwait(false);
        }

        if (page.History.Changes is [.., var last])
        {
            int shown = last.After.Number;
            await WriteAsync(new OriginsPage { Facts = page.Facts, History = page.History, Number = shown }, stop)
                .ConfigureAwait(false);
        }

        foreach (ArticleChange change in ComparisonsOf(page.History))
        {
            var comparison = new ComparisonPage { Facts = page.Facts, Change = change, Erased = erased };
            await WriteAsync(comparison, stop).ConfigureAwait(false);
            await WriteAsync(comparison with { IsInline = true }, stop).ConfigureAwait(false);
        }
    }

    /// <summary>All changes, and the comparison of the first text with the latest.</summary>
    private static ImmutableArray<ArticleChange> ComparisonsOf(ArticleHistory history) => history.Changes.Length < 2
        ? history.Changes
        : [.. history.Changes, new ArticleChange(history.Changes[0].Before, history.Changes[^1].After)];

    private async Task WriteFeedsAsync(string? articleId, CancellationToken stop)
    {
        foreach (PageAddress address in (PageAddress[])[
            PageAddress.AtomFeed(articleId), PageAddress.RssFeed(articleId), PageAddress.JsonFeed(articleId)])
        {
            string? feed = await _pages.LoadFeedAsync(address, Address, _links, _language, stop)
                .ConfigureAwait(false);
            await WriteAsync(address, feed, stop).ConfigureAwait(false);
        }
    }

    private Task WriteAsync(Page page, CancellationToken stop)
    {
        if (ChangedAtOf(page) is { } changedAt)
        {
            _sitemap?.Add(FolderPageLinks.GetFile(page.Address), changedAt);
        }

        return WriteAsync(page.Address, _renderer.Render(page), stop);
    }

    /// <summary>When a page for search engines got its content; null for any other page.</summary>
    private static DateTimeOffset? ChangedAtOf(Page page) => page switch
    {
        ChangesPage { Before: null, Entries: [var newest, ..] } => newest.Change?.After.SeenAt
            ?? newest.Notice!.Event.At,
        ArticlePage article => article.History.Latest.SeenAt,
        ComparisonPage { IsInline: false } comparison => comparison.Change.After.SeenAt,
        _ => null,
    };

    private Task WriteAsync(PageAddress address, string? text, CancellationToken stop) =>
        _write(FolderPageLinks.GetFile(address), text ?? "", stop);
}

using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using NewsDiff.Pages.Publishing;
using NewsDiff.Tracking;

namespace NewsDiff.Pages;

/// <summary>Publishes the pages of a store as files, for any server or disk.</summary>
/// <remarks>
/// A site has lists of all changes and articles, a page for each article, its versions and comparisons, and feeds.
/// With <see cref="PageOptions.PublicUrl"/> it has a sitemap, and with <see cref="PageOptions.Pictures"/> too a
/// picture for each comparison. With <see cref="PageOptions.HasSearch"/> it has a search that needs no server: an index
/// of the words of all texts, removed ones too, and the only page with a script. The index is made in memory.
/// </remarks>
/// <example>
/// <code>
/// var pages = new PageSource(store, store, store);
/// var options = new PageOptions { PublicUrl = new Uri("https://changes.example/") };
/// PublishedSite site = await new SitePublisher(pages, options).PublishAsync("public");
/// Console.WriteLine($"{site.Files} files, {site.Changed} of them new or changed");
/// </code>
/// </example>
public sealed class SitePublisher
{
    private readonly FolderPageLinks _links = new();
    private readonly PageSource _pages;
    private readonly PageOptions _options;
    private readonly PageRenderer _renderer;

    /// <summary>Makes a publisher.</summary>
    /// <param name="pages">The pages of a store.</param>
    /// <param name="options">The options; null for the defaults. What only a server has is left out.</param>
    /// <exception cref="ArgumentNullException"><paramref name="pages"/> is null.</exception>
    public SitePublisher(PageSource pages, PageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(pages);
        _pages = pages;
        _options = (options ?? new PageOptions()) with { IsServed = false, IsManaged = false };
        _renderer = new PageRenderer(_links, _options);
    }

    /// <summary>Writes new and changed files into a folder, and removes those no longer needed.</summary>
    /// <remarks>
    /// The list <c>.newsdiff-site</c> in the folder names its files. No other file is touched, and no link is followed.
    /// A picture is drawn once, unless one of its texts changes; to draw all of them again, delete the folder.
    /// </remarks>
    /// <param name="folder">The folder: one of an earlier run, or a new or empty one.</param>
    /// <param name="cancellationToken">Stops the run. The next one goes on from there.</param>
    /// <returns>How many files there are, and how many changed.</returns>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty.</exception>
    /// <exception cref="IOException">
    /// The folder has files that are not the site's, or a link where a file should be; or it cannot be written.
    /// </exception>
    public async Task<PublishedSite> PublishAsync(string folder, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var published = PublishedFolder.Open(folder);
        await foreach (SiteFile file in MakeFilesAsync(cancellationToken).ConfigureAwait(false))
        {
            await published.WriteAsync(file, cancellationToken).ConfigureAwait(false);
        }

        return await published.FinishAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes all files one after another, to put them anywhere else than in a folder.</summary>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The files; no name occurs twice.</returns>
    public async IAsyncEnumerable<SiteFile> MakeFilesAsync(
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        SearchFiles? search = _options.HasSearch ? new SearchFiles() : null;
        SitemapFiles? sitemap = _options.PublicUrl is { } address ? new SitemapFiles(address) : null;
        await foreach (Page page in ReadPagesAsync(cancellationToken).ConfigureAwait(false))
        {
            string name = FolderPageLinks.GetFile(page.Address);
            if (ChangedAtOf(page) is { } changedAt)
            {
                sitemap?.Add(name, changedAt);
            }

            if (page is ArticlePage article)
            {
                search?.Add(article);
            }

            yield return TextFile(name, _renderer.Render(page));
            if (PictureOf(page) is { } picture)
            {
                yield return picture;
            }

            foreach (PageAddress feed in FeedsOf(page))
            {
                string? text = await _pages.LoadFeedAsync(
                    feed, _options.PublicUrl, _links, _options.Language, cancellationToken).ConfigureAwait(false);
                yield return TextFile(FolderPageLinks.GetFile(feed), text ?? "");
            }
        }

        foreach (SiteFile file in FilesOf(search, sitemap))
        {
            yield return file;
        }
    }

    /// <summary>The files that are about the whole site.</summary>
    private IEnumerable<SiteFile> FilesOf(SearchFiles? search, SitemapFiles? sitemap)
    {
        if (_options.LinkStyles)
        {
            yield return TextFile(FolderPageLinks.GetFile(PageAddress.StyleSheet), PageRenderer.StyleSheet);
        }

        if (search is not null)
        {
            var page = new IndexPage();
            yield return TextFile(FolderPageLinks.GetFile(page.Address), _renderer.Render(page));
        }

        foreach ((string name, string text) in (search?.Write() ?? []).Concat(sitemap?.Write() ?? []))
        {
            yield return TextFile(name, text);
        }
    }

    private static SiteFile TextFile(string name, string text) => new(name, () => Encoding.UTF8.GetBytes(text));

    /// <summary>The picture that a comparison names.</summary>
    private SiteFile? PictureOf(Page page) =>
        _options is { Pictures: { } pictures, PublicUrl: not null }
        && page is ComparisonPage { IsInline: false, Change: var change }
            ? new SiteFile(
                FolderPageLinks.GetFile(
                    PageAddress.Card(change.ArticleId, change.Before.Number, change.After.Number)),
                () => pictures.Draw(change, _options.Language))
            {
                Fingerprint = FingerprintOf(change),
            }
            : null;

    private string FingerprintOf(ArticleChange change) => string.Create(
        CultureInfo.InvariantCulture,
        $"{_options.Language} {PartOf(change.Before)} {PartOf(change.After)}");

    private static string PartOf(ArticleVersion version) => string.Create(
        CultureInfo.InvariantCulture, $"{version.ContentHash} {version.SeenAt.UtcTicks:x}");

    /// <summary>The feeds beside a page: of all changes with the list of feeds, of an article with its page.</summary>
    private static ImmutableArray<PageAddress> FeedsOf(Page page) => page switch
    {
        FeedsPage => Feeds(articleId: null),
        ArticlePage article => Feeds(article.Facts.ArticleId),
        _ => [],
    };

    private static ImmutableArray<PageAddress> Feeds(string? articleId) =>
        [PageAddress.AtomFeed(articleId), PageAddress.RssFeed(articleId), PageAddress.JsonFeed(articleId)];

    private async IAsyncEnumerable<Page> ReadPagesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        for (PageAddress? next = PageAddress.Changes(); next is not null;)
        {
            var page = await _pages.LoadAsync(next, stop).ConfigureAwait(false) as ChangesPage;
            next = page?.Older is { } older ? PageAddress.Changes(older) : null;
            if (page is not null)
            {
                yield return page;
            }
        }

        for (PageAddress? next = PageAddress.Articles(); next is not null;)
        {
            var page = await _pages.LoadAsync(next, stop).ConfigureAwait(false) as ArticlesPage;
            next = page?.Older is { } older ? PageAddress.Articles(older) : null;
            if (page is not null)
            {
                yield return page;
            }
        }

        yield return (await _pages.LoadAsync(PageAddress.Feeds, stop).ConfigureAwait(false))!;
        await foreach (TrackedArticle article in _pages.ReadArticlesAsync(stop).ConfigureAwait(false))
        {
            if (await _pages.LoadAsync(PageAddress.Article(article.Id), stop).ConfigureAwait(false) is ArticlePage page)
            {
                foreach (Page part in PagesOf(page))
                {
                    yield return part;
                }
            }
        }
    }

    private static IEnumerable<Page> PagesOf(ArticlePage page)
    {
        yield return page;
        ImmutableHashSet<int> erased =
            [.. page.History.Versions.Where(version => !version.HasText).Select(version => version.Number)];
        foreach (ArticleVersion version in page.History.Versions.Where(version => version.HasText))
        {
            yield return new VersionPage { Facts = page.Facts, Version = version, Erased = erased };
        }

        if (page.History.Changes is [.., var last])
        {
            yield return new OriginsPage { Facts = page.Facts, History = page.History, Number = last.After.Number };
        }

        foreach (ArticleChange change in ComparisonsOf(page.History))
        {
            var comparison = new ComparisonPage { Facts = page.Facts, Change = change, Erased = erased };
            yield return comparison;
            yield return comparison with { IsInline = true };
        }
    }

    /// <summary>All changes, and the comparison of the first text with the latest.</summary>
    private static ImmutableArray<ArticleChange> ComparisonsOf(ArticleHistory history) => history.Changes.Length < 2
        ? history.Changes
        : [.. history.Changes, new ArticleChange(history.Changes[0].Before, history.Changes[^1].After)];

    /// <summary>When a page for search engines got its content; null for any other page.</summary>
    private static DateTimeOffset? ChangedAtOf(Page page) => page switch
    {
        ChangesPage { Before: null, Entries: [var newest, ..] } => newest.Change?.After.SeenAt
            ?? newest.Notice!.Event.At,
        ArticlePage article => article.History.Latest.SeenAt,
        ComparisonPage { IsInline: false } comparison => comparison.Change.After.SeenAt,
        _ => null,
    };
}

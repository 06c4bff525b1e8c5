using System.Collections.Immutable;
using System.Text;
using NewsDiff.Events;
using NewsDiff.Pages;
using NewsDiff.Syndication;
using NewsDiff.Tool.Stores;

namespace NewsDiff.Tool.Site;

/// <summary>Writes the changes of a database as feeds.</summary>
internal sealed class ChangeFeeds
{
    private const int DefaultLimit = 50;
    private readonly NewsStore _store;

    internal ChangeFeeds(NewsStore store) => _store = store;

    /// <summary>The site that entries link to; null when there is none.</summary>
    /// <remarks>The default is null.</remarks>
    internal Uri? Site { get; init; }

    /// <summary>Whether the site is a folder of files, not a server. The default is false.</summary>
    internal bool IsFolder { get; init; }

    /// <summary>The most changes of a feed. The default is 50.</summary>
    internal int Limit { get; init; } = DefaultLimit;

    /// <summary>Writes changes of all articles or one, a part of them; null for an unknown article.</summary>
    internal async Task<string?> WriteAsync(
        ChangeFeedFormat format, string? articleId, NewsPlace? before, CancellationToken stop)
    {
        ArticleVersion? latest = articleId is null
            ? null
            : await _store.Versions.FindLatestAsync(articleId, stop).ConfigureAwait(false);
        if (articleId is not null && latest is null)
        {
            return null;
        }

        (ImmutableArray<ChangeEntry> entries, NewsPlace? older) =
            await new NewsList(_store).ReadAsync(articleId, before, Limit, stop).ConfigureAwait(false);
        using var buffer = new MemoryStream();
        Uri feedId = FeedId.Of(await _store.ReadIdAsync(stop).ConfigureAwait(false), articleId);
        ChangeFeedOptions options = OptionsFor(format, latest, before, older) with { Id = feedId };
        await new ChangeFeedWriter(options)
            .WriteAsync(
                entries.Where(entry => entry.Notice is null).Select(entry => entry.Change!).ToAsyncEnumerable(),
                entries.Select(entry => entry.Notice).OfType<ArticleNotice>().ToAsyncEnumerable(),
                buffer,
                stop).ConfigureAwait(false);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private ChangeFeedOptions OptionsFor(
        ChangeFeedFormat format, ArticleVersion? of, NewsPlace? before, NewsPlace? older)
    {
        PageAddress home = of is null ? PageAddress.Changes() : PageAddress.Article(of.ArticleId);
        var options = new ChangeFeedOptions { Format = format };
        options = of is not { HasText: true } ? options : options with { Title = $"Changes of “{of.Article.Title}”" };
        return Site is null
            ? options
            : options with
            {
                SelfUrl = AddressOf(PartOf(format, of?.ArticleId, before)),
                NextUrl = older is null || IsFolder ? null : AddressOf(PartOf(format, of?.ArticleId, older)),
                HomeUrl = AddressOf(home),
                LinkOfArticle = id => AddressOf(PageAddress.Article(id)),
                LinkOf = change => AddressOf(
                    PageAddress.Comparison(change.ArticleId, change.Before.Number, change.After.Number)),
            };
    }

    /// <summary>The address of a part of a feed.</summary>
    private static PageAddress PartOf(ChangeFeedFormat format, string? articleId, NewsPlace? before) => format switch
    {
        ChangeFeedFormat.Rss => PageAddress.RssFeed(articleId, before?.ToString()),
        ChangeFeedFormat.JsonFeed => PageAddress.JsonFeed(articleId, before?.ToString()),
        _ => PageAddress.AtomFeed(articleId, before?.ToString()),
    };

    private Uri AddressOf(PageAddress page) => new(
        Site!,
        IsFolder
            ? FolderPageLinks.GetFile(page)
            : new ServerPageLinks(Site!.AbsolutePath).LinkTo(page, PageAddress.Changes()));
}

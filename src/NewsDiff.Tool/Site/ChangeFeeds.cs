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

    /// <summary>The most changes of a feed. The default is 50.</summary>
    internal int Limit { get; init; } = DefaultLimit;

    /// <summary>Writes the latest changes of all articles or one; null for an unknown article.</summary>
    internal async Task<string?> WriteAsync(ChangeFeedFormat format, string? articleId, CancellationToken stop)
    {
        ArticleVersion? latest = articleId is null
            ? null
            : await _store.Versions.FindLatestAsync(articleId, stop).ConfigureAwait(false);
        if (articleId is not null && latest is null)
        {
            return null;
        }

        var list = new NewsList(_store);
        List<ArticleChange> changes = await list.ReadChangesAsync(articleId, before: null, Limit, stop)
            .ConfigureAwait(false);
        List<ArticleNotice> notices = await list.ReadNoticesAsync(articleId, before: null, Limit, stop)
            .ConfigureAwait(false);
        if (changes.Count == Limit)
        {
            notices.RemoveAll(notice => notice.Event.At < changes[^1].After.SeenAt);
        }

        using var buffer = new MemoryStream();
        Uri feedId = FeedId.Of(await _store.ReadIdAsync(stop).ConfigureAwait(false), articleId);
        await new ChangeFeedWriter(OptionsFor(format, latest) with { Id = feedId })
            .WriteAsync(
                changes.ToAsyncEnumerable(), notices.ToAsyncEnumerable(), buffer, stop).ConfigureAwait(false);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private ChangeFeedOptions OptionsFor(ChangeFeedFormat format, ArticleVersion? of)
    {
        PageAddress feed = format == ChangeFeedFormat.Rss
            ? PageAddress.RssFeed(of?.ArticleId)
            : PageAddress.AtomFeed(of?.ArticleId);
        PageAddress home = of is null ? PageAddress.Changes() : PageAddress.Article(of.ArticleId);
        var options = new ChangeFeedOptions { Format = format };
        options = of is not { HasText: true } ? options : options with { Title = $"Changes of “{of.Article.Title}”" };
        return Site is null
            ? options
            : options with
            {
                SelfUrl = format == ChangeFeedFormat.JsonFeed ? null : AddressOf(feed),
                HomeUrl = AddressOf(home),
                LinkOfArticle = id => AddressOf(PageAddress.Article(id)),
                LinkOf = change => AddressOf(
                    PageAddress.Comparison(change.ArticleId, change.Before.Number, change.After.Number)),
            };
    }

    private Uri AddressOf(PageAddress page) =>
        new(Site!, new ServerPageLinks(Site!.AbsolutePath).LinkTo(page, PageAddress.Changes()));
}

using System.Collections.Immutable;
using System.Text;
using NewsDiff.Events;
using NewsDiff.Pages.Texts;
using NewsDiff.Syndication;

namespace NewsDiff.Pages.Loading;

/// <summary>Writes a part of a feed of changes.</summary>
/// <param name="store">The store.</param>
/// <param name="feed">The address of the feed.</param>
/// <param name="before">Entries before this place; null for the newest.</param>
internal sealed class FeedText(SiteStore store, PageAddress feed, NewsPlace? before)
{
    /// <summary>The site that entries link to; null when there is none.</summary>
    internal required Uri? Site { get; init; }

    internal required IPageLinks Links { get; init; }

    internal required Guid? DatabaseId { get; init; }

    /// <summary>The words of the feed's language.</summary>
    internal required PageTexts Texts { get; init; }

    /// <summary>Writes the feed; null for an unknown article.</summary>
    internal async Task<string?> WriteAsync(int limit, CancellationToken stop)
    {
        ArticleVersion? latest = feed.ArticleId is { } id
            ? await store.Versions.FindLatestAsync(id, stop).ConfigureAwait(false)
            : null;
        if (feed.ArticleId is not null && latest is null)
        {
            return null;
        }

        (ImmutableArray<ChangeEntry> entries, NewsPlace? older) =
            await new NewsList(store).ReadAsync(feed.ArticleId, before, limit, stop).ConfigureAwait(false);
        using var buffer = new MemoryStream();
        await new ChangeFeedWriter(OptionsFor(latest, older))
            .WriteAsync(
                entries.Where(entry => entry.Notice is null).Select(entry => entry.Change!).ToAsyncEnumerable(),
                entries.Select(entry => entry.Notice).OfType<ArticleNotice>().ToAsyncEnumerable(),
                buffer,
                stop).ConfigureAwait(false);
        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private ChangeFeedOptions OptionsFor(ArticleVersion? of, NewsPlace? older)
    {
        var options = new ChangeFeedOptions
        {
            Format = feed.Kind switch
            {
                PageKind.RssFeed => ChangeFeedFormat.Rss,
                PageKind.JsonFeed => ChangeFeedFormat.JsonFeed,
                _ => ChangeFeedFormat.Atom,
            },
            Title = Texts["Changes after publication"],
            Description = Texts["Words of news articles that changed after publication."],
            Language = Texts.Language,
            Translate = Texts.Form,
            Id = DatabaseId is { } database ? FeedId.Of(database, feed.ArticleId) : null,
        };
        options = of is not { HasText: true } ? options : options with
        {
            Title = Texts.Say("Changes of “{0}”", of.Article.Title),
        };
        return Site is null
            ? options
            : options with
            {
                SelfUrl = AddressOf(feed),
                NextUrl = older is { } place && Links.HasFeedParts ? AddressOf(PartAt(place)) : null,
                HomeUrl = AddressOf(of is null ? PageAddress.Changes() : PageAddress.Article(of.ArticleId)),
                LinkOfArticle = id => AddressOf(PageAddress.Article(id)),
                LinkOf = change => AddressOf(
                    PageAddress.Comparison(change.ArticleId, change.Before.Number, change.After.Number)),
            };
    }

    private PageAddress PartAt(NewsPlace place) => feed.Kind switch
    {
        PageKind.RssFeed => PageAddress.RssFeed(feed.ArticleId, place.ToString()),
        PageKind.JsonFeed => PageAddress.JsonFeed(feed.ArticleId, place.ToString()),
        _ => PageAddress.AtomFeed(feed.ArticleId, place.ToString()),
    };

    private Uri AddressOf(PageAddress page) => new(Site!, Links.LinkTo(page, PageAddress.Changes()));
}

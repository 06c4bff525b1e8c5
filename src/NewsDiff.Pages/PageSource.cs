using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Pages.Loading;
using NewsDiff.Pages.Texts;
using NewsDiff.Search;
using NewsDiff.Tracking;

namespace NewsDiff.Pages;

/// <summary>Reads the pages and feeds of a site from a store.</summary>
/// <remarks>It holds no state of its own; one instance serves any number of requests at once.</remarks>
public sealed class PageSource
{
    // Far more than the 16 digits of an id; longer ones are not looked up.
    private const int LongestId = 128;

    // Enough for a picture of weeks on a busy site, and read in little time.
    private const int MostEvents = 5000;
    private const int MostChanges = 200;

    private readonly SiteStore _store;
    private readonly ArticleLoader _articles;

    /// <summary>Makes a source over the parts of a store, which are often one object.</summary>
    /// <param name="tracker">The versions, the visits and the event log.</param>
    /// <param name="articles">The followed articles.</param>
    /// <param name="feeds">The followed feeds.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PageSource(ITrackerStore tracker, IArticleCatalog articles, ISubscriptionStore feeds)
    {
        ArgumentNullException.ThrowIfNull(tracker);
        ArgumentNullException.ThrowIfNull(articles);
        ArgumentNullException.ThrowIfNull(feeds);
        _store = new SiteStore(tracker, articles, feeds);
        _articles = new ArticleLoader(_store);
    }

    /// <summary>The database's id, from which the ids of feeds are made; null for none.</summary>
    /// <remarks>
    /// The default is null: a feed's id is then its address, and changes with it. Both database stores have a method
    /// <c>ReadIdAsync</c>.
    /// </remarks>
    public Guid? DatabaseId { get; init; }

    /// <summary>The maximum number of entries on a page of a list. The default is 50.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int EntriesPerPage { get; init => field = OptionRange.Check(value, 1); } = 50;

    /// <summary>The maximum number of entries in a part of a feed. The default is 50.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public int EntriesPerFeed { get; init => field = OptionRange.Check(value, 1); } = 50;

    /// <summary>Whether the store can search its texts, if it has an index of them.</summary>
    public bool CanSearch => _store.Tracker is ISearchableStore;

    /// <summary>The event log of the store.</summary>
    public IEventLog Events => _store.Events;

    /// <summary>Says whether pages made earlier still hold; null if the store cannot tell.</summary>
    public IStoreStamp? Stamp =>
        ReferenceEquals(_store.Tracker, _store.Articles) && ReferenceEquals(_store.Tracker, _store.Feeds)
            ? _store.Tracker as IStoreStamp
            : null;

    /// <summary>Loads a page.</summary>
    /// <param name="address">The address of a page, not of a feed or the stylesheet.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>
    /// The page; a <see cref="NotFoundPage"/> that says why a text is not shown; null when there is no such page.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is null.</exception>
    /// <exception cref="ArgumentException">The address is that of a feed or the stylesheet.</exception>
    public async Task<Page?> LoadAsync(PageAddress address, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        if ((address.ArticleId ?? address.Host) is { } id && !IsPossible(id))
        {
            return null;
        }

        Page? page = await LoadKindAsync(address, cancellationToken).ConfigureAwait(false);
        return page is not null && Stamp is { } stamp
            ? page with { AsOf = (await stamp.ReadStampAsync(null, cancellationToken).ConfigureAwait(false)).AsOf }
            : page;
    }

    private async Task<Page?> LoadKindAsync(PageAddress address, CancellationToken cancellationToken) =>
        address.Kind switch
        {
            PageKind.Changes => await LoadChangesAsync(address, cancellationToken).ConfigureAwait(false),
            PageKind.Articles => await LoadCountedArticlesAsync(address, cancellationToken).ConfigureAwait(false),
            PageKind.Feeds => await LoadFeedsAsync(cancellationToken).ConfigureAwait(false),
            PageKind.Sources => await LoadSourcesAsync(cancellationToken).ConfigureAwait(false),
            PageKind.Source => await LoadSourceAsync(address.Host!, cancellationToken).ConfigureAwait(false),
            PageKind.Search => await LoadSearchAsync(address, cancellationToken).ConfigureAwait(false),
            PageKind.NotFound => new NotFoundPage(),
            PageKind.Article or PageKind.Comparison or PageKind.Version or PageKind.Origins =>
                await _articles.LoadAsync(address, cancellationToken).ConfigureAwait(false),
            _ => throw new ArgumentException(
                $"{address.Kind} is not a page; {nameof(LoadFeedAsync)} writes feeds.", nameof(address)),
        };

    /// <summary>Writes the changes as a feed, of all articles or of one.</summary>
    /// <param name="feed">The address of the feed: Atom, RSS or JSON Feed.</param>
    /// <param name="site">The address of the site; null when it has none, so that entries link to the articles.</param>
    /// <param name="links">The links of the site's pages; a feed for a folder has no further parts.</param>
    /// <param name="language">The language of the feed's own words, one of those of pages.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The feed; null when there is no such article or place.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The address is not that of a feed, or the language has no words.</exception>
    public async Task<string?> LoadFeedAsync(
        PageAddress feed,
        Uri? site,
        IPageLinks links,
        string language = "en",
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(feed);
        ArgumentNullException.ThrowIfNull(links);
        if (feed.Kind is not (PageKind.AtomFeed or PageKind.RssFeed or PageKind.JsonFeed))
        {
            throw new ArgumentException($"{feed.Kind} is not a feed; {nameof(LoadAsync)} reads pages.", nameof(feed));
        }

        return !TryRead(feed.Before, out NewsPlace? before) || (feed.ArticleId is { } id && !IsPossible(id))
            ? null
            : await new FeedText(_store, feed, before)
            {
                Site = site,
                Links = links,
                DatabaseId = DatabaseId,
                Texts = PageTexts.Of(new PageOptions { Language = language }.Language),
            }.WriteAsync(EntriesPerFeed, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Loads a page of the list of articles without counting all of them.</summary>
    /// <param name="before">Articles before this place; null for the latest.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The page, without a total; null when there is no such place.</returns>
    public async Task<ArticlesPage?> LoadArticlesAsync(
        string? before = null, CancellationToken cancellationToken = default)
    {
        if (!TryRead(before, out NewsPlace? place))
        {
            return null;
        }

        var list = new NewsList(_store);
        (ImmutableArray<ArticleEntry> entries, NewsPlace? older) =
            await list.ReadArticlesAsync(place, EntriesPerPage, cancellationToken).ConfigureAwait(false);
        return new ArticlesPage
        {
            Entries = entries,
            Before = before,
            Older = older?.ToString(),
            Passed = place is null ? 0 : place.Value.Rank,
        };
    }

    /// <summary>Reads all followed articles.</summary>
    internal IAsyncEnumerable<TrackedArticle> ReadArticlesAsync(CancellationToken stop) =>
        _store.Articles.ReadArticlesAsync(new ArticleQuery(), stop);

    private async Task<Page?> LoadChangesAsync(PageAddress address, CancellationToken stop)
    {
        if (!TryRead(address.Before, out NewsPlace? before))
        {
            return null;
        }

        bool isAll = address is { Filter: null, Since: null };
        var list = new NewsList(_store);
        (ImmutableArray<ChangeEntry> entries, NewsPlace? older) = isAll
            ? await list.ReadAsync(before, EntriesPerPage, stop).ConfigureAwait(false)
            : await list.ReadAsync(
                before,
                new NewsFilter(address.Filter, address.Since ?? DateTimeOffset.MinValue),
                EntriesPerPage,
                stop).ConfigureAwait(false);
        return isAll && before is not null && entries.IsEmpty && older is null
            ? new NotFoundPage { Message = "There are no changes this old." }
            : new ChangesPage
            {
                Entries = entries,
                Before = address.Before,
                Older = older?.ToString(),
                Filter = address.Filter,
                Since = address.Since,
            };
    }

    private async Task<Page?> LoadCountedArticlesAsync(PageAddress address, CancellationToken stop)
    {
        ArticlesPage? page = await LoadArticlesAsync(address.Before, stop).ConfigureAwait(false);
        if (page is not { Older: not null })
        {
            return page is null ? null : page with { Total = page.Passed + page.Entries.Length };
        }

        (int count, bool hasMore) = await new NewsList(_store).CountArticlesAsync(stop).ConfigureAwait(false);
        return page with { Total = count, HasMoreThanTotal = hasMore };
    }

    private async Task<FeedsPage> LoadFeedsAsync(CancellationToken stop)
    {
        // One read of all of them, not one for each feed.
        Dictionary<string, Visit> visits = await _store.Visits.ReadVisitsAsync(VisitKind.Feed, stop)
            .ToDictionaryAsync(visit => visit.Target, StringComparer.Ordinal, stop).ConfigureAwait(false);
        ImmutableArray<FollowedFeed>.Builder feeds = ImmutableArray.CreateBuilder<FollowedFeed>();
        await foreach (Subscription feed in _store.Feeds.ReadSubscriptionsAsync(stop).ConfigureAwait(false))
        {
            Visit? visit = visits.GetValueOrDefault(feed.Url.AbsoluteUri);
            feeds.Add(FollowedFeed.Of(feed, visit));
        }

        return new FeedsPage { Feeds = feeds.DrainToImmutable() };
    }

    private async Task<SourcesPage> LoadSourcesAsync(CancellationToken stop)
    {
        var query = new EventQuery
        {
            Kinds =
            [
                ArticleEventKind.FirstSeen, ArticleEventKind.Changed, ArticleEventKind.Vanished,
                ArticleEventKind.Hidden,
            ],
            NewestFirst = true,
            Limit = MostEvents + 1,
        };
        List<ArticleEvent> events =
            await _store.Events.ReadEventsAsync(query, stop).ToListAsync(stop).ConfigureAwait(false);
        return new SourcesPage { Events = [.. events.Take(MostEvents)], HasOlder = events.Count > MostEvents };
    }

    private async Task<SourcePage?> LoadSourceAsync(string host, CancellationToken stop)
    {
        var query = new VersionQuery { Host = host, NewestFirst = true, Limit = MostChanges + 1 };
        List<ArticleChange> changes =
            await _store.Versions.ReadChangesAsync(query, stop).ToListAsync(stop).ConfigureAwait(false);
        bool isKnown = changes.Count > 0
            || await _store.Versions.ReadVersionsAsync(query with { Limit = 1 }, stop).AnyAsync(stop)
                .ConfigureAwait(false);
        return isKnown
            ? new SourcePage
            {
                Host = query.Host!,
                Changes = [.. changes.Take(MostChanges)],
                HasOlder = changes.Count > MostChanges,
            }
            : null;
    }

    private async Task<Page?> LoadSearchAsync(PageAddress address, CancellationToken stop)
    {
        var page = new SearchPage { Query = address.Query ?? "", After = address.Before };
        if (_store.Tracker is not ISearchableStore texts)
        {
            return page with { Trouble = "This store cannot search its texts." };
        }

        if (page.Query.Length == 0)
        {
            return page;
        }

        try
        {
            List<SearchHit> hits = await texts.SearchAsync(page.Query, page.After, stop)
                .Take(EntriesPerPage + 1).ToListAsync(stop).ConfigureAwait(false);
            bool goesOn = hits.Count > EntriesPerPage;
            return page with
            {
                Hits = [.. hits.Take(EntriesPerPage)],
                Older = goesOn ? hits[EntriesPerPage - 1].Cursor : null,
            };
        }
        catch (Exception fault) when (fault is FormatException or VersionStoreException { IsUnsearchable: true })
        {
            return page with { Trouble = fault.Message };
        }
    }

    private static bool TryRead(string? place, out NewsPlace? before)
    {
        before = place is null ? null : NewsPlace.Parse(place);
        return place is null || before is not null;
    }

    /// <summary>Whether an id is possible: databases do not accept every text.</summary>
    internal static bool IsPossible(string id) => id.Length <= LongestId && !id.Any(char.IsControl);
}

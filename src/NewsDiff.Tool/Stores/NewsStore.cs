using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.Pages;
using NewsDiff.Search;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Stores;

/// <summary>An open database: its interfaces, and how to close it.</summary>
internal sealed class NewsStore : IAsyncDisposable
{
    private readonly IAsyncDisposable _database;
    private readonly ITrackerStore _tracker;
    private readonly Func<CancellationToken, ValueTask<Guid>> _readId;

    private NewsStore(
        IAsyncDisposable database,
        Func<CancellationToken, ValueTask<Guid>> readId,
        ITrackerStore tracker,
        IArticleCatalog articles,
        ISubscriptionStore feeds,
        IVersionCare care,
        IEventDeliveryStore deliveries,
        IDeadLetterStore deadLetters)
    {
        _database = database;
        _readId = readId;
        _tracker = tracker;
        Articles = articles;
        Feeds = feeds;
        Care = care;
        Deliveries = deliveries;
        DeadLetters = deadLetters;
    }

    internal IVersionStore Versions => _tracker;

    /// <summary>Searches the texts; both kinds of database can.</summary>
    internal ISearchableStore Texts => (ISearchableStore)Versions;

    internal IArticleCatalog Articles { get; }

    internal ISubscriptionStore Feeds { get; }

    internal IVisitStore Visits => _tracker;

    /// <summary>Turns at sites, which all processes on a database share.</summary>
    internal ISiteStore? Sites => Visits as ISiteStore;

    internal IVersionCare Care { get; }

    internal IEventLog Events => _tracker;

    internal IEventDeliveryStore Deliveries { get; }

    internal IDeadLetterStore DeadLetters { get; }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>Reads the database's unique id.</summary>
    internal ValueTask<Guid> ReadIdAsync(CancellationToken stop) => _readId(stop);

    /// <summary>Reads the pages of the database.</summary>
    /// <param name="entriesPerFeed">The maximum number of entries in a feed.</param>
    /// <param name="stop">Stops the read of the database's id.</param>
    internal async Task<PageSource> OpenPagesAsync(int entriesPerFeed, CancellationToken stop) =>
        new(_tracker, Articles, Feeds)
        {
            DatabaseId = await ReadIdAsync(stop).ConfigureAwait(false),
            EntriesPerFeed = entriesPerFeed,
        };

    /// <summary>Reads the pages of the database, with the usual number of entries.</summary>
    internal async Task<PageSource> OpenPagesAsync(CancellationToken stop) =>
        new(_tracker, Articles, Feeds) { DatabaseId = await ReadIdAsync(stop).ConfigureAwait(false) };

    /// <summary>Finds an article by its whole id.</summary>
    internal ValueTask<TrackedArticle?> FindArticleAsync(string id, CancellationToken stop) =>
        Articles.FindByIdAsync(id, stop);

    /// <summary>Finds one version of an article.</summary>
    internal ValueTask<ArticleVersion?> FindVersionAsync(string articleId, int number, CancellationToken stop) =>
        Versions.ReadVersionsAsync(
            new VersionQuery { ArticleId = articleId, FromNumber = number, ToNumber = number }, stop)
            .FirstOrDefaultAsync(stop);

    /// <summary>Finds the earlier version that a change restored; null when its text is new.</summary>
    internal async Task<int?> FindRevertedToAsync(ArticleChange change, CancellationToken stop)
    {
        var earlier = new VersionQuery
        {
            ArticleId = change.ArticleId,
            ToNumber = change.Before.Number - 1,
            NewestFirst = true,
        };
        ArticleVersion? same = await Versions.ReadVersionsAsync(earlier, stop)
            .FirstOrDefaultAsync(version => version.Article.HasSameContentAs(change.After.Article), stop)
            .ConfigureAwait(false);
        return same?.Number;
    }

    internal static NewsStore Over<TStore>(TStore store, Func<CancellationToken, ValueTask<Guid>> readId)
        where TStore : ITrackerStore, IArticleCatalog, ISubscriptionStore, IVersionCare, IEventDeliveryStore,
        IDeadLetterStore, IAsyncDisposable =>
        new(store, readId, store, store, store, store, store, store);
}

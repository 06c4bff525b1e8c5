using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.Search;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Stores;

/// <summary>An open database: its interfaces, and how to close it.</summary>
internal sealed class NewsStore : IAsyncDisposable
{
    private readonly IAsyncDisposable _database;
    private readonly Func<CancellationToken, ValueTask<Guid>> _readId;

    private NewsStore(
        IAsyncDisposable database,
        Func<CancellationToken, ValueTask<Guid>> readId,
        IVersionStore versions,
        IArticleCatalog articles,
        ISubscriptionStore feeds,
        IVisitStore visits,
        IVersionCare care,
        IEventLog events,
        IEventDeliveryStore deliveries,
        IDeadLetterStore deadLetters)
    {
        _database = database;
        _readId = readId;
        Versions = versions;
        Articles = articles;
        Feeds = feeds;
        Visits = visits;
        Care = care;
        Events = events;
        Deliveries = deliveries;
        DeadLetters = deadLetters;
    }

    internal IVersionStore Versions { get; }

    /// <summary>Searches the texts; both databases can.</summary>
    internal ISearchableStore Texts => (ISearchableStore)Versions;

    internal IArticleCatalog Articles { get; }

    internal ISubscriptionStore Feeds { get; }

    internal IVisitStore Visits { get; }

    /// <summary>Turns at sites, which all processes on a database share.</summary>
    internal ISiteStore? Sites => Visits as ISiteStore;

    internal IVersionCare Care { get; }

    internal IEventLog Events { get; }

    internal IEventDeliveryStore Deliveries { get; }

    internal IDeadLetterStore DeadLetters { get; }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    /// <summary>Reads the database's unique id.</summary>
    internal ValueTask<Guid> ReadIdAsync(CancellationToken stop) => _readId(stop);

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
        new(store, readId, store, store, store, store, store, store, store, store);
}

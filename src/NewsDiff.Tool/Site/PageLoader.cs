using System.Collections.Immutable;
using System.Globalization;
using NewsDiff.Events;
using NewsDiff.Pages;
using NewsDiff.Tool.Output;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Site;

/// <summary>Loads the data of pages from a database.</summary>
internal sealed class PageLoader
{
    private const int EntriesPerPage = 50;
    private const int MaxEvents = 500;

    private readonly NewsStore _store;

    internal PageLoader(NewsStore store) => _store = store;

    /// <summary>The front page, or a page of what happened before a place.</summary>
    internal async Task<ChangesPage> LoadChangesAsync(NewsPlace? before, CancellationToken stop)
    {
        (ImmutableArray<ChangeEntry> entries, NewsPlace? older) =
            await new NewsList(_store).ReadAsync(before, EntriesPerPage, stop).ConfigureAwait(false);
        return new ChangesPage { Entries = entries, Before = before?.ToString(), Older = older?.ToString() };
    }

    /// <summary>A page of the changes that are asked for.</summary>
    internal async Task<ChangesPage> LoadChangesAsync(
        NewsPlace? before, ChangeFilter? filter, DateTimeOffset? since, CancellationToken stop)
    {
        (ImmutableArray<ChangeEntry> entries, NewsPlace? older) = await new NewsList(_store)
            .ReadAsync(before, new NewsFilter(filter, since ?? DateTimeOffset.MinValue), EntriesPerPage, stop)
            .ConfigureAwait(false);
        return new ChangesPage
        {
            Entries = entries,
            Before = before?.ToString(),
            Older = older?.ToString(),
            Filter = filter,
            Since = since,
        };
    }

    /// <summary>A page of the followed articles.</summary>
    internal async Task<ArticlesPage> LoadArticlesAsync(NewsPlace? before, CancellationToken stop)
    {
        (ImmutableArray<ArticleEntry> entries, NewsPlace? older) =
            await new NewsList(_store).ReadArticlesAsync(before, EntriesPerPage, stop).ConfigureAwait(false);
        return new ArticlesPage { Entries = entries, Before = before?.ToString(), Older = older?.ToString() };
    }

    /// <summary>The followed feeds and their state.</summary>
    internal async Task<FeedsPage> LoadFeedsAsync(CancellationToken stop)
    {
        ImmutableArray<FollowedFeed>.Builder feeds = ImmutableArray.CreateBuilder<FollowedFeed>();
        await foreach (Subscription feed in _store.Feeds.ReadSubscriptionsAsync(stop).ConfigureAwait(false))
        {
            Visit? visit = await _store.Visits.FindVisitAsync(VisitKind.Feed, feed.Url.AbsoluteUri, stop)
                .ConfigureAwait(false);
            feeds.Add(new FollowedFeed
            {
                Url = feed.Url,
                AddedAt = feed.AddedAt,
                Title = feed.Title,
                LastReadAt = visit is { Failures: 0 } ? visit.LastVisitedAt : null,
                NextReadAt = visit?.DueAt,
                Failures = visit?.Failures ?? 0,
                Reason = visit?.LastReason,
            });
        }

        return new FeedsPage { Feeds = feeds.DrainToImmutable() };
    }

    /// <summary>The history of an article; null when it is missing.</summary>
    internal async Task<Page?> LoadArticleAsync(string id, CancellationToken stop)
    {
        ArticleFacts? facts = await LoadFactsAsync(id, stop).ConfigureAwait(false);
        if (facts is null)
        {
            return null;
        }

        List<ArticleVersion> versions = await _store.Versions.ReadVersionsAsync(
            new VersionQuery { ArticleId = id }, stop)
            .ToListAsync(stop).ConfigureAwait(false);
        if (!versions.Exists(static version => version.HasText))
        {
            return Without(versions[^1]);
        }

        List<ArticleEvent> events = await _store.Events.ReadEventsAsync(
            new EventQuery { ArticleId = id, NewestFirst = true, Limit = MaxEvents }, stop)
            .ToListAsync(stop).ConfigureAwait(false);
        events.Reverse();
        return new ArticlePage { Facts = facts, History = new ArticleHistory(versions), Events = [.. events] };
    }

    /// <summary>A comparison of two versions; null when one is missing or both are equal.</summary>
    internal async Task<Page?> LoadComparisonAsync(
        string id,
        int oldNumber,
        int newNumber,
        CancellationToken stop)
    {
        ArticleVersion? before = await _store.FindVersionAsync(id, oldNumber, stop).ConfigureAwait(false);
        ArticleVersion? after = await _store.FindVersionAsync(id, newNumber, stop).ConfigureAwait(false);
        ArticleFacts? facts = await LoadFactsAsync(id, stop).ConfigureAwait(false);
        if (before is null || after is null || facts is null || oldNumber == newNumber)
        {
            return null;
        }

        return !before.HasText ? Without(before)
            : !after.HasText ? Without(after)
            : new ComparisonPage
            {
                Facts = facts,
                Change = new ArticleChange(before, after),
                Erased = await FindErasedAsync(id, stop).ConfigureAwait(false),
            };
    }

    private async Task<ImmutableHashSet<int>> FindErasedAsync(string id, CancellationToken stop) =>
    [
        .. await _store.Versions.ReadVersionsAsync(new VersionQuery { ArticleId = id }, stop)
            .Where(static version => !version.HasText)
            .Select(static version => version.Number)
            .ToListAsync(stop).ConfigureAwait(false),
    ];

    /// <summary>The text of a version; null when it is missing.</summary>
    internal async Task<Page?> LoadVersionAsync(string id, int number, CancellationToken stop)
    {
        ArticleVersion? version = await _store.FindVersionAsync(id, number, stop).ConfigureAwait(false);
        ArticleFacts? facts = await LoadFactsAsync(id, stop).ConfigureAwait(false);
        return version is null || facts is null ? null
            : !version.HasText ? Without(version)
            : new VersionPage
            {
                Facts = facts,
                Version = version,
                Erased = await FindErasedAsync(id, stop).ConfigureAwait(false),
            };
    }

    /// <summary>The page for a version whose text was erased.</summary>
    private static NotFoundPage Without(ArticleVersion version) => new()
    {
        IsTakenDown = version.IsHidden,
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"Version {version.Number} {(version.IsHidden ? "was taken down" : "was erased to save space")}."),
    };

    /// <summary>Why the last visit found no text; null when it did, or without a visit.</summary>
    private static string? TroubleOf(Visit? visit) =>
        visit?.LastStatus is null or FetchStatus.Fetched or FetchStatus.NotModified
            ? null
            : visit.LastReason ?? Words.Of(visit.LastStatus.Value);

    private async Task<ArticleFacts?> LoadFactsAsync(string id, CancellationToken stop)
    {
        // The cheapest check comes first, since the id may be any text.
        ArticleVersion? latest = await _store.Versions.FindLatestAsync(id, stop).ConfigureAwait(false);
        TrackedArticle? article = latest is null ? null : await _store.FindArticleAsync(id, stop).ConfigureAwait(false);
        if (article is null || latest is null)
        {
            return null;
        }

        Visit? visit = await _store.Visits.FindVisitAsync(VisitKind.Article, id, stop).ConfigureAwait(false);
        return new ArticleFacts
        {
            ArticleId = id,
            Url = article.Url,
            FirstSeenAt = article.FirstSeenAt,
            VersionCount = latest.Number,
            Source = article.Source,
            NextCheckAt = visit?.DueAt,
            LastCheckedAt = visit?.LastVisitedAt,
            Trouble = TroubleOf(visit),
            State = visit?.State ?? VisitState.Active,
        };
    }
}

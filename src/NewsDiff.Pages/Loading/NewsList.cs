using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Loading;

/// <summary>Lists changes and other events of articles, the newest first.</summary>
/// <remarks>Both are read by time, because imported changes are stored long after they were seen.</remarks>
internal sealed class NewsList(SiteStore store)
{
    // Each reads a page of everything: enough to fill a page of what is common, and bounded for what is rare.
    private const int MostRounds = 6;

    // An index holds what is counted; to read so many entries of it takes less time than a page.
    private const int MostCounted = 1000;

    /// <summary>The events that are not versions, without prunings.</summary>
    private static readonly ImmutableArray<ArticleEventKind> Others =
    [
        .. Enum.GetValues<ArticleEventKind>()
            .Where(kind => kind is not (
                ArticleEventKind.FirstSeen or ArticleEventKind.Changed or ArticleEventKind.Pruned)),
    ];

    /// <summary>What the filter of vanished articles shows; it needs no texts.</summary>
    private static readonly ImmutableArray<ArticleEventKind> Vanishings =
        [ArticleEventKind.Vanished, ArticleEventKind.Returned, ArticleEventKind.Hidden];

    /// <summary>Reads one page of all articles.</summary>
    internal Task<(ImmutableArray<ChangeEntry> Entries, NewsPlace? Older)> ReadAsync(
        NewsPlace? before, int limit, CancellationToken stop) => ReadAsync(articleId: null, before, limit, stop);

    /// <summary>Reads one page of one article, or of all.</summary>
    internal Task<(ImmutableArray<ChangeEntry> Entries, NewsPlace? Older)> ReadAsync(
        string? articleId, NewsPlace? before, int limit, CancellationToken stop) =>
        ReadAsync(articleId, before, limit, only: null, stop);

    /// <summary>Reads one page.</summary>
    /// <param name="articleId">The article; null for all.</param>
    /// <param name="before">Entries before this place; null for the newest.</param>
    /// <param name="limit">The maximum number of entries.</param>
    /// <param name="only">The events to read, without changes; null for changes and all other events.</param>
    /// <param name="stop">Stops the read.</param>
    /// <returns>The entries, and the place of older ones; null when there are none.</returns>
    private async Task<(ImmutableArray<ChangeEntry> Entries, NewsPlace? Older)> ReadAsync(
        string? articleId,
        NewsPlace? before,
        int limit,
        ImmutableArray<ArticleEventKind>? only,
        CancellationToken stop)
    {
        int passed = before?.Passed ?? 0;
        int size = limit + passed + 1;
        List<ChangeEntry> all =
        [
            .. only is null
                ? (await ReadChangesAsync(articleId, before, size, stop).ConfigureAwait(false))
                    .Select(change => new ChangeEntry(change))
                : [],
            .. (await ReadNoticesAsync(articleId, before, size, only ?? Others, stop).ConfigureAwait(false))
                .Select(notice => new ChangeEntry(notice)),
        ];
        List<ChangeEntry> left =
        [
            .. all.OrderByDescending(AtOf).Where((entry, index) => index >= passed || AtOf(entry) != before!.Value.At),
        ];
        List<ChangeEntry> here = [.. left.Take(limit)];
        if (here.Count == 0)
        {
            return ([], null);
        }

        DateTimeOffset last = AtOf(here[^1]);
        int sharing = here.Count(entry => AtOf(entry) == last) + (before?.At == last ? passed : 0);
        ImmutableArray<ChangeEntry>.Builder entries = ImmutableArray.CreateBuilder<ChangeEntry>(here.Count);
        foreach (ChangeEntry entry in here)
        {
            entries.Add(entry with { Source = await SourceAsync(entry, stop).ConfigureAwait(false) });
        }

        return (entries.DrainToImmutable(), left.Count > limit ? new NewsPlace(last, sharing) : null);
    }

    /// <summary>Reads one page of filtered entries.</summary>
    /// <remarks>It examines a few unfiltered pages; a read from the returned place continues.</remarks>
    internal async Task<(ImmutableArray<ChangeEntry> Entries, NewsPlace? Older)> ReadAsync(
        NewsPlace? before, NewsFilter filter, int limit, CancellationToken stop)
    {
        ImmutableArray<ChangeEntry>.Builder kept = ImmutableArray.CreateBuilder<ChangeEntry>();
        NewsPlace? place = before;
        ImmutableArray<ArticleEventKind>? only = filter.Only == ChangeFilter.Vanished ? Vanishings : null;
        for (int round = 0; round < MostRounds; round++)
        {
            (ImmutableArray<ChangeEntry> entries, place) =
                await ReadAsync(articleId: null, place, limit, only, stop).ConfigureAwait(false);
            ImmutableArray<ChangeEntry> recent = [.. entries.Where(entry => AtOf(entry) >= filter.Since)];
            kept.AddRange(recent.Where(filter.Lets));
            if (recent.Length < entries.Length)
            {
                return (kept.DrainToImmutable(), null);
            }

            if (place is null || kept.Count >= limit / 2)
            {
                break;
            }
        }

        return (kept.DrainToImmutable(), place);
    }

    /// <summary>Reads one page of articles, the first seen last.</summary>
    internal async Task<(ImmutableArray<ArticleEntry> Entries, NewsPlace? Older)> ReadArticlesAsync(
        NewsPlace? before, int limit, CancellationToken stop)
    {
        int passed = before?.Passed ?? 0;
        var query = new EventQuery
        {
            Kinds = [ArticleEventKind.FirstSeen],
            Until = before?.Until,
            NewestFirst = true,
            Limit = limit + passed + 1,
        };
        List<ArticleEvent> all = await store.Events.ReadEventsAsync(query, stop)
            .ToListAsync(stop).ConfigureAwait(false);
        List<ArticleEvent> left =
            [.. all.OrderByDescending(seen => seen.At).Where((seen, i) => i >= passed || seen.At != before!.Value.At)];
        ImmutableArray<ArticleEntry>.Builder entries = ImmutableArray.CreateBuilder<ArticleEntry>();
        foreach (ArticleEvent seen in left.Take(limit))
        {
            if (await FindEntryAsync(seen, stop).ConfigureAwait(false) is { } entry)
            {
                entries.Add(entry);
            }
        }

        if (left.Count <= limit)
        {
            return (entries.DrainToImmutable(), null);
        }

        DateTimeOffset last = left[limit - 1].At;
        int sharing = left.Take(limit).Count(seen => seen.At == last) + (before?.At == last ? passed : 0);
        int? rank = before is null ? entries.Count : before.Value.Rank + entries.Count;
        return (entries.DrainToImmutable(), new NewsPlace(last, sharing, rank));
    }

    /// <summary>Counts the followed articles, up to a number that costs less than a page.</summary>
    /// <returns>The number, and whether there are more.</returns>
    internal async Task<(int Count, bool HasMore)> CountArticlesAsync(CancellationToken stop)
    {
        // An article that was merged into another is no longer listed.
        var query = new EventQuery
        {
            Kinds = [ArticleEventKind.FirstSeen, ArticleEventKind.Merged],
            NewestFirst = true,
            Limit = MostCounted + 1,
        };
        int articles = 0;
        int events = 0;
        await foreach (ArticleEvent happened in store.Events.ReadEventsAsync(query, stop).ConfigureAwait(false))
        {
            articles += happened.Kind == ArticleEventKind.FirstSeen ? 1 : -1;
            events++;
        }

        // The number of which there are more is round, as nobody needs to know how many were merged.
        bool hasMore = events > MostCounted;
        return (hasMore ? Math.Max(0, (articles - 1) / 100 * 100) : articles, hasMore);
    }

    /// <summary>The article of a first sight; null when it was merged into another.</summary>
    private async Task<ArticleEntry?> FindEntryAsync(ArticleEvent seen, CancellationToken stop)
    {
        ArticleVersion? latest = await store.Versions.FindLatestAsync(seen.ArticleId, stop).ConfigureAwait(false);
        TrackedArticle? article = await store.Articles.FindByIdAsync(seen.ArticleId, stop).ConfigureAwait(false);
        return latest is null || article is { MergedInto: not null }
            ? null
            : new ArticleEntry { Latest = latest, FirstSeenAt = seen.At, Source = article?.Source };
    }

    /// <summary>Reads the newest changes of all articles or of one.</summary>
    private async Task<List<ArticleChange>> ReadChangesAsync(
        string? articleId, NewsPlace? before, int limit, CancellationToken stop)
    {
        var query = new VersionQuery
        {
            ArticleId = articleId,
            Until = before?.Until,
            NewestFirst = true,
            Limit = limit,
        };
        return await store.Versions.ReadChangesAsync(query, stop).ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>Reads the newest events of all articles or of one, without changes.</summary>
    private async Task<List<ArticleNotice>> ReadNoticesAsync(
        string? articleId,
        NewsPlace? before,
        int limit,
        ImmutableArray<ArticleEventKind> kinds,
        CancellationToken stop)
    {
        var query = new EventQuery
        {
            ArticleId = articleId,
            Kinds = kinds,
            Until = before?.Until,
            NewestFirst = true,
            Limit = limit,
        };
        List<ArticleNotice> notices = [];
        await foreach (ArticleEvent happened in store.Events.ReadEventsAsync(query, stop).ConfigureAwait(false))
        {
            ArticleVersion? version = await store.FindVersionAsync(happened.ArticleId, happened.Number, stop)
                .ConfigureAwait(false);
            notices.Add(new ArticleNotice { Event = happened, Version = version });
        }

        return notices;
    }

    private static DateTimeOffset AtOf(ChangeEntry entry) => entry.Change?.After.SeenAt ?? entry.Notice!.Event.At;

    private async Task<string?> SourceAsync(ChangeEntry entry, CancellationToken stop)
    {
        string id = entry.Change?.ArticleId ?? entry.Notice!.Event.ArticleId;
        TrackedArticle? article = await store.Articles.FindByIdAsync(id, stop).ConfigureAwait(false);
        return article?.Source;
    }
}

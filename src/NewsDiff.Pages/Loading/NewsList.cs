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
        List<ArticleChange> changes = only is null
            ? await ReadChangesAsync(articleId, before, limit + 1, stop).ConfigureAwait(false)
            : [];
        List<ArticleEvent> events =
            await ReadEventsAsync(articleId, before, limit + 1, only ?? Others, stop).ConfigureAwait(false);
        (int ofChanges, int ofEvents) = Share(changes, events, limit);
        if (ofChanges + ofEvents == 0)
        {
            return ([], null);
        }

        List<ChangeEntry> here = [.. changes.Take(ofChanges).Select(change => new ChangeEntry(change))];
        foreach (ArticleEvent happened in events.Take(ofEvents))
        {
            ArticleVersion? version = await store.FindVersionAsync(happened.ArticleId, happened.Number, stop)
                .ConfigureAwait(false);
            here.Add(new ChangeEntry(new ArticleNotice { Event = happened, Version = version }));
        }

        ImmutableArray<ChangeEntry>.Builder entries = ImmutableArray.CreateBuilder<ChangeEntry>(here.Count);
        foreach (ChangeEntry entry in here.OrderByDescending(AtOf))
        {
            entries.Add(entry with { Source = await SourceAsync(entry, stop).ConfigureAwait(false) });
        }

        bool goesOn = changes.Count + events.Count > here.Count;
        var last = new NewsPlace(
            AtOf(entries[^1]),
            ofChanges == 0 ? before?.Version : (changes[ofChanges - 1].ArticleId, changes[ofChanges - 1].After.Number),
            ofEvents == 0 ? before?.Event : events[ofEvents - 1].Cursor);
        return (entries.DrainToImmutable(), goesOn ? last : null);
    }

    /// <summary>How many of each are on a page: the later one first, each in its own order.</summary>
    private static (int OfChanges, int OfEvents) Share(
        List<ArticleChange> changes, List<ArticleEvent> events, int limit)
    {
        (int change, int happened) = (0, 0);
        while (change + happened < limit && (change < changes.Count || happened < events.Count))
        {
            bool isChange = happened == events.Count
                || (change < changes.Count && changes[change].After.SeenAt >= events[happened].At);
            (change, happened) = isChange ? (change + 1, happened) : (change, happened + 1);
        }

        return (change, happened);
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
        List<ArticleEvent> all = await ReadEventsAsync(
            articleId: null, before, limit + 1, [ArticleEventKind.FirstSeen], stop).ConfigureAwait(false);
        List<ArticleEvent> here = [.. all.Take(limit)];
        ImmutableArray<ArticleEntry>.Builder entries = ImmutableArray.CreateBuilder<ArticleEntry>();
        foreach (ArticleEvent seen in here.OrderByDescending(seen => seen.At))
        {
            if (await FindEntryAsync(seen, stop).ConfigureAwait(false) is { } entry)
            {
                entries.Add(entry);
            }
        }

        if (all.Count <= limit)
        {
            return (entries.DrainToImmutable(), null);
        }

        int? rank = before is null ? entries.Count : before.Value.Rank + entries.Count;
        var last = new NewsPlace(here[^1].At, Version: null, here[^1].Cursor, rank is 0 ? null : rank);
        return (entries.DrainToImmutable(), last);
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
            Before = before?.Version,
            Until = before is { Version: null } ? before.Value.Until : null,
            NewestFirst = true,
            Limit = limit,
        };
        return await store.Versions.ReadChangesAsync(query, stop).ToListAsync(stop).ConfigureAwait(false);
    }

    /// <summary>Reads the newest events of all articles or of one, without changes.</summary>
    private async Task<List<ArticleEvent>> ReadEventsAsync(
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
            Before = before?.Event,
            Until = before is { Event: null } ? before.Value.Until : null,
            NewestFirst = true,
            Limit = limit,
        };
        return await store.Events.ReadEventsAsync(query, stop).ToListAsync(stop).ConfigureAwait(false);
    }

    private static DateTimeOffset AtOf(ChangeEntry entry) => entry.Change?.After.SeenAt ?? entry.Notice!.Event.At;

    private async Task<string?> SourceAsync(ChangeEntry entry, CancellationToken stop)
    {
        string id = entry.Change?.ArticleId ?? entry.Notice!.Event.ArticleId;
        TrackedArticle? article = await store.Articles.FindByIdAsync(id, stop).ConfigureAwait(false);
        return article?.Source;
    }
}

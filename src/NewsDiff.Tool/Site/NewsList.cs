using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Pages;
using NewsDiff.Tool.Stores;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Site;

/// <summary>Lists changes and whatever else happened to articles, the newest first.</summary>
/// <remarks>Both are read by time, because imported changes are stored long after they were seen.</remarks>
internal sealed class NewsList(NewsStore store)
{
    /// <summary>The events that are no versions. What is done to save space is no news.</summary>
    private static readonly ImmutableArray<ArticleEventKind> Others =
    [
        .. Enum.GetValues<ArticleEventKind>()
            .Where(kind => kind is not (
                ArticleEventKind.FirstSeen or ArticleEventKind.Changed or ArticleEventKind.Pruned)),
    ];

    /// <summary>Reads one page.</summary>
    /// <param name="before">The place that the entries come before; null for the newest.</param>
    /// <param name="limit">The most entries.</param>
    /// <param name="stop">Stops the read.</param>
    /// <returns>The entries, and the place of older ones; null when there are none.</returns>
    internal async Task<(ImmutableArray<ChangeEntry> Entries, NewsPlace? Older)> ReadAsync(
        NewsPlace? before, int limit, CancellationToken stop)
    {
        int passed = before?.Passed ?? 0;
        int size = limit + passed + 1;
        List<ChangeEntry> all =
        [
            .. (await ReadChangesAsync(articleId: null, before, size, stop).ConfigureAwait(false))
                .Select(change => new ChangeEntry(change)),
            .. (await ReadNoticesAsync(articleId: null, before, size, stop).ConfigureAwait(false))
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

    /// <summary>Reads the newest changes of all articles or of one.</summary>
    internal async Task<List<ArticleChange>> ReadChangesAsync(
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
    internal async Task<List<ArticleNotice>> ReadNoticesAsync(
        string? articleId, NewsPlace? before, int limit, CancellationToken stop)
    {
        var query = new EventQuery
        {
            ArticleId = articleId,
            Kinds = Others,
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
        TrackedArticle? article = await store.FindArticleAsync(id, stop).ConfigureAwait(false);
        return article?.Source;
    }
}

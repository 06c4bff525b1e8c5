using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NewsDiff.Extraction;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Identity;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Managing;

/// <summary>Looks at an address before anything is followed; nothing is stored.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore without a wait handle has nothing to release.")]
internal sealed class Looker(DeskRoom room)
{
    private const int MostEntries = 10;

    // A sitemap may have fifty thousand, and comes as a stream.
    private const int MostCounted = 1000;

    // Previews wait for sites; more of them at once would only wait for each other.
    private const int MostAtOnce = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _turns = new(MostAtOnce);

    /// <summary>Looks at an address.</summary>
    /// <param name="url">The address.</param>
    /// <param name="rules">The rule to try on a page; null for none.</param>
    /// <param name="stop">Stops the requests.</param>
    internal async Task<Look> LookAsync(Uri url, SiteRules? rules, CancellationToken stop)
    {
        await _turns.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
            patience.CancelAfter(Patience);
            return await LookInTimeAsync(url, rules, patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Look(url, FetchStatus.TimedOut) { Reason = $"{url.IdnHost} did not answer in time." };
        }
        finally
        {
            _turns.Release();
        }
    }

    private async Task<Look> LookInTimeAsync(Uri url, SiteRules? rules, CancellationToken stop)
    {
        using var feeds = new HttpFeedFetcher(room.Client);
        FeedResult answer = await feeds.FetchAsync(FeedRequest.For(url), stop).ConfigureAwait(false);
        if (answer is { Feed: not null } or { Sitemap: not null })
        {
            return await OfFeedAsync(answer.MovedTo ?? url, answer, stop).ConfigureAwait(false);
        }

        if (answer.Status != FetchStatus.NotAFeed)
        {
            return new Look(url, answer.Status) { Reason = answer.Reason };
        }

        Look look = await OfPageAsync(url, rules, stop).ConfigureAwait(false);
        if (look.Page?.Article is not null)
        {
            return look;
        }

        using var finder = new FeedFinder(room.Client);
        FeedSearchResult search = await finder.FindAsync(answer, stop).ConfigureAwait(false);
        return look with { Others = search.Feeds };
    }

    private async Task<Look> OfFeedAsync(Uri url, FeedResult answer, CancellationToken stop)
    {
        ImmutableArray<FeedEntry> entries = answer.Sitemap is { } sitemap
            ? await EntriesOfAsync(sitemap, stop).ConfigureAwait(false)
            : answer.Feed!.Entries;
        return new Look(url, answer.Status)
        {
            IsFeed = true,
            FeedTitle = answer.Feed?.Title,
            Entries = [.. entries.Take(MostEntries)],
            EntryCount = entries.Length,
            IsFollowed = await room.Tracker.Subscriptions.FindSubscriptionAsync(url, stop).ConfigureAwait(false)
                is not null,
        };
    }

    private static async Task<ImmutableArray<FeedEntry>> EntriesOfAsync(Sitemap sitemap, CancellationToken stop)
    {
        List<FeedEntry> entries = await new SitemapReader(sitemap).ReadAsync(stop)
            .Take(MostCounted)
            .Select(entry => new FeedEntry
            {
                Link = entry.Url,
                Title = entry.Title ?? "",
                PublishedAt = entry.PublishedAt,
                UpdatedAt = entry.ModifiedAt,
            })
            .ToListAsync(stop).ConfigureAwait(false);
        return [.. entries];
    }

    private async Task<Look> OfPageAsync(Uri url, SiteRules? rules, CancellationToken stop)
    {
        RememberingExtractor? tried = rules is null ? null : new RememberingExtractor(rules);
        using var own = new HttpArticleFetcher(room.Client, tried);
        IArticleFetcher fetcher = tried is null ? room.Fetcher ?? own : own;
        FetchExplanation? explained = fetcher is HttpArticleFetcher http
            ? await http.ExplainAsync(FetchRequest.For(url), stop).ConfigureAwait(false)
            : null;
        FetchResult page = explained?.Result
            ?? await fetcher.FetchAsync(FetchRequest.For(url), stop).ConfigureAwait(false);
        return new Look(url, page.Status)
        {
            Page = page,
            Reason = page.Reason,
            Hops = explained?.Hops ?? [],
            Matches = tried?.Page is { } read ? rules!.Try(read, stop) : null,
            IsFollowed = await IsFollowedAsync(url, stop).ConfigureAwait(false),
        };
    }

    private async Task<bool> IsFollowedAsync(Uri url, CancellationToken stop)
    {
        TrackedArticle? known = await room.Tracker.Catalog.FindByKeyAsync(ArticleKeys.Compute(url)[0], stop)
            .ConfigureAwait(false);
        return known is not null
            && await room.Tracker.Visits.FindVisitAsync(VisitKind.Article, known.Id, stop).ConfigureAwait(false)
                is { State: not VisitState.Removed };
    }
}

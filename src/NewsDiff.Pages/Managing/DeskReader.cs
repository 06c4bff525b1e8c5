using System.Collections.Immutable;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Managing;

/// <summary>Reads the pages of a desk from the store.</summary>
internal sealed class DeskReader(DeskRoom room)
{
    private const int MostFailing = 100;

    /// <summary>How many failures of a kind are counted: nobody reads more of them.</summary>
    private const int MostCounted = FailingPage.MostCounted;

    internal async Task<Page?> LoadAsync(
        PageAddress address, KeyValuePair<string, string> token, CancellationToken stop)
    {
        string? place = address.Place?.TrimEnd('/');
        place = place is { Length: > 0 } ? place : null;
        return (place?.Split('/') ?? []) switch
        {
            [] => await LoadFeedsAsync(place, token, done: null, stop).ConfigureAwait(false),
            ["done", var what] when DoneToFeed(what) is { } done =>
                await LoadFeedsAsync(place, token, done, stop).ConfigureAwait(false),
            ["add", var key] => room.Additions.Find(key) is { } draft
                ? new AddPage(place, token) { Draft = draft, Key = key }
                : new ExpiredPage(place, token),
            ["failing"] => await LoadFailingAsync(place, token, stop).ConfigureAwait(false),
            ["expired"] => new ExpiredPage(place, token),
            ["feeds", var key] => await LoadFeedAsync(place, token, key, stop).ConfigureAwait(false),
            ["articles", var id] =>
                await LoadArticleAsync(place, token, id, what: null, stop).ConfigureAwait(false),
            ["articles", var id, var what] =>
                await LoadArticleAsync(place, token, id, what, stop).ConfigureAwait(false),
            _ => null,
        };
    }

    private static string? DoneToFeed(string what) => what switch
    {
        "followed" => "The feed is followed. It is read at the next check.",
        "known" => "It is followed already.",
        "paused" => "Paused. It is not visited until you resume it.",
        "resumed" => "Resumed. It is visited at the next check.",
        "removed" => "Removed. What was read stays.",
        _ => null,
    };

    private static string? DoneToArticle(string what) => what switch
    {
        "followed" => "The article is followed.",
        "planned" => "The article is followed. It is read at the next check.",
        "hidden" => "The texts are erased.",
        _ => DoneToFeed(what),
    };

    private async Task<Page> LoadFeedsAsync(
        string? place, KeyValuePair<string, string> token, string? done, CancellationToken stop)
    {
        Dictionary<string, Visit> visits = await room.Tracker.Visits.ReadVisitsAsync(VisitKind.Feed, stop)
            .ToDictionaryAsync(visit => visit.Target, StringComparer.Ordinal, stop).ConfigureAwait(false);
        var feeds = ImmutableArray.CreateBuilder<(FollowedFeed Feed, VisitState State)>();
        await foreach (Subscription feed in room.Tracker.Subscriptions.ReadSubscriptionsAsync(stop)
            .ConfigureAwait(false))
        {
            Visit? visit = visits.GetValueOrDefault(feed.Url.AbsoluteUri);
            feeds.Add((FollowedFeed.Of(feed, visit), visit?.State ?? VisitState.Active));
        }

        return new OverviewPage(place, token) { Feeds = feeds.DrainToImmutable(), Done = done };
    }

    private async Task<Page?> LoadFeedAsync(
        string? place, KeyValuePair<string, string> token, string key, CancellationToken stop)
    {
        Subscription? feed = await room.Tracker.Subscriptions.ReadSubscriptionsAsync(stop)
            .FirstOrDefaultAsync(feed => DeskRoom.KeyOf(feed.Url.AbsoluteUri) == key, stop).ConfigureAwait(false);
        return feed is null
            ? null
            : new FeedPage(place, token) { Feed = feed, IsOfSettings = room.IsOfSettings(feed.Url) };
    }

    private async Task<Page?> LoadArticleAsync(
        string? place, KeyValuePair<string, string> token, string id, string? what, CancellationToken stop)
    {
        if (await room.FindArticleAsync(id, stop).ConfigureAwait(false) is not { } article)
        {
            return null;
        }

        HideDraft? draft = what is null ? null : room.Hidings.Find(what);
        string? done = what is null ? null : DoneToArticle(what);
        if (what is not null && done is null && draft?.ArticleId != article.Id)
        {
            return new ExpiredPage(place, token);
        }

        Visit? visit = await room.Tracker.Visits.FindVisitAsync(VisitKind.Article, article.Id, stop)
            .ConfigureAwait(false);
        return new ManagedArticlePage(place, token)
        {
            Tracked = article,
            Latest = await room.Tracker.Store.FindLatestAsync(article.Id, stop).ConfigureAwait(false),
            State = visit?.State ?? VisitState.Active,
            Trouble = visit is { Failures: > 0, LastReason: { } reason } ? (reason, visit.LastStatus) : null,
            Draft = draft,
            Key = what ?? "",
            Done = done,
        };
    }

    private async Task<Page> LoadFailingAsync(
        string? place, KeyValuePair<string, string> token, CancellationToken stop)
    {
        Dictionary<string, string?> titles = await ReadTitlesAsync(stop).ConfigureAwait(false);
        IVisitStore visits = room.Tracker.Visits;
        Visit[] failing =
        [
            .. (await visits.FindFailingAsync(VisitKind.Feed, MostCounted, stop).ConfigureAwait(false))
                .Where(visit => titles.ContainsKey(visit.Target)),
            .. await visits.FindFailingAsync(VisitKind.Article, MostCounted, stop).ConfigureAwait(false),
        ];
        var named = ImmutableArray.CreateBuilder<(Visit Visit, string Name)>();
        foreach (Visit visit in failing.Take(MostFailing))
        {
            string? name = visit.Kind == VisitKind.Feed
                ? titles[visit.Target]
                : await HeadlineOfAsync(visit.Target, stop).ConfigureAwait(false);
            named.Add((visit, name is { Length: > 0 } ? name : visit.Url.IdnHost));
        }

        return new FailingPage(place, token) { Failing = named.DrainToImmutable(), Count = failing.Length };
    }

    private async Task<Dictionary<string, string?>> ReadTitlesAsync(CancellationToken stop)
    {
        Dictionary<string, string?> titles = [];
        await foreach (Subscription feed in room.Tracker.Subscriptions.ReadSubscriptionsAsync(stop)
            .ConfigureAwait(false))
        {
            titles[feed.Url.AbsoluteUri] = feed.Title;
        }

        return titles;
    }

    private async Task<string?> HeadlineOfAsync(string articleId, CancellationToken stop)
    {
        ArticleVersion? latest = await room.Tracker.Store.FindLatestAsync(articleId, stop).ConfigureAwait(false);
        return latest is { HasText: true } ? latest.Article.Title : null;
    }
}

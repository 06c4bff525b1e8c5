using System.Collections.Immutable;
using NewsDiff.Tracking;

namespace NewsDiff.Archives;

/// <summary>Makes a store follow what a recorded run followed.</summary>
internal sealed class ReplayedFollowing(IPageArchive archive, CaptureEntry[] lists, ReplayFetcher replay)
{
    private readonly List<Uri> _added = [];
    private FollowedList? _last;

    /// <summary>Follows all that the run ever followed; the captures show when it did.</summary>
    public async Task BeginAsync(
        ArticleTracker tracker,
        ImmutableArray<Uri> chosen,
        CancellationToken cancellationToken)
    {
        (Dictionary<string, Subscription> feeds, Dictionary<string, ArticleRegistration> articles) =
            await ReadListsAsync(cancellationToken).ConfigureAwait(false);
        DateTimeOffset now = replay.Clock.GetUtcNow();
        IEnumerable<Subscription> wanted = !chosen.IsEmpty
            ? chosen.Select(
                url => feeds.GetValueOrDefault(url.AbsoluteUri) ?? new Subscription { Url = url, AddedAt = now })
            : _last is not null ? feeds.Values
            : await replay.FindFeedsAsync(cancellationToken)
                .Select(url => new Subscription { Url = url, AddedAt = now })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
        HashSet<string> known = await tracker.Subscriptions.ReadSubscriptionsAsync(cancellationToken)
            .Select(static feed => feed.Url.AbsoluteUri)
            .ToHashSetAsync(cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        foreach (Subscription feed in wanted.Where(feed => known.Add(feed.Url.AbsoluteUri)))
        {
            await tracker.Subscriptions.AddSubscriptionAsync(feed, cancellationToken).ConfigureAwait(false);
            _added.Add(feed.Url);
        }

        if (chosen.IsEmpty)
        {
            foreach (ArticleRegistration article in articles.Values)
            {
                await tracker.Catalog.RegisterAsync(article, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Stops following the feeds that the run had stopped following by its end.</summary>
    public async Task EndAsync(ArticleTracker tracker, CancellationToken cancellationToken)
    {
        HashSet<string>? kept = _last?.Feeds.Select(static feed => feed.Url).ToHashSet(StringComparer.Ordinal);
        foreach (Uri feed in _added.Where(feed => kept?.Contains(feed.AbsoluteUri) is false))
        {
            await tracker.Subscriptions.RemoveSubscriptionAsync(feed, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Merges all lists; the latest one wins.</summary>
    private async Task<(Dictionary<string, Subscription> Feeds, Dictionary<string, ArticleRegistration> Articles)>
        ReadListsAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, Subscription> feeds = [];
        Dictionary<string, ArticleRegistration> articles = [];
        foreach (CaptureEntry entry in lists)
        {
            if (await archive.FindAsync(entry, cancellationToken).ConfigureAwait(false) is not { } capture
                || FollowedList.Read(capture) is not { } list)
            {
                continue;
            }

            _last = list;
            foreach (Subscription feed in list.Feeds.Select(static feed => feed.ToSubscription())
                .OfType<Subscription>())
            {
                feeds[feed.Url.AbsoluteUri] = feed;
            }

            foreach (ArticleRegistration article in list.Articles.Select(static article => article.ToRegistration())
                .OfType<ArticleRegistration>())
            {
                articles[article.Url.AbsoluteUri] = article;
            }
        }

        return (feeds, articles);
    }
}

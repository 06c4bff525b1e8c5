using System.Globalization;
using NewsDiff.Events;
using NewsDiff.Tracking;

namespace NewsDiff.Testing.Contracts;

/// <summary>Compares a store with the one in memory over random operations.</summary>
/// <typeparam name="TStore">The store, which keeps everything.</typeparam>
/// <param name="store">An empty store.</param>
/// <param name="settle">Waits until all events that were written are readable.</param>
/// <param name="seed">Chooses the operations.</param>
public sealed class StoreModel<TStore>(TStore store, Func<Task> settle, int seed)
    where TStore : class, ITrackerStore, IMergingCatalog, ISubscriptionStore, IEventDeliveryStore
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Sites = ["news.example", "times.example", "post.example"];

    private readonly InMemoryVersionStore _model = new();
    private readonly Random _random = new(seed);
    private DateTimeOffset _now = Noon;
    private EventCursor _heard;
    private EventCursor _modelHeard;

    /// <summary>Runs operations until one is answered differently.</summary>
    /// <param name="operations">The number of operations.</param>
    /// <param name="cancellationToken">Stops the run.</param>
    /// <returns>The first difference; null when there is none.</returns>
    public async Task<string?> FindDifferenceAsync(int operations, CancellationToken cancellationToken)
    {
        for (int i = 0; i < operations; i++)
        {
            _now += TimeSpan.FromSeconds(_random.Next(600));
            StoreOperation operation = Next();
            string expected = await operation(_model, isModel: true, cancellationToken);
            string actual = await operation(store, isModel: false, cancellationToken);
            if (expected != actual)
            {
                return string.Create(
                    CultureInfo.InvariantCulture,
                    $"seed {seed}, operation {i}: {operation.Method.Name}\nexpected: {expected}\nactual:   {actual}");
            }
        }

        return null;
    }

    private delegate Task<string> StoreOperation(object store, bool isModel, CancellationToken cancellationToken);

    private StoreOperation Next() => _random.Next(13) switch
    {
        0 or 1 => Append(),
        2 => Register(),
        3 => Merge(),
        4 => Save(),
        5 => Claim(),
        6 or 7 => Commit(),
        8 => ReadVersions(),
        9 => ReadArticles(),
        10 => ReadEvents(),
        11 => Subscribe(),
        _ => Deliver(),
    };

    private string Article() => $"article {_random.Next(12)}";

    private Uri Url() => new($"https://{Sites[_random.Next(Sites.Length)]}/{_random.Next(6)}");

    private VersionDraft Draft(string articleId) => new()
    {
        ArticleId = articleId,
        Article = new Article { Url = Url(), Title = "Title", Paragraphs = [$"Text {_random.Next(5)}.", "The end."] },
        SeenAt = _now,
        ExtractorVersion = _random.Next(3),
        PageHash = _random.Next(3) == 0 ? $"{_random.Next():x8}" : null,
        ExpectedHead = _random.Next(3) == 0 ? _random.Next(4) : null,
    };

    private StoreOperation Append()
    {
        VersionDraft draft = Draft(Article());
        return async (store, _, stop) =>
        {
            AppendResult result = await ((IVersionStore)store).AppendAsync(draft, stop);
            return $"{result.Status} {Describe(result.Head)}";
        };
    }

    private StoreOperation Register()
    {
        var registration = new ArticleRegistration
        {
            Keys = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"key {_random.Next(30)}")],
            Url = Url(),
            SeenAt = _now,
            Source = _random.Next(2) == 0 ? $"source {_random.Next(3)}" : null,
            FeedUrl = _random.Next(2) == 0 ? Url() : null,
        };
        return async (store, _, stop) =>
            Describe(await ((IArticleCatalog)store).RegisterAsync(registration, stop));
    }

    private StoreOperation Merge()
    {
        (string from, string into) = ($"key {_random.Next(30)}", $"key {_random.Next(30)}");
        return async (store, _, stop) =>
        {
            var catalog = (IMergingCatalog)store;
            string one = (await catalog.FindByKeyAsync(from, stop))?.Id ?? "missing";
            string two = (await catalog.FindByKeyAsync(into, stop))?.Id ?? "missing";
            bool isMerged = await catalog.MergeAsync(one, two, stop);
            return $"{isMerged} {Describe(await catalog.FindByIdAsync(one, stop))}";
        };
    }

    private StoreOperation Save()
    {
        VisitKind kind = _random.Next(4) == 0 ? VisitKind.Feed : VisitKind.Article;
        var visit = new Visit
        {
            Kind = kind,
            Target = Article(),
            Url = Url(),
            DueAt = _random.Next(5) == 0 ? null : _now.AddMinutes(_random.Next(-60, 60)),
            Failures = _random.Next(4),
            Claim = _random.Next(6),
            Memory = _random.Next(3) == 0 ? "{}" : null,
        };
        return async (store, _, stop) =>
        {
            var visits = (IVisitStore)store;
            bool isSaved = await visits.SaveVisitAsync(visit, stop);
            return $"{isSaved} {await visits.FindVisitAsync(visit.Kind, visit.Target, stop)}";
        };
    }

    private StoreOperation Claim()
    {
        VisitClaim claim = ClaimOf(_random.Next(3) == 0 ? Article() : null);
        return async (store, _, stop) =>
            string.Join('\n', await ((IVisitStore)store).ClaimDueAsync(claim, stop));
    }

    private VisitClaim ClaimOf(string? target) => new()
    {
        Now = _now,
        Lease = TimeSpan.FromMinutes(_random.Next(1, 30)),
        Limit = _random.Next(1, 5),
        Kind = target is not null || _random.Next(2) == 0 ? VisitKind.Article : null,
        Target = target,
        ExceptSites = target is null && _random.Next(3) == 0 ? [Sites[_random.Next(Sites.Length)]] : [],
        Horizon = target is null && _random.Next(4) == 0 ? _now.AddDays(1) : null,
    };

    private StoreOperation Commit()
    {
        string target = Article();
        VisitClaim claim = ClaimOf(target);
        bool isClaimed = _random.Next(4) > 0;
        VersionDraft? draft = _random.Next(2) == 0 ? Draft(target) : null;
        ArticleEventKind? kind = draft is null && _random.Next(2) == 0 ? ArticleEventKind.Vanished : null;
        (DateTimeOffset now, DateTimeOffset due) = (_now, _now.AddMinutes(_random.Next(1, 100)));
        return async (store, _, stop) =>
        {
            var tracker = (ITrackerStore)store;
            Visit? visit = isClaimed
                ? (await tracker.ClaimDueAsync(claim, stop)).FirstOrDefault()
                : await tracker.FindVisitAsync(VisitKind.Article, target, stop);
            if (visit is null)
            {
                return "no visit";
            }

            CommitResult result = await tracker.CommitAsync(
                new VisitCommit { Visit = visit with { DueAt = due }, At = now, Draft = draft, Event = kind }, stop);
            return $"{result.Status} {Describe(result.Head)} "
                + $"{await tracker.FindVisitAsync(VisitKind.Article, target, stop)}";
        };
    }

    private StoreOperation ReadVersions()
    {
        var query = new VersionQuery
        {
            ArticleId = _random.Next(2) == 0 ? Article() : null,
            Host = _random.Next(3) == 0 ? Sites[_random.Next(Sites.Length)] : null,
            Since = _random.Next(3) == 0 ? _now.AddHours(-_random.Next(48)) : null,
            Until = _random.Next(3) == 0 ? _now.AddHours(-_random.Next(24)) : null,
            FromNumber = _random.Next(4) == 0 ? _random.Next(1, 4) : null,
            ToNumber = _random.Next(4) == 0 ? _random.Next(1, 6) : null,
            NewestFirst = _random.Next(2) == 0,
            Limit = _random.Next(3) == 0 ? _random.Next(5) : null,
        };
        bool isOfChanges = _random.Next(2) == 0;
        return async (store, _, stop) => isOfChanges
            ? string.Join('\n', await ((IVersionStore)store).ReadChangesAsync(query, stop)
                .Select(change => $"{Describe(change.Before)} to {Describe(change.After)}").ToListAsync(stop))
            : string.Join('\n', await ((IVersionStore)store).ReadVersionsAsync(query, stop)
                .Select(Describe).ToListAsync(stop));
    }

    private StoreOperation ReadArticles()
    {
        var query = new ArticleQuery
        {
            Source = _random.Next(3) == 0 ? $"source {_random.Next(3)}" : null,
            FeedUrl = _random.Next(3) == 0 ? Url() : null,
            IncludesMerged = _random.Next(2) == 0,
            Limit = _random.Next(2) == 0 ? _random.Next(6) : null,
        };
        return async (store, _, stop) => string.Join(
            '\n', await ((IArticleCatalog)store).ReadArticlesAsync(query, stop).Select(Describe).ToListAsync(stop));
    }

    private StoreOperation ReadEvents()
    {
        string? article = _random.Next(3) == 0 ? Article() : null;
        int limit = _random.Next(1, 20);
        bool isNewestFirst = _random.Next(4) == 0;
        return async (store, isModel, stop) =>
        {
            await (isModel ? Task.CompletedTask : settle());
            List<ArticleEvent> events = await ((IEventLog)store).ReadEventsAsync(
                new EventQuery
                {
                    After = isNewestFirst ? default : isModel ? _modelHeard : _heard,
                    ArticleId = article,
                    Limit = limit,
                    NewestFirst = isNewestFirst,
                },
                stop).ToListAsync(stop);
            if (!isNewestFirst && article is null && events is [.., var last])
            {
                (_modelHeard, _heard) = isModel ? (last.Cursor, _heard) : (_modelHeard, last.Cursor);
            }

            return string.Join('\n', events.Select(
                happened => $"{happened} {happened.At:O} {happened.Host} {happened.MergedInto} {happened.Reason}"));
        };
    }

    private StoreOperation Subscribe()
    {
        var subscription = new Subscription { Url = Url(), AddedAt = _now, Title = $"Title {_random.Next(3)}" };
        bool isAdded = _random.Next(3) > 0;
        return async (store, _, stop) =>
        {
            var feeds = (ISubscriptionStore)store;
            bool isChanged = isAdded
                ? await feeds.AddSubscriptionAsync(subscription, stop)
                : await feeds.RemoveSubscriptionAsync(subscription.Url, stop);
            return $"{isChanged} {string.Join('\n', await feeds.ReadSubscriptionsAsync(stop).ToListAsync(stop))}";
        };
    }

    private StoreOperation Deliver()
    {
        string handler = $"handler {_random.Next(3)}";
        (DateTimeOffset now, TimeSpan lease) = (_now, TimeSpan.FromMinutes(_random.Next(1, 20)));
        int failures = _random.Next(3);
        bool isReleased = _random.Next(2) == 0;
        return async (store, _, stop) =>
        {
            var deliveries = (IEventDeliveryStore)store;
            EventDelivery? claimed = await deliveries.ClaimDeliveryAsync(handler, now, lease, stop);
            bool isSaved = claimed is not null && await deliveries.SaveDeliveryAsync(
                claimed with { Failures = failures, LeasedUntil = isReleased ? null : now + lease },
                deadLetter: null,
                stop);
            return $"{isSaved} " + string.Join('\n', await deliveries.ReadDeliveriesAsync(stop)
                .Select(delivery => $"{delivery with { Cursor = default }}").ToListAsync(stop));
        };
    }

    private static string Describe(ArticleVersion? version) => version is null
        ? "none"
        : $"{version} {version.Host} {version.ContentHash} {version.ExtractorVersion} {version.PageHash} "
            + string.Join(' ', version.Article.Paragraphs.Select(paragraph => paragraph.Text));

    private static string Describe(TrackedArticle? article) => article is null
        ? "none"
        : $"{article.Id} {article.Url} {article.FirstSeenAt:O} {article.Source} {article.MergedInto} "
            + $"[{string.Join(", ", article.Keys)}] [{string.Join(", ", article.FeedUrls)}]";
}

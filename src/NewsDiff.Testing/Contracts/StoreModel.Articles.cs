using NewsDiff.Tracking;

namespace NewsDiff.Testing.Contracts;

public sealed partial class StoreModel<TStore>
{
    private ArticleRegistration Registration() => new()
    {
        Keys = [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => $"key {_random.Next(30)}")],
        Url = Url(),
        SeenAt = _now,
        Source = _random.Next(2) == 0 ? $"source {_random.Next(3)}" : null,
        FeedUrl = _random.Next(2) == 0 ? Url() : null,
    };

    private StoreOperation RegisterAll()
    {
        ArticleRegistration[] registrations =
            [.. Enumerable.Range(0, _random.Next(5)).Select(_ => Registration())];
        return async (store, _, stop) => string.Join(
            '\n', (await ((IArticleCatalog)store).RegisterAllAsync(registrations, stop)).Select(Describe));
    }

    private StoreOperation Register()
    {
        ArticleRegistration registration = Registration();
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

    private StoreOperation HandOver()
    {
        string from = $"key {_random.Next(30)}";
        (Uri url, ArticleRegistration successor) = (Url(), Registration());
        return async (store, _, stop) =>
        {
            var catalog = (IMergingCatalog)store;
            string id = (await catalog.FindByKeyAsync(from, stop))?.Id ?? "missing";
            TrackedArticle? made = await catalog.HandOverAsync(id, url, successor, stop);
            return $"{Describe(made)} {Describe(await catalog.FindByIdAsync(id, stop))}";
        };
    }

    private StoreOperation ReadArticles()
    {
        var query = new ArticleQuery
        {
            Source = _random.Next(3) == 0 ? $"source {_random.Next(3)}" : null,
            FeedUrl = _random.Next(3) == 0 ? Url() : null,
            IncludesMerged = _random.Next(2) == 0,
            IdPrefix = _random.Next(4) == 0 ? ArticleRegistration.ComputeId($"key {_random.Next(30)}")[..1] : null,
            Limit = Perhaps(2, 0, 6),
        };
        return async (store, _, stop) => string.Join(
            '\n', await ((IArticleCatalog)store).ReadArticlesAsync(query, stop).Select(Describe).ToListAsync(stop));
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

    private static string Describe(TrackedArticle? article) => article is null
        ? "none"
        : $"{article.Id} {article.Url} {article.FirstSeenAt:O} {article.Source} {article.MergedInto} "
            + $"[{string.Join(", ", article.Keys)}] [{string.Join(", ", article.FeedUrls)}]";
}

using System.Collections.Immutable;
using NewsDiff.Tracking;
using Npgsql;

namespace NewsDiff.PostgreSql.Tests;

/// <summary>An address that is longer than an index entry may be is stored and found like others.</summary>
public sealed class PostgreSqlLongAddressTests(PostgreSqlCluster cluster)
{
    private static readonly Uri Long = AddressOf(1);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_feed_at_an_address_of_5000_characters_is_followed_visited_and_removed()
    {
        await using PostgreSqlVersionStore store = await OpenAsync();
        var feed = new Subscription { Url = Long, AddedAt = Drafts.Noon, Title = "First" };
        var visit = new Visit { Kind = VisitKind.Feed, Target = Long.AbsoluteUri, Url = Long, DueAt = Drafts.Noon };

        Assert.True(await store.AddSubscriptionAsync(feed, Token));
        Assert.False(await store.AddSubscriptionAsync(feed with { Title = "Second" }, Token));
        Assert.True(await store.AddSubscriptionAsync(feed with { Url = AddressOf(2) }, Token));
        Assert.True(await store.SaveVisitAsync(visit, Token));
        Assert.True(await store.SaveVisitAsync(visit with { Target = AddressOf(2).AbsoluteUri }, Token));

        Assert.Equal("Second", (await store.FindSubscriptionAsync(Long, Token))!.Title);
        Assert.Equal(Long.AbsoluteUri, (await store.FindVisitAsync(VisitKind.Feed, Long.AbsoluteUri, Token))!.Target);
        Assert.Equal(2, await store.ReadVisitsAsync(Token).CountAsync(Token));
        ImmutableArray<Visit> claimed = await ClaimAsync(store, target: null);
        Assert.Equal(
            new[] { Long.AbsoluteUri, AddressOf(2).AbsoluteUri }.Order(StringComparer.Ordinal),
            claimed.Select(claim => claim.Target));
        Assert.Equal(Long.AbsoluteUri, Assert.Single(await ClaimAsync(store, Long.AbsoluteUri)).Target);
        Assert.True(await store.RemoveSubscriptionAsync(Long, Token));
        Assert.Null(await store.FindSubscriptionAsync(Long, Token));
    }

    [Fact]
    public async Task An_article_at_an_address_of_5000_characters_is_registered_found_and_stored()
    {
        await using PostgreSqlVersionStore store = await OpenAsync();

        TrackedArticle article = await store.RegisterAsync(
            new ArticleRegistration
            {
                Keys = [Long.AbsoluteUri],
                Url = Long,
                SeenAt = Drafts.Noon,
                FeedUrl = AddressOf(2),
            },
            Token);
        await store.AppendAsync(Drafts.Of(article.Id, "one", url: Long.AbsoluteUri), Token);

        Assert.Equal(article.Id, (await store.FindByKeyAsync(Long.AbsoluteUri, Token))!.Id);
        Assert.Equal(Long, (await store.FindLatestAsync(article.Id, Token))!.Article.Url);
        var ofFeed = new ArticleQuery { FeedUrl = AddressOf(2) };
        Assert.Single(await store.ReadArticlesAsync(ofFeed, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Feeds_and_visits_of_an_earlier_release_are_found_under_their_addresses()
    {
        string database = await cluster.CreateDatabaseAsync();
        await FormerDatabase.CreateAsync(database, FormerDatabase.Version);

        // The former index took long addresses that repeat themselves, because it packs its entries.
        string repeating = $"https://news.example/{new string('a', 3000)}";
        await cluster.ExecuteAsync(
            $"""
             INSERT INTO newsdiff.subscription (url, added_at) VALUES ('{repeating}', now()), ('https://a.example/', now());
             INSERT INTO newsdiff.visit (kind, target, url, due_at, state, interval, failures, claim) VALUES
                 ('Feed', '{repeating}', '{repeating}', now(), 'Active', 1, 0, 3),
                 ('Feed', 'https://a.example/', 'https://a.example/', now(), 'Active', 1, 0, 4)
             """,
            new NpgsqlConnectionStringBuilder(database).Database!);

        await using PostgreSqlVersionStore store = await PostgreSqlVersionStore.OpenAsync(database, Token);

        foreach ((string url, int claim) in new[] { (repeating, 3), ("https://a.example/", 4) })
        {
            var feed = new Subscription { Url = new Uri(url), AddedAt = Drafts.Noon };
            Assert.False(await store.AddSubscriptionAsync(feed, Token));
            Visit visit = (await store.FindVisitAsync(VisitKind.Feed, url, Token))!;
            Assert.Equal((url, claim), (visit.Target, visit.Claim));
        }
    }

    /// <summary>An address that no index can pack.</summary>
    private static Uri AddressOf(int seed)
    {
        var random = new Random(seed);
        return new Uri($"https://news.example/{string.Concat(
            Enumerable.Range(0, 5000).Select(_ => "abcdefghijklmnopqrstuvwxyz0123456789"[random.Next(36)]))}");
    }

    private static ValueTask<ImmutableArray<Visit>> ClaimAsync(PostgreSqlVersionStore store, string? target) =>
        store.ClaimDueAsync(
            new VisitClaim
            {
                Now = Drafts.Noon.AddHours(1),
                Lease = TimeSpan.FromMinutes(1),
                Limit = 10,
                Kind = target is null ? null : VisitKind.Feed,
                Target = target,
            },
            Token);

    private Task<PostgreSqlVersionStore> OpenAsync() => cluster.OpenStoreAsync();
}

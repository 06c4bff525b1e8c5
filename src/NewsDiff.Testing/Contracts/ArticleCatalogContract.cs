using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IArticleCatalog"/> must do.</summary>
public abstract class ArticleCatalogContract : StoreContract<IArticleCatalog>
{
    [Fact]
    public async Task A_first_sighting_makes_an_article_named_after_its_first_key()
    {
        IArticleCatalog catalog = await OpenForTestAsync();

        TrackedArticle made = await catalog.RegisterAsync(
            Sighting(["k1", "k2"]) with { Source = "bbc", FeedUrl = new Uri("https://news.example/feed") }, Token);
        TrackedArticle? found = await catalog.FindByKeyAsync("k2", Token);

        Assert.NotNull(found);
        Assert.All([made, found], article =>
        {
            Assert.Equal(ArticleRegistration.ComputeId("k1"), article.Id);
            Assert.Equal(new Uri("https://news.example/k1"), article.Url);
            Assert.Equal((Noon, TimeSpan.Zero), (article.FirstSeenAt, article.FirstSeenAt.Offset));
            Assert.Equal("bbc", article.Source);
            Assert.Equal(["k1", "k2"], article.Keys);
            Assert.Equal([new Uri("https://news.example/feed")], article.FeedUrls);
        });
        Assert.Null(await catalog.FindByKeyAsync("k3", Token));
    }

    [Fact]
    public async Task A_later_sighting_adds_new_keys_and_feeds_and_changes_nothing_else()
    {
        IArticleCatalog catalog = await OpenForTestAsync();
        TrackedArticle first = await catalog.RegisterAsync(
            Sighting(["k2", "k1"]) with { FeedUrl = new Uri("https://news.example/b") }, Token);

        TrackedArticle later = await catalog.RegisterAsync(
            Sighting(["k0", "k1", "k0"]) with
            {
                FeedUrl = new Uri("https://news.example/a"),
                SeenAt = Noon.AddHours(-1),
                Source = "bbc",
            },
            Token);
        TrackedArticle last = await catalog.RegisterAsync(
            Sighting(["k0"]) with { FeedUrl = new Uri("https://news.example/a"), Source = "other" }, Token);

        Assert.Equal((first.Id, first.Url, first.FirstSeenAt), (last.Id, last.Url, last.FirstSeenAt));
        Assert.Equal(["k2", "k1", "k0"], last.Keys);
        Assert.Equal([new Uri("https://news.example/b"), new Uri("https://news.example/a")], last.FeedUrls);
        Assert.Equal((null, "bbc", "bbc"), (first.Source, later.Source, last.Source));
    }

    [Fact]
    public async Task Several_sightings_are_registered_in_order_and_each_as_if_alone()
    {
        IArticleCatalog catalog = await OpenForTestAsync();

        IReadOnlyList<TrackedArticle> articles = await catalog.RegisterAllAsync(
            [Sighting(["a", "b"]), Sighting(["c"]), Sighting(["b", "d"]) with { Source = "bbc" }], Token);

        Assert.Equal(
            ["a", "c", "a"], articles.Select(article => article.Keys[0]));
        Assert.Equal((null, "bbc"), (articles[0].Source, articles[2].Source));
        Assert.Equal(articles[0].Id, (await catalog.FindByKeyAsync("d", Token))!.Id);
        Assert.Empty(await catalog.RegisterAllAsync([], Token));
    }

    [Fact]
    public async Task Keys_of_two_articles_do_not_merge_them()
    {
        IArticleCatalog catalog = await OpenForTestAsync();
        TrackedArticle a = await catalog.RegisterAsync(Sighting(["a"]), Token);
        TrackedArticle b = await catalog.RegisterAsync(Sighting(["b"]), Token);

        TrackedArticle both = await catalog.RegisterAsync(Sighting(["new", "b", "a"]), Token);

        Assert.Equal(b.Id, both.Id);
        Assert.Equal(["b", "new"], both.Keys);
        Assert.Equal(a.Id, (await catalog.FindByKeyAsync("a", Token))!.Id);
        Assert.Equal(["a"], (await catalog.FindByKeyAsync("a", Token))!.Keys);
    }

    [Fact]
    public async Task Many_first_sightings_at_once_are_one_article()
    {
        IArticleCatalog catalog = await OpenForTestAsync();

        TrackedArticle[] articles = await AtOnceAsync(
            16, i => catalog.RegisterAsync(Sighting(["k", $"own {i}"]), Token).AsTask());

        Assert.All(articles, article => Assert.Equal(ArticleRegistration.ComputeId("k"), article.Id));
        TrackedArticle only = Assert.Single(await ListAsync(catalog.ReadArticlesAsync(new ArticleQuery(), Token)));
        Assert.Equal(17, only.Keys.Length);
    }

    [Fact]
    public async Task Sightings_at_once_that_share_any_key_are_one_article()
    {
        IArticleCatalog catalog = await OpenForTestAsync();

        string[] shared = ["x", "y"];
        TrackedArticle[] articles = await AtOnceAsync(
            16,
            i => catalog.RegisterAsync(
                Sighting([$"own {i}", .. i % 2 == 0 ? shared : shared.Reverse()]), Token).AsTask());

        Assert.Single(articles.Select(article => article.Id).Distinct());
        Assert.Single(await ListAsync(catalog.ReadArticlesAsync(new ArticleQuery(), Token)));
    }

    [Fact]
    public async Task Keys_of_any_length_and_text_are_told_apart_exactly()
    {
        IArticleCatalog catalog = await OpenForTestAsync();
        string longAddress = "https://news.example/" + new string('a', 10_000);
        string[] keys =
        [
            "https://news.example/A", "https://news.example/a", longAddress, longAddress + "b",
            "nul \0", "nul ", "half \uD83D", "caf\u00E9", "cafe\u0301",
        ];
        foreach (string key in keys)
        {
            await catalog.RegisterAsync(Sighting([key]), Token);
        }

        foreach (string key in keys)
        {
            Assert.Equal([key], (await catalog.FindByKeyAsync(key, Token))!.Keys);
        }

        Assert.Equal(keys.Length, await catalog.ReadArticlesAsync(new ArticleQuery(), Token).CountAsync(Token));
    }

    [Fact]
    public async Task Articles_are_read_by_first_sight_then_id_and_narrowed_by_every_condition()
    {
        IArticleCatalog catalog = await OpenForTestAsync();
        var feed = new Uri("https://news.example/feed");
        TrackedArticle late = await catalog.RegisterAsync(Sighting(["late"], hours: 2) with { Source = "s" }, Token);
        TrackedArticle x = await catalog.RegisterAsync(Sighting(["x"], hours: 1) with { FeedUrl = feed }, Token);
        TrackedArticle y = await catalog.RegisterAsync(
            Sighting(["y"], hours: 1) with { FeedUrl = feed, Source = "s" }, Token);
        TrackedArticle early = await catalog.RegisterAsync(Sighting(["early"]), Token);
        string[] tied = [.. new[] { x.Id, y.Id }.Order(StringComparer.Ordinal)];

        async Task ReadsAsync(ArticleQuery query, params string[] ids) =>
            Assert.Equal(ids, await IdsAsync(catalog, query));

        await ReadsAsync(new ArticleQuery(), [early.Id, .. tied, late.Id]);
        await ReadsAsync(new ArticleQuery { Limit = 2 }, early.Id, tied[0]);
        await ReadsAsync(new ArticleQuery { Source = "s" }, y.Id, late.Id);
        await ReadsAsync(new ArticleQuery { FeedUrl = feed }, tied);
        await ReadsAsync(new ArticleQuery { FeedUrl = feed, Source = "s" }, y.Id);
        await ReadsAsync(new ArticleQuery { IdPrefix = late.Id[..8] }, late.Id);
        await ReadsAsync(new ArticleQuery { IdPrefix = "" }, [early.Id, .. tied, late.Id]);
        await ReadsAsync(new ArticleQuery { IdPrefix = "%" });
    }

    [Fact]
    public async Task Many_articles_are_read_in_pages()
    {
        IArticleCatalog catalog = await OpenForTestAsync();
        for (int i = 0; i < 230; i++)
        {
            await catalog.RegisterAsync(Sighting([$"k{i}"], hours: i / 50), Token);
        }

        List<TrackedArticle> articles = await ListAsync(catalog.ReadArticlesAsync(new ArticleQuery(), Token));

        Assert.Equal(230, articles.Select(article => article.Id).Distinct().Count());
        Assert.Equal(
            articles.OrderBy(article => article.FirstSeenAt).ThenBy(article => article.Id, StringComparer.Ordinal),
            articles);
        Assert.Equal(
            articles.Take(150).Select(article => article.Id),
            await IdsAsync(catalog, new ArticleQuery { Limit = 150 }));
    }

    private static ArticleRegistration Sighting(string[] keys, int hours = 0) => new()
    {
        Keys = [.. keys],
        Url = new Uri("https://news.example/k1"),
        SeenAt = Noon.AddHours(hours),
    };

    private static async Task<string[]> IdsAsync(IArticleCatalog catalog, ArticleQuery query) =>
        [.. (await ListAsync(catalog.ReadArticlesAsync(query, Token))).Select(article => article.Id)];
}

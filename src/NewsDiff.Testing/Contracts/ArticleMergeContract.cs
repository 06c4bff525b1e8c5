using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.Testing.Contracts;

/// <summary>What every <see cref="IMergingCatalog"/> must do.</summary>
public abstract class ArticleMergeContract : StoreContract<IMergingCatalog>
{
    [Fact]
    public async Task The_keys_and_feeds_of_a_merged_article_lead_to_the_one_that_stands_for_it()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle stays = await RegisterAsync(catalog, "a", "b", "both");
        TrackedArticle goes = await RegisterAsync(catalog, "c", "d", "both");
        goes = await catalog.RegisterAsync(Sighting("c", "d", "own"), Token);

        Assert.True(await catalog.MergeAsync(goes.Id, stays.Id, Token));

        TrackedArticle found = (await catalog.FindByKeyAsync("c", Token))!;
        Assert.Equal(stays.Id, found.Id);
        Assert.Equal(["a", "b", "c", "d"], found.Keys);
        Assert.Equal(["both", "own"], found.FeedUrls.Select(url => url.AbsolutePath.Trim('/')));
        Assert.Equal((stays.Url, stays.FirstSeenAt), (found.Url, found.FirstSeenAt));
    }

    [Fact]
    public async Task An_article_is_found_by_its_whole_id_also_when_another_stands_for_it()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle stays = await RegisterAsync(catalog, "a");
        TrackedArticle goes = await RegisterAsync(catalog, "b");
        await catalog.MergeAsync(goes.Id, stays.Id, Token);

        Assert.Equal(["a", "b"], (await catalog.FindByIdAsync(stays.Id, Token))!.Keys);
        Assert.Equal(stays.Id, (await catalog.FindByIdAsync(goes.Id, Token))!.MergedInto);
        Assert.Null(await catalog.FindByIdAsync(stays.Id[..^1], Token));
        Assert.Null(await catalog.FindByIdAsync("", Token));
    }

    [Fact]
    public async Task A_later_sighting_under_a_merged_key_is_of_the_article_that_stands()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle stays = await RegisterAsync(catalog, "a");
        TrackedArticle goes = await RegisterAsync(catalog, "b");
        await catalog.MergeAsync(goes.Id, stays.Id, Token);

        TrackedArticle seen = await RegisterAsync(catalog, "b", "new");

        Assert.Equal(stays.Id, seen.Id);
        Assert.Equal(["a", "b", "new"], seen.Keys);
    }

    [Fact]
    public async Task A_merged_article_is_read_only_when_asked_for_and_names_the_one_that_stands()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle stays = await RegisterAsync(catalog, "a");
        TrackedArticle goes = await RegisterAsync(catalog, "b");
        await catalog.MergeAsync(goes.Id, stays.Id, Token);

        Assert.Equal(
            [stays.Id],
            (await ListAsync(catalog.ReadArticlesAsync(new ArticleQuery(), Token))).Select(article => article.Id));
        TrackedArticle merged = Assert.Single(
            await ListAsync(
                catalog.ReadArticlesAsync(new ArticleQuery { IdPrefix = goes.Id, IncludesMerged = true }, Token)));
        Assert.Equal((stays.Id, 0, 0), (merged.MergedInto, merged.Keys.Length, merged.FeedUrls.Length));
    }

    [Fact]
    public async Task What_was_merged_before_follows_into_the_next_merge()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle a = await RegisterAsync(catalog, "a");
        TrackedArticle b = await RegisterAsync(catalog, "b");
        TrackedArticle c = await RegisterAsync(catalog, "c");

        Assert.True(await catalog.MergeAsync(a.Id, b.Id, Token));
        Assert.True(await catalog.MergeAsync(b.Id, c.Id, Token));

        List<TrackedArticle> all = await ListAsync(
            catalog.ReadArticlesAsync(new ArticleQuery { IncludesMerged = true }, Token));
        Assert.Equal([c.Id, c.Id], all.Where(article => article.Id != c.Id).Select(article => article.MergedInto));
        Assert.Equal(c.Id, (await catalog.FindByKeyAsync("a", Token))!.Id);
    }

    [Fact]
    public async Task What_cannot_be_merged_is_left_as_it_is()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle a = await RegisterAsync(catalog, "a");
        TrackedArticle b = await RegisterAsync(catalog, "b");
        TrackedArticle c = await RegisterAsync(catalog, "c");
        await catalog.MergeAsync(a.Id, b.Id, Token);

        Assert.False(await catalog.MergeAsync(a.Id, c.Id, Token));
        Assert.False(await catalog.MergeAsync(c.Id, a.Id, Token));
        Assert.False(await catalog.MergeAsync(c.Id, c.Id, Token));
        Assert.False(await catalog.MergeAsync(c.Id, "nobody", Token));
        Assert.False(await catalog.MergeAsync("nobody", c.Id, Token));
        Assert.Equal(["c"], (await catalog.FindByKeyAsync("c", Token))!.Keys);
    }

    [Fact]
    public async Task Merges_that_cross_each_other_leave_one_article()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle a = await RegisterAsync(catalog, "a");
        TrackedArticle b = await RegisterAsync(catalog, "b");

        bool[] merged = await AtOnceAsync(
            16,
            async i => i % 2 == 0
                ? await catalog.MergeAsync(a.Id, b.Id, Token)
                : await catalog.MergeAsync(b.Id, a.Id, Token));

        Assert.Single(merged, isMerged => isMerged);
        TrackedArticle only = Assert.Single(await ListAsync(catalog.ReadArticlesAsync(new ArticleQuery(), Token)));
        Assert.Equal(["a", "b"], only.Keys.Order(StringComparer.Ordinal));
    }

    private static ValueTask<TrackedArticle> RegisterAsync(
        IMergingCatalog catalog,
        string key,
        string? second = null,
        string? feed = null) =>
        catalog.RegisterAsync(Sighting(key, second, feed), Token);

    private static ArticleRegistration Sighting(string key, string? second, string? feed) => new()
    {
        Keys = second is null ? [key] : [key, second],
        Url = new Uri($"https://news.example/{key}"),
        SeenAt = Noon,
        FeedUrl = feed is null ? null : new Uri($"https://news.example/{feed}"),
    };
}

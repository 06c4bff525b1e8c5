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

    [Fact]
    public async Task The_address_that_an_article_left_is_that_of_another_one()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle moved = await RegisterAsync(catalog, "address", "id", "feed");

        var url = new Uri("https://user:secret@news.example/new");
        TrackedArticle made = (await catalog.HandOverAsync(
            moved.Id, url, Sighting("other id", "address", "feed"), Token))!;

        Assert.Equal(ArticleRegistration.ComputeId("other id"), made.Id);
        Assert.Equal(["other id", "address"], made.Keys);
        Assert.Equal(["feed"], made.FeedUrls.Select(url => url.AbsolutePath.Trim('/')));
        Assert.Equal(made.Id, (await catalog.FindByKeyAsync("address", Token))!.Id);
        TrackedArticle found = (await catalog.FindByKeyAsync("id", Token))!;
        Assert.Equal((moved.Id, moved.FirstSeenAt), (found.Id, found.FirstSeenAt));
        Assert.Equal((new Uri("https://news.example/new"), "id"), (found.Url, Assert.Single(found.Keys)));
        Assert.Equal(moved.Id, (await RegisterAsync(catalog, "id", "new address")).Id);
    }

    [Fact]
    public async Task An_address_goes_to_a_known_article_too_and_two_can_change_places()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle a = await RegisterAsync(catalog, "address a", "id a");
        TrackedArticle b = await RegisterAsync(catalog, "address b", "id b");

        Assert.Equal(b.Id, (await catalog.HandOverAsync(a.Id, b.Url, Sighting("id b", "address a", null), Token))!.Id);
        Assert.Equal(a.Id, (await catalog.HandOverAsync(b.Id, a.Url, Sighting("id a", "address b", null), Token))!.Id);

        Assert.Equal(["id a", "address b"], (await catalog.FindByIdAsync(a.Id, Token))!.Keys);
        Assert.Equal(["id b", "address a"], (await catalog.FindByIdAsync(b.Id, Token))!.Keys);
        Assert.Equal(2, await catalog.ReadArticlesAsync(new ArticleQuery(), Token).CountAsync(Token));
    }

    [Fact]
    public async Task A_new_article_whose_first_key_was_anothers_gets_a_longer_id()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle moved = await RegisterAsync(catalog, "address", "id");

        TrackedArticle made =
            (await catalog.HandOverAsync(moved.Id, moved.Url, Sighting("address", null, null), Token))!;

        Assert.Equal((64, moved.Id), (made.Id.Length, made.Id[..16]));
        Assert.Equal(made.Id, (await RegisterAsync(catalog, "address")).Id);
        Assert.Equal(["id"], (await catalog.FindByIdAsync(moved.Id, Token))!.Keys);
    }

    [Fact]
    public async Task What_cannot_be_handed_over_is_left_as_it_is()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle a = await RegisterAsync(catalog, "a", "id a");
        TrackedArticle b = await RegisterAsync(catalog, "b", "id b");
        TrackedArticle gone = await RegisterAsync(catalog, "c", "id c");
        await catalog.MergeAsync(gone.Id, b.Id, Token);
        var url = new Uri("https://news.example/new");

        Assert.Null(await catalog.HandOverAsync("nobody", url, Sighting("new", "a", null), Token));
        Assert.Null(await catalog.HandOverAsync(gone.Id, url, Sighting("new", "c", null), Token));
        Assert.Null(await catalog.HandOverAsync(a.Id, url, Sighting("new", "b", null), Token));
        Assert.Null(await catalog.HandOverAsync(a.Id, url, Sighting("a", "id a", null), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => catalog.HandOverAsync(
            a.Id, new Uri("/relative", UriKind.Relative), Sighting("new", "a", null), Token).AsTask());

        Assert.Null(await catalog.FindByKeyAsync("new", Token));
        Assert.Equal(["a", "id a"], (await catalog.FindByIdAsync(a.Id, Token))!.Keys);
        Assert.Equal(a.Url, (await catalog.FindByIdAsync(a.Id, Token))!.Url);
        Assert.Equal(["b", "id b", "c", "id c"], (await catalog.FindByIdAsync(b.Id, Token))!.Keys);
    }

    [Fact]
    public async Task An_address_that_many_hand_over_at_once_goes_to_one_article()
    {
        IMergingCatalog catalog = await OpenForTestAsync();
        TrackedArticle moved = await RegisterAsync(catalog, "address", "id");

        TrackedArticle?[] made = await AtOnceAsync(
            16,
            i => catalog.HandOverAsync(
                moved.Id, new Uri($"https://news.example/{i}"), Sighting($"other {i}", "address", null), Token)
                .AsTask());

        TrackedArticle only = Assert.Single(made, article => article is not null)!;
        Assert.Equal(only.Id, (await catalog.FindByKeyAsync("address", Token))!.Id);
        Assert.Equal(2, await catalog.ReadArticlesAsync(new ArticleQuery(), Token).CountAsync(Token));
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

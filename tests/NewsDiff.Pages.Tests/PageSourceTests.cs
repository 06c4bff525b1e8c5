using NewsDiff.Events;
using NewsDiff.Pages.Loading;
using NewsDiff.Tracking;

namespace NewsDiff.Pages.Tests;

/// <summary>Pages and feeds as a host reads them from a store.</summary>
public sealed class PageSourceTests
{
    private readonly InMemoryVersionStore _store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private PageSource Source => new(_store, _store, _store) { EntriesPerPage = 2, EntriesPerFeed = 2 };

    [Fact]
    public async Task A_comparison_links_past_texts_that_were_taken_down()
    {
        string id = await AddAsync("one", "two", "three", "four");
        await _store.HideAsync(
            new VersionQuery { ArticleId = id, FromNumber = 2, ToNumber = 2 }, "Private.", "Ann", Drafts.Noon, Stop);

        var page = Assert.IsType<ComparisonPage>(await Source.LoadAsync(PageAddress.Comparison(id, 3, 4), Stop));
        var gone = Assert.IsType<NotFoundPage>(await Source.LoadAsync(PageAddress.Comparison(id, 2, 3), Stop));

        Assert.Equal([2], page.Erased);
        Assert.True(gone.IsTakenDown);
        Assert.Equal("Version 2 was taken down.", gone.Message);
    }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        string id = await AddAsync("one", "two");
        PageAddress[] missing =
        [
            PageAddress.Article("none"), PageAddress.Article(new string('a', 200)), PageAddress.Article("a\0"),
            PageAddress.Version(id, 3), PageAddress.Comparison(id, 1, 3), PageAddress.Comparison(id, 2, 2),
            PageAddress.Changes("x"), PageAddress.Articles(""),
        ];

        foreach (PageAddress address in missing)
        {
            Assert.Null(await Source.LoadAsync(address, Stop));
        }

        Assert.Null(await FeedAsync(PageAddress.AtomFeed("none")));
        Assert.Null(await FeedAsync(PageAddress.AtomFeed(before: "x")));
        await Assert.ThrowsAsync<ArgumentException>(() => Source.LoadAsync(PageAddress.StyleSheet, Stop));
        await Assert.ThrowsAsync<ArgumentException>(() => FeedAsync(PageAddress.Feeds));
    }

    [Fact]
    public async Task A_search_is_read_part_by_part_and_says_what_is_wrong_with_a_query()
    {
        for (int i = 0; i < 5; i++)
        {
            await AddAsync($"The ferry {i} is late.");
        }

        List<string> found = [];
        for (PageAddress? next = PageAddress.Search("ferry"); next is not null;)
        {
            var page = Assert.IsType<SearchPage>(await Source.LoadAsync(next, Stop));
            Assert.InRange(page.Hits.Length, 1, 2);
            Assert.Null(page.Trouble);
            found.AddRange(page.Hits.Select(hit => hit.Version.ArticleId));
            next = page.Older is { } older ? PageAddress.Search("ferry", older) : null;
        }

        Assert.Equal(5, found.Distinct().Count());
        Assert.Equal(5, found.Count);
        PageAddress[] mistaken = [PageAddress.Search("kind:none"), PageAddress.Search("ferry", "x")];
        foreach (PageAddress wrong in mistaken)
        {
            var page = Assert.IsType<SearchPage>(await Source.LoadAsync(wrong, Stop));
            Assert.NotEmpty(page.Trouble!);
        }
    }

    [Fact]
    public async Task A_feed_goes_on_in_parts_on_a_server_and_is_one_part_in_a_folder()
    {
        for (int i = 0; i < 3; i++)
        {
            await AddAsync("one", $"two {i}");
        }

        var site = new Uri("https://changes.example/");
        string served = (await Source.LoadFeedAsync(PageAddress.AtomFeed(), site, new ServerPageLinks(), "en", Stop))!;
        string written = (await Source.LoadFeedAsync(PageAddress.AtomFeed(), site, new FolderPageLinks(), "en", Stop))!;

        Assert.Contains("rel=\"next\"", served, StringComparison.Ordinal);
        Assert.DoesNotContain("rel=\"next\"", written, StringComparison.Ordinal);
        Assert.Contains("https://changes.example/articles/", written, StringComparison.Ordinal);
        Assert.Contains("diff-1-2.html", written, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_id_of_a_feed_is_made_from_the_database_if_it_is_known()
    {
        await AddAsync("one", "two");
        PageSource known = new(_store, _store, _store)
        {
            DatabaseId = new Guid("6b9f6e63-7e19-4a4c-9d38-0a3a86a1f0a1"),
        };
        var site = new Uri("https://changes.example/");

        string first = (await known.LoadFeedAsync(PageAddress.AtomFeed(), site, new ServerPageLinks(), "en", Stop))!;
        string moved = (await known.LoadFeedAsync(
            PageAddress.AtomFeed(), new Uri("https://moved.example/"), new ServerPageLinks(), "en", Stop))!;
        string unknown = (await Source.LoadFeedAsync(PageAddress.AtomFeed(), site, new ServerPageLinks(), "en", Stop))!;

        Assert.Equal(IdOf(first), IdOf(moved));
        Assert.StartsWith("urn:uuid:", IdOf(first), StringComparison.Ordinal);
        Assert.Equal("https://changes.example/changes.atom", IdOf(unknown));

        static string IdOf(string feed) => feed.Split("<id>")[1].Split("</id>")[0];
    }

    [Fact]
    public async Task A_list_of_articles_says_which_of_how_many_it_shows()
    {
        for (int i = 0; i < 5; i++)
        {
            await AddAsync($"one {i}");
        }

        Assert.Equal(["1–2 of 5", "3–4 of 5", "5–5 of 5"], await RangesAsync(Source));
        Assert.Equal(["1–5 of 5"], await RangesAsync(new PageSource(_store, _store, _store)));
    }

    [Fact]
    public async Task More_articles_than_are_counted_are_said_to_be_more()
    {
        for (int i = 0; i <= 1000; i++)
        {
            await AddAsync($"one {i}");
        }

        List<string> ranges = await RangesAsync(new PageSource(_store, _store, _store) { EntriesPerPage = 400 });

        Assert.Equal(["1–400 of more than 1,000", "401–800 of more than 1,000", "801–1,001 of 1,001"], ranges);
    }

    [Theory]
    [InlineData("1777831200000-n-0e1-0")]
    [InlineData("1777831200000-n-0e1-x")]
    [InlineData("1777831200000-n-0e1-2147483647")]
    [InlineData("1777831200000-n-0e1-2-3")]
    public async Task A_rank_that_was_made_up_is_no_place(string place) =>
        Assert.Null(await Source.LoadAsync(PageAddress.Articles(place), Stop));

    [Fact]
    public async Task A_list_of_articles_need_not_be_counted()
    {
        await AddAsync("one");

        ArticlesPage page = (await Source.LoadArticlesAsync(cancellationToken: Stop))!;

        Assert.Single(page.Entries);
        Assert.Equal((0, null), (page.Passed, page.Total));
        Assert.Null(await Source.LoadArticlesAsync("x", Stop));
        Assert.Equal(1, ((ArticlesPage)(await Source.LoadAsync(PageAddress.Articles(), Stop))!).Total);
    }

    [Fact]
    public async Task A_place_without_a_rank_is_read_without_a_range()
    {
        await AddAsync("one");
        string later = new NewsPlace(
            Drafts.Noon.AddDays(1), Version: null, new EventCursor { Sequence = 1_000_000 }).ToString();

        var page = Assert.IsType<ArticlesPage>(await Source.LoadAsync(PageAddress.Articles(later), Stop));

        Assert.Single(page.Entries);
        string html = new PageRenderer(new ServerPageLinks()).Render(page);
        Assert.DoesNotContain("<p class=\"tally\">", html, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_searched_for_is_text_on_the_page()
    {
        var page = new SearchPage { Query = "\"><script>alert(1)</script>", Trouble = "<b>no</b>" };

        string html = new PageRenderer(new ServerPageLinks()).Render(page);

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>no", html, StringComparison.Ordinal);
    }

    private static async Task<List<string>> RangesAsync(PageSource source)
    {
        List<string> ranges = [];
        for (PageAddress? next = PageAddress.Articles(); next is not null;)
        {
            var page = Assert.IsType<ArticlesPage>(await source.LoadAsync(next, Stop));
            string html = new PageRenderer(new ServerPageLinks()).Render(page);
            ranges.Add(html.Split("<p class=\"tally\">")[1].Split('<')[0]);
            next = page.Older is { } older ? PageAddress.Articles(older) : null;
        }

        return ranges;
    }

    private Task<string?> FeedAsync(PageAddress feed) =>
        Source.LoadFeedAsync(feed, site: null, new ServerPageLinks(), "en", Stop);

    private async Task<string> AddAsync(params string[] texts)
    {
        var url = new Uri($"https://news.example/{Guid.NewGuid():N}");
        TrackedArticle article = await _store.RegisterAsync(
            new ArticleRegistration { Keys = [url.AbsoluteUri], Url = url, SeenAt = Drafts.Noon }, Stop);
        for (int i = 0; i < texts.Length; i++)
        {
            await _store.AppendAsync(
                Drafts.Of(article.Id, texts[i], seenAt: Drafts.Noon.AddMinutes(i), url: url.AbsoluteUri), Stop);
        }

        return article.Id;
    }
}

using NewsDiff.Feeds;
using NewsDiff.Tests.Tracking;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>What feeds do with their entries, and what the tracker makes of it.</summary>
public sealed class FeedScenarioTests
{
    private const string News = "https://news.example/feed";
    private const string Harbour = "https://news.example/harbour";

    private readonly FeedWorld _world = new();

    [Fact]
    public async Task Entries_in_another_order_make_nothing_due_and_nothing_new()
    {
        await FollowAsync(Entries(5));
        await _world.PassAsync(48);
        int asked = Enumerable.Range(0, 5).Sum(n => _world.CountOf(Url(n)));
        _world.Announce(News, [.. Entries(5).Reverse()]);
        await _world.PassAsync(1);

        Assert.InRange(Enumerable.Range(0, 5).Sum(n => _world.CountOf(Url(n))) - asked, 0, 1);
        Assert.Equal(5, await _world.CountAsync());
    }

    [Fact]
    public async Task An_id_that_two_entries_have_joins_nothing()
    {
        await FollowAsync((Url(0), "same", "Story 0"), (Url(1), "same", "Story 1"));
        await _world.PassAsync(12);
        Assert.Equal(2, await _world.CountAsync());
        Assert.Equal(["Story 1"], await _world.TitlesAsync(Url(1)));
    }

    [Fact]
    public async Task An_entry_that_is_listed_twice_is_one_article()
    {
        await FollowAsync((Url(0), "a", "Story 0"), (Url(0), "b", "Story 0"));
        await _world.PassAsync(12);
        Assert.Equal(1, await _world.CountAsync());
    }

    [Fact]
    public async Task Ids_that_change_at_every_reading_make_one_article_with_few_keys()
    {
        await FollowAsync((Url(0), "r0", "Story 0"), (Url(1), "s0", "Story 1"));
        for (int reading = 1; reading < 40; reading++)
        {
            _world.Announce(News, (Url(0), $"r{reading}", "Story 0"), (Url(1), $"s{reading}", "Story 1"));
            await _world.PassAsync(1);
        }

        Assert.Equal(2, await _world.CountAsync());
        Assert.InRange((await _world.ArticleAsync(Url(0))).Keys.Length, 1, 8);
    }

    [Fact]
    public async Task Entries_that_vanish_and_return_are_the_same_articles()
    {
        await FollowAsync(Entries(3));
        _world.Announce(News, Array.Empty<FeedEntry>());
        await _world.PassAsync(30);
        _world.Publish(Url(1), "Story 1 again", Story.About(1));
        _world.Announce(News, Entries(3));
        await _world.PassAsync(30);

        Assert.Equal(3, await _world.CountAsync());
        Assert.Equal(["Story 1", "Story 1 again"], await _world.TitlesAsync(Url(1)));
    }

    [Theory]
    [InlineData(FetchStatus.NotFound)]
    [InlineData(FetchStatus.Gone)]
    public async Task An_article_that_had_vanished_returns_when_its_feed_lists_it_again(FetchStatus status)
    {
        await FollowAsync(Entries(3));
        _world.Lose(Url(1), status);
        _world.Announce(News, Entries(1));
        await _world.PassAsync(90);
        _world.Publish(Url(1), "Story 1", Story.About(1));
        _world.Announce(News, Entries(3));
        await _world.PassAsync(6);

        Visit visit = (await _world.Store.FindVisitAsync(
            VisitKind.Article, (await _world.ArticleAsync(Url(1))).Id, Newsroom.Stop))!;
        Assert.Equal(VisitState.Active, visit.State);
        Assert.NotNull(visit.DueAt);
    }

    [Fact]
    public async Task A_page_that_is_gone_is_not_asked_for_again_while_its_feed_goes_on_listing_it()
    {
        await FollowAsync(Entries(3));
        _world.Answer(Url(1), request => new FetchResult { Status = FetchStatus.Gone, Url = request.Url });
        await _world.PassAsync(90);
        int asked = _world.CountOf(Url(1));
        await _world.PassAsync(90);

        Assert.Equal(asked, _world.CountOf(Url(1)));
    }

    [Theory]
    [InlineData(1970)]
    [InlineData(2099)]
    public async Task Dates_of_other_ages_hide_no_edit(int year)
    {
        FeedEntry Dated(int n) => new()
        {
            Link = new Uri(Url(n)),
            Title = $"Story {n}",
            PublishedAt = ArticleDate.FromDateTimeOffset(new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero)),
        };
        await FollowAsync([Dated(0), Dated(1)]);
        _world.Publish(Url(1), "Story 1 again", Story.About(1));
        await _world.PassAsync(6, 0.25);

        Assert.Equal(["Story 1", "Story 1 again"], await _world.TitlesAsync(Url(1)));
    }

    [Fact]
    public async Task A_title_in_capitals_and_back_stores_nothing()
    {
        await FollowAsync(Entries(3));
        _world.Announce(News, [.. Entries(3).Select(entry => (entry.Link, entry.Id, entry.Title.ToUpperInvariant()))]);
        await _world.PassAsync(3);
        _world.Announce(News, Entries(3));
        await _world.PassAsync(3);

        Assert.Equal(["Story 1"], await _world.TitlesAsync(Url(1)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    public async Task Entries_dated_with_the_time_of_the_reading_make_pages_due_three_times_at_most(int entries)
    {
        FeedEntry[] Now() => [.. Enumerable.Range(0, entries).Select(n => new FeedEntry
        {
            Link = new Uri(Url(n)),
            Id = $"g{n}",
            Title = $"Story {n}",
            UpdatedAt = ArticleDate.FromDateTimeOffset(_world.Clock.Now),
        })];
        await FollowAsync(Entries(entries));
        await _world.PassAsync(24 * 14, 6);
        _world.Site.AnswerFeed(new Uri(News), () => new FeedResult
        {
            Status = FetchStatus.Fetched,
            Url = new Uri(News),
            Feed = new Feed { Entries = [.. Now()] },
        });
        int before = _world.CountOf(Url(0));
        await _world.PassAsync(24, 0.5);

        Assert.InRange(_world.CountOf(Url(0)) - before, 0, 5);
    }

    [Fact]
    public async Task A_date_that_stayed_the_same_counts_again()
    {
        int minute = 0;
        FeedEntry[] Dated() =>
        [
            new()
            {
                Link = new Uri(Url(0)),
                Title = "Story 0",
                UpdatedAt = ArticleDate.FromDateTimeOffset(DateTimeOffset.UnixEpoch.AddYears(56).AddMinutes(minute)),
            },
        ];
        await FollowAsync(Dated());
        await _world.PassAsync(24 * 14, 6);
        for (minute = 1; minute < 8; minute++)
        {
            _world.Announce(News, Dated());
            await _world.PassAsync(1);
        }

        await _world.PassAsync(24 * 14, 6);
        int before = _world.CountOf(Url(0));
        minute++;
        _world.Announce(News, Dated());
        await _world.PassAsync(1);
        Assert.Equal(before + 1, _world.CountOf(Url(0)));
    }

    [Theory]
    [InlineData("http://news.example/0", "https://news.example/0")]
    [InlineData("https://news.example/0", "http://news.example/0")]
    [InlineData("https://news.example/0", "https://news.example/0?utm_source=rss&utm_medium=feed")]
    [InlineData("https://news.example/0", "https://news.example/0#comments")]
    [InlineData("https://www.news.example/0", "https://news.example/0")]
    [InlineData("https://news.example/0", "https://m.news.example/0")]
    public async Task A_link_in_another_form_is_the_same_article(string first, string second)
    {
        _world.Publish(first, "Story 0", Story.About(0));
        await FollowAsync((first, "g0", "Story 0"));
        _world.Publish(second, "Story 0", Story.About(0));
        _world.Announce(News, (second, "g0", "Story 0"));
        await _world.PassAsync(30);

        Assert.Equal(1, await _world.CountAsync());
        Assert.Equal(["Story 0"], await _world.TitlesAsync(second));
    }

    [Fact]
    public async Task An_announced_page_that_is_published_later_is_first_seen_then()
    {
        _world.Announce(News, Entries(1));
        _world.Lose(Url(0));
        await _world.FollowAsync(News);
        await _world.PassAsync(30);
        _world.Publish(Url(0), "Story 0", Story.About(0));
        await _world.PassAsync(30);

        Assert.Equal(["Story 0"], await _world.TitlesAsync(Url(0)));
    }

    [Fact]
    public async Task A_feed_that_is_an_error_page_for_a_while_ends_nothing()
    {
        await FollowAsync(Entries(3));
        _world.Lose(News, FetchStatus.Failed);
        await _world.PassAsync(30);
        _world.Announce(News, [.. Entries(3), (Harbour, "h", "Harbour")]);
        _world.Publish(Harbour, "Harbour", Story.About(5));
        await _world.PassAsync(30);

        Assert.Equal(4, await _world.CountAsync());
        Assert.Equal(["Harbour"], await _world.TitlesAsync(Harbour));
    }

    [Fact]
    public async Task An_id_that_comes_again_for_another_story_makes_another_article()
    {
        await FollowAsync((Url(0), "1", "Story 0"));
        _world.Announce(News, (Url(1), "1", "A quite different headline about railways"));
        await _world.PassAsync(12);

        Assert.Equal(2, await _world.CountAsync());
        Assert.Equal(["Story 0"], await _world.TitlesAsync(Url(0)));
        Assert.Equal(Url(0), await _world.HomeAsync(Url(0)));
    }

    [Fact]
    public async Task A_story_and_its_print_view_with_one_id_are_one_article_when_the_page_says_so()
    {
        const string Print = "https://news.example/print/harbour";
        _world.Publish(Harbour, "Story 0", Story.About(0));
        _world.Answer(Print, _ =>
        {
            FetchResult page = Scripts.Says(new Uri(Print), "Story 0", Story.About(0));
            return page with { Article = page.Article! with { CanonicalUrl = new Uri(Harbour) } };
        });
        await FollowAsync((Harbour, "g", "Story 0"), (Print, "g", "Story 0"));
        await _world.PassAsync(6);

        Assert.Equal(1, await _world.CountAsync());
    }

    private static string Url(int n) => $"https://news.example/{n}";

    private static (string Link, string? Id, string Title)[] Entries(int count) =>
        [.. Enumerable.Range(0, count).Select(n => (Url(n), (string?)$"g{n}", $"Story {n}"))];

    private async Task FollowAsync(params (string Link, string? Id, string Title)[] entries)
    {
        _world.Announce(News, entries);
        await FollowAsync();
    }

    private async Task FollowAsync(FeedEntry[] entries)
    {
        _world.Announce(News, entries);
        await FollowAsync();
    }

    private async Task FollowAsync()
    {
        for (int n = 0; n < 8; n++)
        {
            _world.Publish(Url(n), $"Story {n}", Story.About(n));
        }

        await _world.FollowAsync(News);
        await _world.PassAsync();
    }
}

using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>Nobody can speak for the article of another site, while honest moves go on.</summary>
public sealed class HostileFeedTests
{
    private const string News = "https://news.example/feed";
    private const string Evil = "https://evil.example/feed";
    private const string Burner = "https://burner.example/news";
    private const string Harbour = "https://news.example/world/harbour";
    private const string Copy = "https://evil.example/copy";
    private const string Title = "The harbour reopens after the storm";

    private static readonly string[] Text = Story.About(0);
    private static readonly string[] Slander = [.. Text[..^1], "The pilot was drunk, and everybody in the town knew."];

    private readonly FeedWorld _world = new();

    [Theory]
    [InlineData(FetchStatus.NotFound)]
    [InlineData(FetchStatus.Failed)]
    [InlineData(FetchStatus.Fetched)]
    public async Task The_id_of_an_article_given_by_a_feed_of_another_site_moves_it_nowhere(FetchStatus status)
    {
        await ClaimAsync();
        if (status != FetchStatus.Fetched)
        {
            _world.Lose(Harbour, status);
        }

        await _world.PassAsync(8, 0.25);
        _world.Announce(Evil, (Copy, "x", Title));
        _world.Publish(Copy, Title, Slander);
        await _world.PassAsync(60);

        Assert.Equal(Harbour, await _world.HomeAsync(Harbour));
        Assert.NotEqual((await _world.ArticleAsync(Harbour)).Id, (await _world.ArticleAsync(Copy)).Id);
        Assert.Equal([Title], await _world.TitlesAsync(Harbour));
    }

    [Theory]
    [InlineData(Title)]
    [InlineData("Fishermen cheer")]
    public async Task A_feed_of_another_site_gives_no_address_to_another_story(string moved)
    {
        await ClaimAsync();
        string id = (await _world.ArticleAsync(Harbour)).Id;
        _world.Announce(Evil, (Harbour, "y", "Glacier retreats"), (Copy, "x", moved));
        _world.Publish(Copy, moved, Text);
        await _world.PassAsync(60);

        Assert.Equal(id, (await _world.ArticleAsync(Harbour)).Id);
        Assert.Equal(Harbour, await _world.HomeAsync(Harbour));
    }

    [Fact]
    public async Task A_feed_of_another_site_cannot_hide_a_story_behind_another_one_of_the_same_site()
    {
        const string Second = "https://news.example/world/second";
        await ClaimAsync();
        _world.Announce(Evil, (Second, "x", Title));
        _world.Publish(Second, Title, Story.About(3));
        await _world.PassAsync(3);
        _world.Announce(News, (Harbour, "h", Title), (Second, "s", Title));
        await _world.PassAsync(30);

        Assert.Equal(2, await _world.CountAsync());
        Assert.Equal([Title], await _world.TitlesAsync(Second));
        Assert.Equal(Second, await _world.HomeAsync(Second));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_copy_that_redirects_to_a_known_story_does_not_take_it_over(bool isPermanent)
    {
        await _world.FollowAsync(Evil);
        _world.Announce(Evil, (Copy, "x", Title));
        _world.Publish(Copy, "Something else", Story.About(4));
        await _world.PassAsync();
        await FollowNewsAsync();
        _world.Publish(Copy, Title, Text);
        await _world.PassAsync(60);
        _world.Redirect(Copy, Harbour, Title, Text, isPermanent);
        await _world.PassAsync(60);
        _world.Publish(Copy, Title, Slander);
        await _world.PassAsync(60);
        _world.Publish(Harbour, Title + " again", Text);
        await _world.PassAsync(60);

        Assert.Equal(Harbour, await _world.HomeAsync(Harbour));
        Assert.Equal([Title, Title + " again"], await _world.TitlesAsync(Harbour));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(true, 30)]
    [InlineData(false, 1)]
    [InlineData(false, 30)]
    public async Task A_redirect_that_was_read_before_the_story_was_known_does_not_capture_it(
        bool isPermanent, int hours)
    {
        await _world.FollowAsync(Evil);
        _world.Announce(Evil, (Copy, "x", Title));
        _world.Redirect(Copy, Harbour, Title, Text, isPermanent);
        await _world.PassAsync(hours);
        await FollowNewsAsync();
        await _world.PassAsync(3);
        _world.Publish(Copy, Title, Slander);
        await _world.PassAsync(60);
        _world.Publish(Harbour, Title + " again", Text);
        await _world.PassAsync(60);

        Assert.Equal(Harbour, await _world.HomeAsync(Harbour));
        Assert.Equal([Title, Title + " again"], await _world.TitlesAsync(Harbour));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_page_of_another_site_that_calls_a_story_canonical_takes_nothing(bool isFirst)
    {
        const string Twin = "https://news.evil/world/harbour";
        void PublishTwin(string[] text) => _world.Answer(Twin, _ =>
        {
            FetchResult page = NewsDiff.Tests.Tracking.Scripts.Says(new Uri(Twin), Title, text);
            return page with { Article = page.Article! with { CanonicalUrl = new Uri(Harbour) } };
        });

        PublishTwin(Text);
        if (!isFirst)
        {
            await FollowNewsAsync();
        }

        await _world.FollowAsync(Evil);
        _world.Announce(Evil, (Twin, "x", Title));
        await _world.PassAsync(3);
        if (isFirst)
        {
            await FollowNewsAsync();
        }

        await _world.PassAsync(30);
        _world.Lose(Harbour);
        PublishTwin(Slander);
        await _world.PassAsync(30);
        _world.Publish(Harbour, Title + " again", Text);
        await _world.PassAsync(60);

        Assert.Equal(Harbour, await _world.HomeAsync(Harbour));
        Assert.Equal(Title + " again", (await _world.TitlesAsync(Harbour))[^1]);
    }

    [Fact]
    public async Task New_dates_and_titles_in_a_feed_of_another_site_store_nothing()
    {
        await ClaimAsync();
        for (int hour = 0; hour < 12; hour++)
        {
            _world.Announce(Evil, (Harbour, "x", $"Lie {hour}"));
            await _world.PassAsync(1);
        }

        Assert.Equal([Title], await _world.TitlesAsync(Harbour));
    }

    [Fact]
    public async Task Addresses_that_a_site_does_not_tell_apart_do_not_keep_a_rewritten_story_from_being_stored()
    {
        await FollowNewsAsync();
        await _world.FollowAsync(Evil);
        string[] doubles = [.. Enumerable.Range(1, 3).Select(n => $"{Harbour}?x={n}")];
        _world.Announce(Evil, [.. doubles.Select(url => (url, (string?)null, Title))]);
        Array.ForEach(doubles, url => _world.Publish(url, Title, Text));
        await _world.PassAsync(6);
        Array.ForEach([Harbour, .. doubles], url => _world.Publish(url, "Glacier retreats", Story.About(4)));
        await _world.PassAsync(72);

        Assert.Equal([Title, "Glacier retreats"], await _world.TitlesAsync(Harbour));
    }

    [Theory]
    [InlineData(Title, true)]
    [InlineData("Fishermen cheer", true)]
    [InlineData(Title, false)]
    [InlineData("Fishermen cheer", false)]
    public async Task A_story_moves_on_its_site_when_a_feed_gives_its_id_another_address(string title, bool isOwnFeed)
    {
        string feed = isOwnFeed ? News : Burner;
        const string Moved = "https://news.example/sea/harbour-2";
        await FollowNewsAsync(feed);
        string id = (await _world.ArticleAsync(Harbour)).Id;
        _world.Announce(feed, (Moved, "h", title));
        _world.Publish(Moved, title, Text);
        await _world.PassAsync(6);
        _world.Lose(Harbour);
        await _world.PassAsync(60);
        _world.Publish(Moved, title, [.. Text, "The first ship arrived at noon, they said."]);
        await _world.PassAsync(60);

        Assert.Equal(id, (await _world.ArticleAsync(Moved)).Id);
        Assert.Equal(Moved, await _world.HomeAsync(Moved));
        Assert.Equal(1, await _world.CountAsync());
        Assert.InRange((await _world.TitlesAsync(Moved)).Count, 2, 3);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_story_that_moves_to_another_domain_keeps_its_history(bool isAnnounced)
    {
        const string Moved = "https://the-news.example.org/world/harbour";
        await FollowNewsAsync();
        await _world.PassAsync(30);
        string id = (await _world.ArticleAsync(Harbour)).Id;
        _world.Publish(Moved, Title, Text);
        _world.Redirect(Harbour, Moved, Title, Text);
        if (isAnnounced)
        {
            _world.Announce(News, (Moved, Moved, Title));
        }

        await _world.PassAsync(96);
        _world.Publish(Moved, Title + " again", Text);
        await _world.PassAsync(48);

        Assert.Equal(id, (await _world.ArticleAsync(Moved)).Id);
        Assert.Equal(Moved, await _world.HomeAsync(Moved));
        Assert.Equal([Title, Title + " again"], await _world.TitlesOfAsync(id));
        Assert.Equal(1, await _world.CountAsync());
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Links_that_count_readers_lead_to_one_article_at_its_own_address(bool isPermanent, bool isKnown)
    {
        const string Counted = "https://burner.example/r/1";
        if (isKnown)
        {
            await FollowNewsAsync();
        }

        await _world.FollowAsync(Burner);
        _world.Announce(Burner, (Counted, "h", Title));
        _world.Redirect(Counted, Harbour, Title, Text, isPermanent);
        await _world.PassAsync(3);
        if (!isKnown)
        {
            await FollowNewsAsync();
        }

        await _world.PassAsync(30);
        _world.Publish(Harbour, Title + " again", Text);
        _world.Redirect(Counted, Harbour, Title + " again", Text, isPermanent);
        await _world.PassAsync(30);

        Assert.Equal(1, await _world.CountAsync());
        Assert.Equal(Harbour, await _world.HomeAsync(Harbour));
        Assert.Equal([Title, Title + " again"], await _world.TitlesAsync(Harbour));
    }

    [Theory]
    [InlineData(News, true)]
    [InlineData(News, false)]
    [InlineData(Burner, true)]
    [InlineData(Burner, false)]
    public async Task A_story_that_is_retitled_while_another_takes_its_address_stays_itself(
        string feed, bool isMovedFirst)
    {
        const string Moved = "https://news.example/sea/harbour-2";
        const string Glacier = "Glacier retreats";
        await FollowNewsAsync(feed);
        string id = (await _world.ArticleAsync(Harbour)).Id;
        (string, string?, string)[] entries = [(Harbour, "g", Glacier), (Moved, "h", "Fishermen cheer")];
        _world.Announce(feed, isMovedFirst ? [.. entries.Reverse()] : entries);
        _world.Publish(Harbour, Glacier, Story.About(4));
        _world.Publish(Moved, "Fishermen cheer", Text);
        await _world.PassAsync(30, 0.5);

        TrackedArticle glacier = await _world.ArticleAsync(Harbour);
        Assert.NotEqual(id, glacier.Id);
        Assert.Equal(id, (await _world.ArticleAsync(Moved)).Id);
        Assert.Equal([Title, "Fishermen cheer"], await _world.TitlesOfAsync(id));
        Assert.Equal([Glacier], await _world.TitlesOfAsync(glacier.Id));
        Assert.Equal(Moved, await _world.HomeAsync(Moved));
    }

    private async Task FollowNewsAsync(string feed = News)
    {
        await _world.FollowAsync(feed);
        _world.Announce(feed, (Harbour, "h", Title));
        _world.Publish(Harbour, Title, Text);
        await _world.PassAsync();
    }

    /// <summary>Lets a feed of another site give the story an id of its own.</summary>
    private async Task ClaimAsync()
    {
        await FollowNewsAsync();
        await _world.FollowAsync(Evil);
        _world.Announce(Evil, (Harbour, "x", Title));
        await _world.PassAsync(2);
    }
}

using NewsDiff.Feeds;
using NewsDiff.Tests.Tracking;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>A session in links makes no articles; a parameter that tells articles apart does.</summary>
public sealed class SessionTests
{
    private const int Stories = 5;

    [Theory]
    [InlineData("/story{0}?sid={1}", false)]
    [InlineData("/story{0}?lang=en&token={0}{1}", false)]
    [InlineData("/(S(lit3py55t{1}))/story{0}", false)]
    [InlineData("/story{0};jsessionid={1}", false)]
    [InlineData("/story{0}?sid={1}", true)]
    public async Task A_feed_whose_links_have_a_new_session_at_every_reading_has_its_own_number_of_articles(
        string link, bool hasIds)
    {
        await using JudgedSite room = await JudgedSite.StartAsync();
        for (int story = 0; story < Stories; story++)
        {
            ScriptedAnswer page = ScriptedAnswer.Page(Story.Page($"Story {story}", Story.About(story)));
            for (int reading = 0; reading < 12; reading++)
            {
                room.Site.Script(new Uri(room.Site.BaseUrl, Link(link, story, reading)).AbsolutePath, page);
            }
        }

        await room.Store.AddSubscriptionAsync(
            new Subscription { Url = room.Site.Url("/feed"), AddedAt = room.Clock.Now }, JudgedSite.Stop);
        List<int> articles = [];
        for (int reading = 0; reading < 12; reading++)
        {
            string items = string.Concat(Enumerable.Range(0, Stories).Select(story =>
                $"<item><title>Story {story}</title><link>{room.Site.Url(Link(link, story, reading))}</link>"
                + (hasIds ? $"<guid isPermaLink='false'>g{story}</guid>" : "") + "</item>"));
            room.Site.Script("/feed", ScriptedAnswer.Feed(
                $"<rss version='2.0'><channel><title>News</title>{items}</channel></rss>"));
            await room.Tracker.CheckDueAsync(JudgedSite.Stop).CountAsync(JudgedSite.Stop);
            room.Clock.Advance(TimeSpan.FromHours(1));
            articles.Add(await CountAsync(room.Store));
        }

        Assert.Equal([Stories, Stories, Stories, Stories, Stories], articles[^5..]);
        Assert.All(
            await room.Store.ReadArticlesAsync(new ArticleQuery(), JudgedSite.Stop).ToListAsync(JudgedSite.Stop),
            article => Assert.InRange(article.Keys.Length, 1, 8));
    }

    [Fact]
    public async Task What_was_learned_is_kept_and_pages_that_are_not_modified_become_one_once_they_are_read_in_full()
    {
        var room = new Newsroom();
        await ReadAsync(room, readings: 16, reading => [.. Enumerable.Range(0, Stories).Select(n => (
            $"https://news.example/{n}?sid={reading}", $"Story {n}", Words(n)))]);
        Assert.Equal(Stories, await CountAsync(room.Store));
        Visit feed = (await room.Store.FindVisitAsync(VisitKind.Feed, Newsroom.Feed.AbsoluteUri, Newsroom.Stop))!;

        Assert.Contains("\"isProven\":true", feed.Memory, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Articles_that_differ_in_one_parameter_stay_apart_whatever_their_titles_and_texts(bool isOneText)
    {
        var room = new Newsroom();
        await ReadAsync(room, readings: 8, reading => [.. Enumerable.Range(reading * 4, 4).Select(id => (
            $"https://news.example/live?id={id}", "Live blog", Words(isOneText ? 0 : id)))]);

        Assert.Equal(32, await CountAsync(room.Store));
    }

    [Fact]
    public async Task Editions_of_the_same_pages_stay_apart()
    {
        var room = new Newsroom();
        await ReadAsync(room, readings: 8, reading => [.. Enumerable.Range(0, 4).Select(page => (
            $"https://news.example/briefing{page}?edition={reading}", $"Briefing {page}",
            Words((reading * 4) + page)))]);

        Assert.Equal(32, await CountAsync(room.Store));
    }

    [Fact]
    public async Task A_feed_cannot_make_articles_of_another_feed_one()
    {
        var room = new Newsroom();
        var evil = new Uri("https://evil.example/feed");
        await room.FollowAsync(evil);
        int reading = 250;
        room.Site.AnswerFeed(evil, () => Feed(evil, [.. Enumerable.Range(reading++ * 4, 4).Select(id => (
            $"https://news.example/{id % 4}?id={id}", $"Claim {id % 4}"))], hasIds: true));
        await ReadAsync(room, readings: 8, hour => [.. Enumerable.Range(0, 4).Select(page => (
            $"https://news.example/{page}?id={(hour * 4) + page}", $"Story {hour}", Words((hour * 4) + page)))]);

        Visit claims = (await room.Store.FindVisitAsync(VisitKind.Feed, evil.AbsoluteUri, Newsroom.Stop))!;
        Assert.Contains("\"isProven\":true", claims.Memory, StringComparison.Ordinal);
        var query = new ArticleQuery { FeedUrl = Newsroom.Feed };
        Assert.Equal(32, await room.Store.ReadArticlesAsync(query, Newsroom.Stop).CountAsync(Newsroom.Stop));
    }

    [Theory]
    [InlineData(1, 12)]
    [InlineData(2, 9)]
    public async Task A_feed_of_few_entries_needs_more_readings_to_learn_from(int entries, int most)
    {
        var room = new Newsroom();
        await ReadAsync(room, readings: 24, reading => [.. Enumerable.Range(0, entries).Select(n => (
            $"https://news.example/{n}?sid={reading}", $"Story {n}", Words(n)))]);

        Assert.InRange(await CountAsync(room.Store), entries, most);
    }

    [Theory]
    [InlineData("https://news.example/{1}?sid={0}&tok=a{0}")]
    [InlineData("https://news.example/{1}?lang=en&sid={0}&tok=a{0}")]
    [InlineData("https://news.example/page?id={1}&sid={0}&tok=a{0}")]
    public async Task Two_sessions_in_one_link_make_no_articles(string link)
    {
        var room = new Newsroom();
        await ReadAsync(room, readings: 16, reading => [.. Enumerable.Range(0, Stories).Select(n => (
            string.Format(null, link, reading, n), $"Story {n}", Words(n)))]);

        Assert.Equal(Stories, await CountAsync(room.Store));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Single_articles_that_differ_in_one_parameter_stay_apart(int entries)
    {
        var room = new Newsroom();
        await ReadAsync(room, readings: 24, reading => [.. Enumerable.Range(0, entries).Select(n => (
            $"https://news.example/live{n}?id={reading}", "Live blog", Words((reading * 2) + n)))]);

        Assert.Equal(24 * entries, await CountAsync(room.Store));
    }

    private static async Task ReadAsync(
        Newsroom room, int readings, Func<int, (string Url, string Title, string Text)[]> entriesOf)
    {
        await room.FollowAsync();
        for (int reading = 0; reading < readings; reading++)
        {
            (string Url, string Title, string Text)[] entries = entriesOf(reading);
            foreach ((string url, string title, string text) in entries)
            {
                room.Site.Publish(new Uri(url), title, text);
            }

            room.Site.AnswerFeed(
                Newsroom.Feed, () => Feed(Newsroom.Feed, [.. entries.Select(entry => (entry.Url, entry.Title))]));
            await room.Tracker.CheckDueAsync(Newsroom.Stop).CountAsync(Newsroom.Stop);
            room.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    private static FeedResult Feed(Uri feed, (string Url, string Title)[] entries, bool hasIds = false) => new()
    {
        Status = FetchStatus.Fetched,
        Url = feed,
        Feed = new Feed
        {
            Entries =
            [
                .. entries.Select((entry, index) => new FeedEntry
                {
                    Link = new Uri(entry.Url),
                    Title = entry.Title,
                    Id = hasIds ? $"id {index}" : null,
                }),
            ],
        },
    };

    private static string Words(int subject) =>
        string.Join(' ', Enumerable.Range(subject * 100, 60).Select(word => $"word{word}"));

    private static string Link(string form, int story, int reading) => form
        .Replace("{0}", $"{story}", StringComparison.Ordinal).Replace("{1}", $"r{reading}", StringComparison.Ordinal);

    private static ValueTask<int> CountAsync(InMemoryVersionStore store) =>
        store.ReadArticlesAsync(new ArticleQuery(), TestContext.Current.CancellationToken)
            .CountAsync(TestContext.Current.CancellationToken);
}

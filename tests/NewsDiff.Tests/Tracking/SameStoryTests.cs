using NewsDiff.Feeds;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

/// <summary>When an entry under a known id is still the article of that id, and which of two articles stands.</summary>
public sealed class SameStoryTests
{
    private const string Title = "Flood cuts off the whole town below the new dam";

    private static readonly Uri Next = new("https://news.example/next");
    private static readonly DateTimeOffset Published = new(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);

    private readonly Newsroom _room = new();

    [Theory]
    [InlineData(60, true)]
    [InlineData(-60, true)]
    [InlineData(61, false)]
    [InlineData(-61, false)]
    public async Task An_entry_with_another_title_is_the_known_article_when_the_minute_is_the_same(
        int secondsApart, bool isSame) =>
        Assert.Equal(isSame, await IsSameAsync("Ministers quarrel", Published.AddSeconds(secondsApart)));

    [Theory]
    [InlineData(24 * 60, true)]
    [InlineData(-24 * 60, true)]
    [InlineData((24 * 60) + 1, false)]
    [InlineData((-24 * 60) - 1, false)]
    public async Task An_entry_with_the_same_title_is_the_known_article_within_a_day(int minutesApart, bool isSame) =>
        Assert.Equal(isSame, await IsSameAsync(Title, Published.AddMinutes(minutesApart)));

    [Theory]
    [InlineData("Flood cuts off the whole town as rivers burst banks", true)]
    [InlineData("Flood cuts off the whole city as rivers burst banks", false)]
    public async Task Titles_are_nearly_the_same_when_they_share_three_fifths_of_their_words(
        string title, bool isSame) => Assert.Equal(isSame, await IsSameAsync(title, published: null));

    [Theory]
    [InlineData(DatePrecision.Day, true)]
    [InlineData(DatePrecision.Minute, false)]
    public async Task A_page_that_gives_only_the_day_is_known_by_its_title(DatePrecision precision, bool isSame) =>
        Assert.Equal(isSame, await IsSameAsync(Title, Published.AddDays(2), precision));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_articles_that_are_one_the_older_stands_whichever_page_tells(bool isToldByOlder)
    {
        Uri older = Newsroom.Story;
        Uri younger = new("https://news.example/story?edition=2");
        TrackedArticle first = await ReadAsync(older, canonical: null);
        _room.Clock.Advance(TimeSpan.FromHours(1));
        TrackedArticle second = await ReadAsync(younger, canonical: null);
        _room.Clock.Advance(TimeSpan.FromHours(1));
        Assert.NotEqual(first.Id, second.Id);

        await (isToldByOlder ? ReadAsync(older, younger) : ReadAsync(younger, older));

        TrackedArticle stands = await _room.Store.ReadArticlesAsync(new ArticleQuery(), Newsroom.Stop)
            .SingleAsync(Newsroom.Stop);
        Assert.Equal(first.Id, stands.Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_article_that_is_lost_is_looked_for_where_the_one_merged_into_it_is(bool isLost)
    {
        Uri younger = new("https://news.example/story?edition=2");
        TrackedArticle first = await ReadAsync(Newsroom.Story, canonical: null);
        _room.Clock.Advance(TimeSpan.FromHours(1));
        await ReadAsync(younger, canonical: null);
        if (isLost)
        {
            _room.Site.Answer(Newsroom.Story, FetchStatus.NotFound);
            await _room.CheckStoryAsync();
        }

        await ReadAsync(younger, Newsroom.Story);

        Visit? visit = await _room.Store.FindVisitAsync(VisitKind.Article, first.Id, Newsroom.Stop);
        Assert.Equal(isLost ? younger : Newsroom.Story, visit!.Url);
    }

    /// <summary>
    /// Whether an article whose id turns up at another address, with such a title and date, is taken for itself.
    /// </summary>
    private async Task<bool> IsSameAsync(
        string title, DateTimeOffset? published, DatePrecision precision = DatePrecision.Second)
    {
        FetchResult page = Scripts.Says(Newsroom.Story, Title, "The river rose for the third time this week.");
        _room.Site.Answer(
            Newsroom.Story,
            page with
            {
                Article = page.Article! with
                {
                    PublishedAt = new ArticleDate(Published.DateTime, precision, TimeSpan.Zero),
                },
            });
        await AnnounceAsync(Newsroom.Story, Title, published: null);
        await AnnounceAsync(Next, title, published);
        return await _room.Store.ReadArticlesAsync(new ArticleQuery(), Newsroom.Stop).CountAsync(Newsroom.Stop) == 1;
    }

    private async Task AnnounceAsync(Uri link, string title, DateTimeOffset? published)
    {
        var entry = new FeedEntry
        {
            Link = link,
            Id = "7",
            Title = title,
            PublishedAt = published is { } time ? ArticleDate.FromDateTimeOffset(time) : null,
        };
        _room.Site.AnswerFeed(Newsroom.Feed, () => new FeedResult
        {
            Status = FetchStatus.Fetched,
            Url = Newsroom.Feed,
            Feed = new Feed { Entries = [entry] },
        });
        await _room.CheckFeedAsync();
    }

    private async Task<TrackedArticle> ReadAsync(Uri url, Uri? canonical)
    {
        FetchResult page = Scripts.Says(url, "Flood", "The river rose for the third time this week.");
        _room.Site.Answer(url, page with { Article = page.Article! with { CanonicalUrl = canonical } });
        CheckOutcome outcome = await _room.Tracker.CheckArticleAsync(url, Newsroom.Stop);
        return await _room.Store.ReadArticlesAsync(new ArticleQuery(), Newsroom.Stop)
            .SingleAsync(article => article.Id == outcome.ArticleId, Newsroom.Stop);
    }
}

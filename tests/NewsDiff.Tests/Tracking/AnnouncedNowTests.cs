using NewsDiff.Feeds;

namespace NewsDiff.Tests.Tracking;

public sealed class AnnouncedNowTests
{
    /// <summary>More than one claim hands out, and due only since the feed was read.</summary>
    private const int Many = 100;

    [Fact]
    public async Task All_articles_that_a_feed_announces_are_visited_in_the_pass_that_read_it()
    {
        var room = new Newsroom();
        await room.FollowAsync();
        Uri[] urls = [.. Enumerable.Range(0, Many).Select(i => new Uri($"https://site{i}.example/{i}"))];
        foreach (Uri url in urls)
        {
            room.Site.Publish(url, url.AbsolutePath, "Text.");
        }

        room.Site.AnswerFeed(Newsroom.Feed, () =>
        {
            room.Clock.Advance(TimeSpan.FromMinutes(1));
            return new FeedResult
            {
                Status = FetchStatus.Fetched,
                Url = Newsroom.Feed,
                Feed = new Feed { Entries = [.. urls.Select(url => new FeedEntry { Link = url })] },
            };
        });
        List<CheckOutcome> outcomes = await room.Tracker.CheckDueAsync(Newsroom.Stop).ToListAsync(Newsroom.Stop);

        Assert.Equal(Many, outcomes.Count(outcome => outcome.Kind == CheckKind.FirstSeen));
    }
}

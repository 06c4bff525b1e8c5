using NewsDiff.Feeds;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

/// <summary>How long a feed, and its server, may ask to be left alone.</summary>
public sealed class FeedWaitTests
{
    private readonly Newsroom _room = new();

    [Theory]
    [InlineData(6, null, 6)]
    [InlineData(24, null, 24)]
    [InlineData(25, null, 24)]
    [InlineData(null, 6, 6)]
    [InlineData(null, 48, 48)]
    [InlineData(6, 3, 6)]
    [InlineData(3, 6, 6)]
    public async Task A_feed_is_heeded_up_to_a_day_and_its_server_beyond(
        int? updateHours, int? freshHours, int expectedHours)
    {
        Answer(FetchStatus.Fetched, updateHours, freshHours);

        Assert.Equal(TimeSpan.FromHours(expectedHours), await CheckAsync());
    }

    [Theory]
    [InlineData(null, 6)]
    [InlineData(3, 6)]
    [InlineData(9, 9)]
    public async Task What_a_feed_asked_for_still_stands_when_it_did_not_change(int? freshHours, int expectedHours)
    {
        Answer(FetchStatus.Fetched, updateHours: 6, freshHours: null);
        await CheckAsync();
        Answer(FetchStatus.NotModified, updateHours: null, freshHours);

        Assert.Equal(TimeSpan.FromHours(expectedHours), await CheckAsync());
    }

    [Fact]
    public async Task The_wait_after_a_failure_is_no_wish_of_the_feed()
    {
        Answer(FetchStatus.Fetched, updateHours: null, freshHours: null);
        await CheckAsync();
        Answer(FetchStatus.OnHold, updateHours: null, freshHours: null, retryHours: 12);
        Assert.Equal(TimeSpan.FromHours(12), await CheckAsync());
        Answer(FetchStatus.NotModified, updateHours: null, freshHours: null);

        Assert.InRange(await CheckAsync(), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1.1));
    }

    private void Answer(FetchStatus status, int? updateHours, int? freshHours, int? retryHours = null) =>
        _room.Site.AnswerFeed(Newsroom.Feed, () => new FeedResult
        {
            Status = status,
            Url = Newsroom.Feed,
            FreshFor = Hours(freshHours),
            RetryAfter = Hours(retryHours),
            Validators = new FetchValidators { ETag = "\"feed\"" },
            Feed = status == FetchStatus.Fetched ? new Feed { UpdateInterval = Hours(updateHours) } : null,
        });

    private static TimeSpan? Hours(int? hours) => hours is { } some ? TimeSpan.FromHours(some) : null;

    /// <summary>Reads the feed when it is due.</summary>
    /// <returns>How long it is then left alone.</returns>
    private async Task<TimeSpan> CheckAsync()
    {
        await _room.FollowAsync();
        if (await FindVisitAsync() is { } planned)
        {
            _room.Clock.Advance(planned.DueAt!.Value - _room.Clock.Now);
        }

        await _room.Tracker.CheckDueAsync(Newsroom.Stop).ToListAsync(Newsroom.Stop);
        return (await FindVisitAsync())!.DueAt!.Value - _room.Clock.Now;
    }

    private ValueTask<Visit?> FindVisitAsync() =>
        _room.Store.FindVisitAsync(VisitKind.Feed, Newsroom.Feed.AbsoluteUri, Newsroom.Stop);
}

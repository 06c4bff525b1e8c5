using System.Net;
using NewsDiff.Feeds;
using NewsDiff.Fetching;

namespace NewsDiff.Tests.Fetching;

/// <summary>What was received is read within the time limit too.</summary>
public sealed class FeedReadingTimeTests
{
    private const string Feed = "<rss><channel><item><title>One</title></item></channel></rss>";

    private static readonly FeedRequest Request = FeedRequest.For(new Uri("https://news.example/feed"));

    [Fact]
    public async Task A_feed_that_is_not_read_in_time_is_a_failure_and_no_exception()
    {
        var clock = new HastyClock();
        using var handler = new Answer(clock.Hurry);
        using var client = new HttpClient(handler);
        using var polite = new PoliteClient(client, Options, new SitePoliteness(), clock);
        using var fetcher = new HttpFeedFetcher(polite);

        FeedResult result = await fetcher.FetchAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal((FetchStatus.TimedOut, 200, null), (result.Status, result.HttpStatusCode, result.Validators));
        Assert.Equal("Reading the content took too long.", result.Reason);
    }

    [Fact]
    public async Task Whoever_stops_the_reading_gets_the_exception()
    {
        using var stop = new CancellationTokenSource();
        using var handler = new Answer(() => { });
        using var client = new HttpClient(handler);
        var clock = new HastyClock { Hurried = stop.Cancel };
        using var polite = new PoliteClient(client, Options, new SitePoliteness(), clock);
        using var fetcher = new HttpFeedFetcher(polite);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(Request, stop.Token));
    }

    private static HttpFetchOptions Options =>
        new() { RespectRobots = false, MinGap = TimeSpan.Zero, TotalTimeout = TimeSpan.FromSeconds(47) };

    private sealed class Answer(Action answered) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken)
        {
            answered();
            return Task.FromResult(
                new HttpResponseMessage(
                    HttpStatusCode.OK)
                { Content = new StringContent(Feed), RequestMessage = request });
        }
    }

    /// <summary>A clock on which the second limit of 47 seconds, that of reading, ends at once.</summary>
    private sealed class HastyClock : TimeProvider
    {
        private bool _isHasty;
        private int _limits;

        public Action? Hurried { get; init; }

        public void Hurry() => _isHasty = true;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            bool isSecond = dueTime == TimeSpan.FromSeconds(47) && ++_limits == 2;
            if (isSecond)
            {
                Hurried?.Invoke();
            }

            if (isSecond && _isHasty)
            {
                callback(state);
            }

            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}

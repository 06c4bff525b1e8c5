using NewsDiff.Feeds;

namespace NewsDiff.Hosting.Tests.Testing;

/// <summary>Scripted pages and feeds answer as sites do, and refuse what no site says.</summary>
public sealed class ScriptedFetcherTests
{
    private static readonly Uri Feed = new("https://news.example/feed");

    private readonly ScriptedFetcher _site = new();
    private readonly Article _ferry = SampleNews.Article();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_is_not_sent_again_until_it_is_published_again()
    {
        _site.Publish(_ferry);
        FetchResult first = await FetchAsync();
        FetchResult second = await FetchAsync(first.Validators);
        _site.Publish(_ferry with { Title = "Ferry sails again" });
        FetchResult third = await FetchAsync(second.Validators);

        Assert.Equal(
            [FetchStatus.Fetched, FetchStatus.NotModified, FetchStatus.Fetched],
            [first.Status, second.Status, third.Status]);
        Assert.Equal("Ferry sails again", third.Article!.Title);
        Assert.Equal(FetchStatus.Fetched, (await FetchAsync()).Status);
        Assert.Equal(
            [null, first.Validators, second.Validators, null], _site.Requests.Select(asked => asked.Validators));
    }

    [Fact]
    public async Task A_feed_lists_what_was_announced_last()
    {
        _site.Announce(Feed, _ferry);
        FeedResult first = await _site.FetchAsync(FeedRequest.For(Feed), Stop);
        FeedResult second =
            await _site.FetchAsync(new FeedRequest { Url = Feed, Validators = first.Validators }, Stop);
        _site.Announce(Feed);
        FeedResult third = await _site.FetchAsync(new FeedRequest { Url = Feed, Validators = first.Validators }, Stop);

        FeedEntry entry = Assert.Single(first.Feed!.Entries);
        Assert.Equal((_ferry.Url, _ferry.Title, _ferry.PublishedAt), (entry.Link, entry.Title, entry.PublishedAt));
        Assert.Equal((FetchStatus.NotModified, null), (second.Status, second.Feed));
        Assert.Empty(third.Feed!.Entries);
    }

    [Theory]
    [InlineData(FetchStatus.NotFound, 404)]
    [InlineData(FetchStatus.Gone, 410)]
    [InlineData(FetchStatus.Withheld, 451)]
    [InlineData(FetchStatus.OnHold, 429)]
    [InlineData(FetchStatus.TimedOut, null)]
    [InlineData(FetchStatus.Failed, null)]
    public async Task Pages_and_feeds_answer_with_the_status_of_the_script(FetchStatus status, int? code)
    {
        _site.Publish(_ferry).Announce(_ferry.Url, _ferry).Answer(_ferry.Url, status);

        RequestResult[] results = [await FetchAsync(), await _site.FetchAsync(FeedRequest.For(_ferry.Url), Stop)];

        Assert.All(results, result =>
        {
            Assert.Equal((status, code), (result.Status, result.HttpStatusCode));
            Assert.NotNull(result.Reason);
        });
    }

    [Fact]
    public async Task A_site_on_hold_asks_to_wait()
    {
        _site.Answer(_ferry.Url, FetchStatus.OnHold, TimeSpan.FromHours(2));

        Assert.Equal(TimeSpan.FromHours(2), (await FetchAsync()).RetryAfter);
    }

    [Fact]
    public async Task An_answer_that_takes_its_time_moves_the_clock()
    {
        DateTimeOffset before = _site.Clock.Now;
        _site.Publish(_ferry).Delay(_ferry.Url, TimeSpan.FromSeconds(40));

        await FetchAsync();
        Assert.Equal(before.AddSeconds(40), _site.Clock.Now);

        _site.Delay(_ferry.Url, TimeSpan.Zero);
        await FetchAsync();
        Assert.Equal(before.AddSeconds(40), _site.Clock.Now);
    }

    [Fact]
    public async Task A_page_is_not_a_feed_and_a_feed_is_not_a_page()
    {
        _site.Publish(_ferry).Announce(Feed, _ferry);

        string page = await FaultAsync(() => _site.FetchAsync(FetchRequest.For(Feed), Stop));
        string feed = await FaultAsync(() => _site.FetchAsync(FeedRequest.For(_ferry.Url), Stop));

        Assert.Equal(
            $"{Feed} was asked for as a page, but is scripted as something else. Scripted as a page: {_ferry.Url}.",
            page);
        Assert.Equal(
            $"{_ferry.Url} was asked for as a feed, but is scripted as something else. Scripted as a feed: {Feed}.",
            feed);
    }

    [Fact]
    public async Task What_no_server_answers_is_a_fault_of_the_script()
    {
        _site.Answer(_ferry.Url, FetchStatus.NotModified);
        Assert.Contains(
            "not conditional", await FaultAsync(() => _site.FetchAsync(FetchRequest.For(_ferry.Url), Stop)),
            StringComparison.Ordinal);
        Assert.Equal(FetchStatus.NotModified, (await FetchAsync(new FetchValidators { ETag = "\"x\"" })).Status);

        var empty = new FetchResult { Status = FetchStatus.Fetched, Url = _ferry.Url };
        FetchResult gone = empty with { Status = FetchStatus.Gone, Article = _ferry };
        foreach (FetchResult wrong in (FetchResult[])[empty, gone])
        {
            _site.Answer(_ferry.Url, (_, _) => Task.FromResult(wrong));
            Assert.Contains(
                "exactly Fetched has content",
                await FaultAsync(() => _site.FetchAsync(FetchRequest.For(_ferry.Url), Stop)),
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_script_that_cannot_be_meant_is_refused_at_once()
    {
        var relative = new Uri("/ferry", UriKind.Relative);

        Assert.Contains(
            "call Publish", Assert.Throws<ArgumentException>(() => _site.Answer(Feed, FetchStatus.Fetched)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "on hold",
            Assert.Throws<ArgumentException>(
                () => _site.Answer(Feed, FetchStatus.Gone, TimeSpan.FromHours(1))).Message,
            StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => _site.Publish(_ferry with { Url = relative }));
        Assert.Throws<ArgumentException>(() => _site.Announce(relative, _ferry));
        Assert.Throws<ArgumentException>(() => _site.Answer(relative, FetchStatus.Gone));
        Assert.Throws<ArgumentOutOfRangeException>(() => _site.Delay(Feed, TimeSpan.FromSeconds(-1)));
    }

    private static async Task<string> FaultAsync(Func<Task> fetch) =>
        (await Assert.ThrowsAnyAsync<InvalidOperationException>(fetch)).Message;

    private Task<FetchResult> FetchAsync(FetchValidators? validators = null) =>
        _site.FetchAsync(new FetchRequest { Url = _ferry.Url, Validators = validators }, Stop);
}

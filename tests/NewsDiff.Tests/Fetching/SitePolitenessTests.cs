using NewsDiff.Fetching;
using NewsDiff.Fetching.Sites;

namespace NewsDiff.Tests.Fetching;

public sealed class SitePolitenessTests : IDisposable
{
    /// <summary>A wait that never ends is a failure.</summary>
    private readonly CancellationTokenSource _limit =
        CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    private static readonly Uri Here = new("https://example.org/a");
    private static readonly TimeSpan Gap = TimeSpan.FromSeconds(2);

    private readonly ManualTimeProvider _clock = new();
    private readonly SitePoliteness _politeness;

    public SitePolitenessTests()
    {
        _politeness = new SitePoliteness(_clock);
        _limit.CancelAfter(TimeSpan.FromMinutes(2));
    }

    private CancellationToken Token => _limit.Token;

    public void Dispose() => _limit.Dispose();

    [Fact]
    public async Task A_second_request_waits_for_the_first_and_then_for_the_gap()
    {
        LaneTurn first = await _politeness.TakeTurnAsync(Here, Gap, default, Token);
        var there = new Uri("http://EXAMPLE.org/b");
        Task<LaneTurn> second = _politeness.TakeTurnAsync(there, Gap, default, Token).AsTask();
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.False(second.IsCompleted);

        await first.DisposeAsync();
        await _clock.WaitForTimersAsync(1, Token);
        _clock.Advance(Gap - TimeSpan.FromMilliseconds(1));
        Assert.False(second.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        await (await second.WaitAsync(Token)).DisposeAsync();
    }

    [Fact]
    public async Task Other_hosts_do_not_wait()
    {
        await using LaneTurn first = await _politeness.TakeTurnAsync(Here, Gap, default, Token);
        await using LaneTurn other = await _politeness.TakeTurnAsync(
            new Uri("https://example.com/"), Gap, default, Token);
        var port = new Uri("https://example.org:8443/");
        await using LaneTurn otherPort = await _politeness.TakeTurnAsync(port, Gap, default, Token);
    }

    [Fact]
    public async Task Nobody_waits_for_a_gap_that_has_passed()
    {
        await (await _politeness.TakeTurnAsync(Here, Gap, default, Token)).DisposeAsync();
        _clock.Advance(Gap);

        await (await _politeness.TakeTurnAsync(Here, Gap, default, Token)).DisposeAsync();
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_leaves_the_way_free()
    {
        using var impatience = new CancellationTokenSource();
        LaneTurn first = await _politeness.TakeTurnAsync(Here, Gap, default, Token);
        Task<LaneTurn> waiting = _politeness.TakeTurnAsync(Here, Gap, default, impatience.Token).AsTask();
        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting.WaitAsync(Token));

        await first.DisposeAsync();
        _clock.Advance(Gap);
        await (await _politeness.TakeTurnAsync(Here, Gap, default, Token)).DisposeAsync();
    }

    [Fact]
    public async Task A_host_that_asks_for_time_gets_it_for_all_its_pages()
    {
        await using FetchingSite web = await FetchingSite.StartAsync(politenessClock: _clock);
        web.Site.MapText("/b", FetchingSite.Story).Map("/a", context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "3600";
            return Task.CompletedTask;
        });
        await web.FetchAsync("/a").WaitAsync(Token);
        _clock.Advance(TimeSpan.FromMinutes(59));

        FetchResult early = await web.FetchAsync("/b").WaitAsync(Token);
        Assert.Equal(FetchStatus.OnHold, early.Status);
        Assert.Equal(TimeSpan.FromMinutes(1), early.RetryAfter);
        Assert.Empty(web.Site.RequestsFor("/b"));

        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(FetchStatus.Fetched, (await web.FetchAsync("/b")).Status);
    }

    [Fact]
    public async Task A_restart_forgets_no_hold()
    {
        _politeness.Remember(Here, _clock.Now - TimeSpan.FromSeconds(1));
        Task<LaneTurn> waiting = _politeness.TakeTurnAsync(Here, Gap, default, Token).AsTask();
        await _clock.WaitForTimersAsync(1, Token);
        Assert.False(waiting.IsCompleted);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await (await waiting.WaitAsync(Token)).GiveUpAsync();

        _politeness.Remember(Here, _clock.Now, heldUntil: _clock.Now + TimeSpan.FromMinutes(5));
        await using LaneTurn held = await _politeness.TakeTurnAsync(Here, Gap, default, Token);
        Assert.Equal(TimeSpan.FromMinutes(5), held.HeldFor);
    }

    [Theory]
    [InlineData(-7200, 0)]
    [InlineData(7200, 0)]
    [InlineData(-7200, 86400 * 8)]
    public async Task What_is_long_past_or_far_in_the_future_is_not_remembered(int askedSeconds, int heldSeconds)
    {
        _politeness.Remember(Here, _clock.Now.AddSeconds(askedSeconds), _clock.Now.AddSeconds(heldSeconds));

        await using LaneTurn turn = await _politeness.TakeTurnAsync(Here, Gap, default, Token);
        Assert.Null(turn.HeldFor);
    }

    [Fact]
    public async Task A_host_that_answers_again_is_held_no_longer_than_at_first()
    {
        await using FetchingSite web = await FetchingSite.StartAsync(politenessClock: _clock);
        web.Site.MapText("/a", FetchingSite.Story);
        List<double> holds = [];
        foreach (int code in (int[])[503, 503, 200, 503])
        {
            _ = code == 200 ? web.Site.MapText("/b", FetchingSite.Story) : web.Site.MapStatus("/b", code);
            await web.FetchAsync("/b").WaitAsync(Token);
            if (code != 200)
            {
                TimeSpan hold = (await web.FetchAsync("/a")).RetryAfter!.Value;
                holds.Add(hold.TotalMinutes);
                _clock.Advance(hold);
            }
        }

        Assert.InRange(holds[0], 15, 18);
        Assert.InRange(holds[1], 30, 36);
        Assert.InRange(holds[2], 15, 18);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(502)]
    public async Task A_server_that_fails_or_hangs_up_does_not_shorten_the_next_hold(int code)
    {
        await using FetchingSite web = await FetchingSite.StartAsync(politenessClock: _clock);
        List<double> holds = [];
        foreach (int answer in (int[])[503, code, 503])
        {
            web.Site.Map("/b", context =>
            {
                context.Response.StatusCode = answer;
                if (answer == 0)
                {
                    context.Abort();
                }

                return Task.CompletedTask;
            });
            await web.FetchAsync("/b").WaitAsync(Token);
            if (answer == 503)
            {
                TimeSpan hold = (await web.FetchAsync("/b")).RetryAfter!.Value;
                holds.Add(hold.TotalMinutes);
                _clock.Advance(hold);
            }
        }

        Assert.InRange(holds[0], 15, 18);
        Assert.InRange(holds[1], 30, 36);
    }

    [Theory]
    [InlineData(3599, true)]
    [InlineData(3601, false)]
    public async Task A_hold_is_kept_while_thousands_of_other_hosts_are_visited(int secondsLater, bool isHeld)
    {
        _politeness.Remember(Here, _clock.Now.AddHours(-2), heldUntil: _clock.Now.AddHours(1));
        _clock.Advance(TimeSpan.FromSeconds(secondsLater));
        await VisitOthersAsync(3000);

        await using LaneTurn turn = await _politeness.TakeTurnAsync(Here, Gap, default, Token);
        Assert.Equal(isHeld, turn.HeldFor is not null);
    }

    [Fact]
    public async Task The_gap_is_kept_while_thousands_of_other_hosts_are_visited()
    {
        await (await _politeness.TakeTurnAsync(Here, Gap, default, Token)).DisposeAsync();
        await VisitOthersAsync(3000);

        Task<LaneTurn> waiting = _politeness.TakeTurnAsync(Here, Gap, default, Token).AsTask();
        await _clock.WaitForTimersAsync(1, Token);
        Assert.False(waiting.IsCompleted);
        _clock.Advance(Gap);
        await (await waiting.WaitAsync(Token)).DisposeAsync();
    }

    [Fact]
    public async Task Many_fetches_of_one_host_go_one_at_a_time_with_the_gap_between_them()
    {
        await using FetchingSite web = await FetchingSite.StartAsync(
            options => options with { MinGap = Gap }, politenessClock: _clock);
        var times = new List<DateTimeOffset>();
        int inside = 0;
        foreach (string path in (string[])["/robots.txt", "/a", "/b", "/c"])
        {
            web.Site.Map(path, async context =>
            {
                Assert.Equal(1, Interlocked.Increment(ref inside));
                times.Add(_clock.Now);
                await Task.Yield();
                Interlocked.Decrement(ref inside);
                context.Response.StatusCode = 404;
            });
        }

        Task all = Task.WhenAll(web.FetchAsync("/a"), web.FetchAsync("/b"), web.FetchFeedAsync("/c"));
        while (!all.IsCompleted)
        {
            await Task.WhenAny(all, _clock.WaitForTimersAsync(1, Token));
            _clock.Advance(Gap);
        }

        await all.WaitAsync(Token);
        Assert.Equal(4, times.Count);
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= Gap));
    }

    private async Task VisitOthersAsync(int count)
    {
        for (int host = 0; host < count; host++)
        {
            var site = new Uri($"https://site{host}.example/");
            await (await _politeness.TakeTurnAsync(site, Gap, default, Token)).DisposeAsync();
        }
    }
}

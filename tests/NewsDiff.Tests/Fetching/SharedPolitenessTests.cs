using System.Diagnostics;
using NewsDiff.Fetching;
using NewsDiff.Fetching.Sites;
using NewsDiff.TestSupport;

namespace NewsDiff.Tests.Fetching;

/// <summary>Processes that share a store are polite as one; here each is a politeness of its own.</summary>
public sealed class SharedPolitenessTests : IAsyncDisposable
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(50);

    private readonly InMemoryVersionStore _store = new();
    private readonly List<IDisposable> _open = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync()
    {
        _open.ForEach(client => client.Dispose());
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Processes_ask_a_site_one_at_a_time_with_the_gap_between_them()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        List<(long Begin, long End)> requests = [];
        foreach (string path in Paths(12))
        {
            site.Map(path, async context =>
            {
                long begin = Stopwatch.GetTimestamp();
                await Task.Yield();
                lock (requests)
                {
                    requests.Add((begin, Stopwatch.GetTimestamp()));
                }
            });
        }

        PoliteClient[] processes = [.. Enumerable.Range(0, 3).Select(_ => Process(site))];
        await Task.WhenAll(Paths(12).Select(
            (path, i) => processes[i % 3].GetAsync(site.Url(path), cancellationToken: Token)));

        Assert.Equal(12, requests.Count);
        Assert.All(
            requests.Zip(requests.Skip(1)),
            pair => Assert.True(Stopwatch.GetElapsedTime(pair.First.End, pair.Second.Begin) >= Gap));
    }

    [Fact]
    public async Task A_robots_txt_that_one_process_read_holds_for_all()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/robots.txt", "User-agent: *\nDisallow: /private\nCrawl-delay: 3", "text/plain");

        PoliteResponse first = await Process(site).GetAsync(site.Url("/private"), cancellationToken: Token);
        PoliteResponse second = await Process(site).GetAsync(site.Url("/private"), cancellationToken: Token);

        Assert.Equal((FetchStatus.DisallowedByRobots, first.Reason), (second.Status, second.Reason));
        Assert.Equal(TimeSpan.FromSeconds(3), second.Hops[0].Robots!.CrawlDelay);
        Assert.Single(site.Requests);
    }

    [Fact]
    public async Task A_site_that_asks_one_process_for_a_pause_is_left_alone_by_all()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapStatus("/a", 429).MapText("/b", "b");

        Assert.Equal(
            FetchStatus.OnHold,
            (await Process(site).GetAsync(site.Url("/a"), cancellationToken: Token)).Status);
        PoliteResponse other = await Process(site).GetAsync(site.Url("/b"), cancellationToken: Token);

        Assert.Equal(FetchStatus.OnHold, other.Status);
        Assert.InRange(other.RetryAfter!.Value, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(20));
        Assert.Empty(site.RequestsFor("/b"));
    }

    [Fact]
    public async Task Trackers_with_stores_of_their_own_are_polite_together_in_one_process()
    {
        var politeness = new SitePoliteness();
        Uri here = new("https://news.example/");
        LaneTurn first = await politeness.Over(_store).TakeTurnAsync(here, TimeSpan.Zero, default, Token);
        Task<LaneTurn> second = politeness.Over(new InMemoryVersionStore())
            .TakeTurnAsync(here, TimeSpan.Zero, default, Token).AsTask();

        Assert.False(second.IsCompleted);
        await first.DisposeAsync();
        await (await second.WaitAsync(Patience.Limit, Token)).DisposeAsync();
    }

    [Fact]
    public async Task A_process_without_its_store_asks_nobody()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        var cut = new CutStore(_store) { IsCut = true };

        await Assert.ThrowsAsync<TimeoutException>(
            () => Process(site, cut).GetAsync(site.Url("/a"), cancellationToken: Token));

        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_process_that_is_cut_off_gives_its_request_up_when_its_lease_ends()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        var timers = new ManualTimeProvider();
        var cut = new CutStore(_store);
        var asked = new TaskCompletionSource();
        var aborted = new TaskCompletionSource();
        site.Map("/slow", async context =>
        {
            context.RequestAborted.Register(aborted.SetResult);
            asked.SetResult();
            await aborted.Task;
        });
        Task<PoliteResponse> fetch = Process(site, cut, timers, robots: false)
            .GetAsync(site.Url("/slow"), cancellationToken: Token);
        await asked.Task.WaitAsync(Patience.Limit, Token);

        cut.IsCut = true;
        timers.Advance(SiteLease.Length);

        await aborted.Task.WaitAsync(Patience.Limit, Token);
        Assert.Equal(FetchStatus.Failed, (await fetch.WaitAsync(Patience.Limit, Token)).Status);
    }

    [Fact]
    public async Task A_long_request_keeps_its_turn()
    {
        var timers = new ManualTimeProvider();
        var store = new InMemoryVersionStore(timers);
        var politeness = new SitePoliteness(timers) { Timers = timers };
        LaneTurn turn = await politeness.Over(store).TakeTurnAsync(
            new Uri("https://a.example/"), default, default, Token);
        for (int third = 0; third < 12; third++)
        {
            await timers.WaitForTimersAsync(2, Token);
            timers.Advance(SiteLease.Length / 3);
        }

        await timers.WaitForTimersAsync(2, Token);
        Assert.False(turn.Over.IsCancellationRequested);
        TimeSpan lease = SiteLease.Length;
        Assert.Equal(0, (await store.TakeTurnAsync("a.example", "b", lease, cancellationToken: Token)).Number);
        await turn.DisposeAsync();
        Assert.Equal(2, (await store.TakeTurnAsync("a.example", "b", lease, cancellationToken: Token)).Number);
    }

    private static IEnumerable<string> Paths(int count) => Enumerable.Range(0, count).Select(i => $"/{i}");

    private PoliteClient Process(
        LoopbackSite site, ISiteStore? store = null, TimeProvider? timers = null, bool robots = true)
    {
        var options = new HttpFetchOptions
        {
            AllowedPrivateHosts = [site.BaseUrl.Authority],
            MinGap = Gap,
            RespectRobots = robots,
        };
        var own = new SitePoliteness { Timers = timers ?? TimeProvider.System };
        var client = new PoliteClient(options, own.Over(store ?? _store));
        _open.Add(client);
        return client;
    }

    /// <summary>A store that cannot be reached while it is cut off.</summary>
    private sealed class CutStore(ISiteStore inner) : ISiteStore
    {
        public bool IsCut { get; set; }

        public ValueTask<SiteTurn> TakeTurnAsync(
            string site, string holder, TimeSpan lease, int? maxDaily = null, int? maxDailyOfAll = null,
            CancellationToken cancellationToken = default) =>
            Reached().TakeTurnAsync(site, holder, lease, maxDaily, maxDailyOfAll, cancellationToken);

        public ValueTask<bool> EndTurnAsync(
            SiteTurn turn, bool wasAsked, CancellationToken cancellationToken = default) =>
            Reached().EndTurnAsync(turn, wasAsked, cancellationToken);

        public ValueTask<string?> FindRobotsAsync(string origin, CancellationToken cancellationToken = default) =>
            Reached().FindRobotsAsync(origin, cancellationToken);

        public ValueTask SaveRobotsAsync(
            string origin, string answer, TimeSpan lifetime, CancellationToken cancellationToken = default) =>
            Reached().SaveRobotsAsync(origin, answer, lifetime, cancellationToken);

        private ISiteStore Reached() => IsCut ? throw new TimeoutException("The store cannot be reached.") : inner;
    }
}

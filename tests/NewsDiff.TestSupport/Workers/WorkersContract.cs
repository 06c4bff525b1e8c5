using System.Collections.Concurrent;
using System.Diagnostics;
using NewsDiff.Events;
using NewsDiff.Fetching;
using NewsDiff.Tracking;
using Xunit;

namespace NewsDiff.TestSupport.Workers;

/// <summary>What workers that share a store promise to the sites.</summary>
/// <remarks>Each has its own connection and its own clock.</remarks>
public abstract class WorkersContract : StoreContract<ITrackerStore>
{
    private const int Sites = 4;
    private const int Pages = 5;

    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(30);

    private readonly ConcurrentQueue<(string Site, string Path, long Begin, long End)> _requests = [];

    [Fact]
    public async Task Workers_are_polite_as_one_and_make_each_visit_once()
    {
        await using SiteGroup group = await StartAsync();
        ITrackerStore store = await OpenForTestAsync();
        await PlanAsync(store, group);

        await WorkAsync(group, [0, 0, 0]);

        AssertPolite();
        Assert.Equal(Sites * Pages, _requests.Count);
        Assert.Distinct(_requests.Select(request => request.Site + request.Path));
        await SettleAsync(store);
        Assert.Equal(Sites * Pages, (await ListAsync(store.ReadEventsAsync(new EventQuery(), Token))).Count);
    }

    [Fact]
    public async Task Clocks_that_are_half_an_hour_apart_change_nothing()
    {
        await using SiteGroup group = await StartAsync();
        ITrackerStore store = await OpenForTestAsync();
        await PlanAsync(store, group);
        DateTimeOffset start = TimeProvider.System.GetUtcNow();

        await WorkAsync(group, [16, -16]);
        await WorkAsync(group, [16, -16]);

        AssertPolite();
        Assert.Equal(Sites * Pages, _requests.Count);
        TimeSpan hour = TimeSpan.FromHours(1);
        Assert.All(
            await ListAsync(store.ReadVisitsAsync(Token)),
            visit => Assert.InRange(
                visit.DueAt!.Value, start + hour - TimeSpan.FromSeconds(2), start + (1.2 * hour)));
    }

    [Fact]
    public async Task What_a_worker_that_is_gone_had_claimed_is_made_when_its_lease_ends()
    {
        await using SiteGroup group = await StartAsync();
        ITrackerStore store = await OpenForTestAsync();
        await PlanAsync(store, group);
        TimeSpan lease = TimeSpan.FromSeconds(2);
        long claimedAt = Stopwatch.GetTimestamp();
        var gone = new VisitClaim
        {
            Now = TimeProvider.System.GetUtcNow(),
            Lease = lease,
            Limit = Pages,
            Worker = "gone",
            MaxSites = 1,
        };
        HashSet<Uri> lost = [.. (await store.ClaimDueAsync(gone, Token)).Select(visit => visit.Url)];

        while (_requests.Count < Sites * Pages)
        {
            await WorkAsync(group, [0, 0]);
        }

        AssertPolite();
        Assert.Equal(Pages, lost.Count);
        Assert.Equal(Sites * Pages, _requests.Count);
        Assert.All(
            _requests.Where(request => lost.Contains(new Uri(request.Site + request.Path))),
            request => Assert.True(Stopwatch.GetElapsedTime(claimedAt, request.Begin) >= lease));
    }

    [Fact]
    public async Task A_worker_that_finishes_ends_its_request_and_leaves_the_rest_to_others_at_once()
    {
        await using SiteGroup group = await StartAsync();
        ITrackerStore store = await OpenForTestAsync();
        await PlanAsync(store, group);
        string site = group.Sites[0].BaseUrl.Authority;
        using var finish = new CancellationTokenSource();
        List<CheckOutcome> made = [];

        await WithTrackerAsync(group, skew: 0, async tracker =>
        {
            await foreach (CheckOutcome outcome in tracker.CheckSiteAsync(site, finish.Token, Token))
            {
                made.Add(outcome);
                await finish.CancelAsync();
            }
        });
        List<CheckOutcome> rest = [];
        await WithTrackerAsync(group, skew: 0, async tracker =>
            rest = await tracker.CheckSiteAsync(site, cancellationToken: Token).ToListAsync(Token));

        Assert.InRange(made.Count, 1, Pages - 1);
        Assert.Equal(Pages, made.Count + rest.Count);
        Assert.Equal(Pages, _requests.Count);
        Assert.All(made.Concat(rest), outcome => Assert.Equal(CheckKind.FirstSeen, outcome.Kind));
        AssertPolite();
    }

    private void AssertPolite() => Assert.All(
        _requests.GroupBy(request => request.Site).SelectMany(site => site.OrderBy(request => request.Begin).Zip(
            site.OrderBy(request => request.Begin).Skip(1))),
        pair => Assert.True(Stopwatch.GetElapsedTime(pair.First.End, pair.Second.Begin) >= Gap));

    private async Task<SiteGroup> StartAsync()
    {
        var group = new SiteGroup(
            await Task.WhenAll(Enumerable.Range(0, Sites).Select(_ => LoopbackSite.StartAsync())));
        foreach (LoopbackSite site in group.Sites)
        {
            for (int page = 0; page < Pages; page++)
            {
                string path = $"/{page}";
                site.Map(path, async context =>
                {
                    long begin = Stopwatch.GetTimestamp();
                    context.Response.ContentType = "text/html; charset=utf-8";
                    await context.Response.Body.WriteAsync(FerryStory.Numbered(site.BaseUrl.Port + path), Token);
                    _requests.Enqueue(
                        (site.BaseUrl.AbsoluteUri.TrimEnd('/'), path, begin, Stopwatch.GetTimestamp()));
                });
            }
        }

        return group;
    }

    private static async Task PlanAsync(ITrackerStore store, SiteGroup group)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        foreach (Uri url in group.Sites.SelectMany(
            site => Enumerable.Range(0, Pages).Select(page => site.Url($"/{page}"))))
        {
            TrackedArticle article = await ((IArticleCatalog)store).RegisterAsync(
                new ArticleRegistration { Keys = [url.AbsoluteUri], Url = url, SeenAt = now }, Token);
            await store.SaveVisitAsync(
                new Visit { Kind = VisitKind.Article, Target = article.Id, Url = url, DueAt = now }, Token);
        }
    }

    /// <summary>Lets workers make passes at once until none finds anything.</summary>
    private Task WorkAsync(SiteGroup group, int[] skewMinutes) => Task.WhenAll(skewMinutes.Select(
        skew => WithTrackerAsync(group, skew, async tracker =>
        {
            while (await tracker.CheckDueAsync(Token).CountAsync(Token) > 0)
            {
            }
        })));

    private async Task WithTrackerAsync(SiteGroup group, int skew, Func<ArticleTracker, Task> work)
    {
        ITrackerStore store = await OpenForTestAsync();
        var options = new HttpFetchOptions
        {
            AllowedPrivateHosts = [.. group.Sites.Select(site => site.BaseUrl.Authority)],
            MinGap = Gap,
        };
        using var client = new PoliteClient(options, new SitePoliteness().Over((ISiteStore)store));
        using var articles = new HttpArticleFetcher(client);
        using var feeds = new HttpFeedFetcher(client);
        await work(new ArticleTracker(
            articles, feeds, store,
            new TrackerOptions
            {
                MaxConcurrency = 2,
                Lease = TimeSpan.FromMinutes(1),
                ArticlePolicy = new FixedRevisitPolicy(TimeSpan.FromHours(1)),
            },
            new WrongClock(TimeSpan.FromMinutes(skew))));
    }

    private sealed class WrongClock(TimeSpan skew) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + skew;
    }

    private sealed record SiteGroup(LoopbackSite[] Sites) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (LoopbackSite site in Sites)
            {
                await site.DisposeAsync();
            }
        }
    }
}

using NewsDiff.Fetching;
using NewsDiff.Identity;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

/// <summary>A tracker makes no more requests in a day than its options allow.</summary>
public sealed class BudgetTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Evening = new(2026, 5, 3, 22, 0, 0, TimeSpan.Zero);

    private readonly ManualTimeProvider _clock = new(Evening);
    private readonly InMemoryVersionStore _store;
    private readonly List<IDisposable> _open = [];
    private LoopbackSite? _site;

    public BudgetTests() => _store = new InMemoryVersionStore(_clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _open.ForEach(open => open.Dispose());
        await (_site?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_due_beyond_the_budget_waits_until_the_next_day_and_is_not_a_failure(bool isShared)
    {
        var options = new HttpFetchOptions { MaxDailyRequestsPerSite = 4 };
        ArticleTracker tracker = await FollowAsync(pages: 6, options, isShared);

        List<CheckOutcome> evening = await PassAsync(tracker);

        Assert.Equal(4, _site!.Requests.Count);
        CheckOutcome postponed = Assert.Single(evening, outcome => outcome.Kind == CheckKind.Postponed);
        Assert.Equal((FetchStatus.OverBudget, Evening.AddHours(2)), (postponed.Status, postponed.NextCheckAt));
        Assert.Equal(4, evening.Count(outcome => outcome.Kind == CheckKind.FirstSeen));
        List<Visit> waiting = await _store.ReadVisitsAsync(Stop).Where(visit => visit.LastVisitedAt is null)
            .ToListAsync(Stop);
        Assert.Equal(2, waiting.Count);
        Assert.All(waiting, visit => Assert.Equal((0, Evening), (visit.Failures, visit.DueAt)));

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.DoesNotContain(await PassAsync(tracker), outcome => outcome.Kind != CheckKind.Postponed);
        Assert.Equal(4, _site.Requests.Count);

        _clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains(await PassAsync(tracker), outcome => outcome.Kind == CheckKind.FirstSeen);
        Assert.InRange(_site.Requests.Count, 6, 8);
    }

    [Fact]
    public async Task Trackers_with_one_store_share_the_budget_for_all_sites()
    {
        var options = new HttpFetchOptions { MaxDailyRequests = 5 };
        ArticleTracker one = await FollowAsync(pages: 4, options, isShared: true);
        ArticleTracker two = Track(options, isShared: true);

        await PassAsync(one);
        for (int page = 4; page < 8; page++)
        {
            await SaveAsync(page);
        }

        await PassAsync(two);

        Assert.Equal(5, _site!.Requests.Count);
        DueBacklog backlog = await _store.CountDueAsync(Evening, Stop);
        Assert.Equal((5, 3), (backlog.RequestsToday, backlog.Articles));
    }

    [Fact]
    public async Task A_person_is_told_that_the_budget_is_spent()
    {
        var options = new HttpFetchOptions { MaxDailyRequestsPerSite = 1 };
        ArticleTracker tracker = await FollowAsync(pages: 1, options, isShared: true);
        await PassAsync(tracker);

        CheckOutcome outcome = await tracker.CheckArticleAsync(_site!.Url("/0"), Stop);

        Assert.Equal(CheckKind.Postponed, outcome.Kind);
        Assert.Equal("The requests to 127.0.0.1 for today are used up; none was sent.", outcome.Reason);
        Assert.Equal(1, outcome.Version?.Number);
    }

    private static Task<List<CheckOutcome>> PassAsync(ArticleTracker tracker) =>
        tracker.CheckDueAsync(Stop).ToListAsync(Stop).AsTask();

    private static string Page(int page) =>
        $"<html><head><title>Story {page}</title></head><body><article><h1>Story {page}</h1>"
        + string.Concat(Enumerable.Range(0, 4).Select(paragraph =>
            $"<p>{string.Join(' ', Enumerable.Range(0, 30).Select(word => $"p{page}x{paragraph}w{word}"))}.</p>"))
        + "</article></body></html>";

    private async Task<ArticleTracker> FollowAsync(int pages, HttpFetchOptions options, bool isShared)
    {
        _site = await LoopbackSite.StartAsync();
        for (int page = 0; page < pages; page++)
        {
            await SaveAsync(page);
        }

        return Track(options, isShared);
    }

    private async Task SaveAsync(int page)
    {
        _site!.MapText($"/{page}", Page(page));
        Uri url = _site.Url($"/{page}");
        TrackedArticle article = await _store.RegisterAsync(
            new ArticleRegistration { Keys = ArticleKeys.Compute(url), Url = url, SeenAt = Evening }, Stop);
        await _store.SaveVisitAsync(
            new Visit { Kind = VisitKind.Article, Target = article.Id, Url = url, DueAt = Evening }, Stop);
    }

    private ArticleTracker Track(HttpFetchOptions options, bool isShared)
    {
        options = options with
        {
            AllowedPrivateHosts = [_site!.BaseUrl.Authority],
            MinGap = TimeSpan.Zero,
            RespectRobots = false,
        };
        var politeness = new SitePoliteness(_clock);
        var client = new PoliteClient(options, isShared ? politeness.Over(_store) : politeness);
        var articles = new HttpArticleFetcher(client);
        var feeds = new HttpFeedFetcher(client);
        _open.AddRange([articles, feeds, client]);
        return new ArticleTracker(
            articles, feeds, _store, new TrackerOptions { Politeness = politeness, MaxConcurrency = 1 }, _clock);
    }
}

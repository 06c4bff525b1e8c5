using NewsDiff.Fetching;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>A scripted site, a tracker that follows it over HTTP, and a clock that a test moves.</summary>
internal sealed class JudgedSite : IAsyncDisposable
{
    private readonly PoliteClient _web;

    private JudgedSite(ScriptedSite site, bool isHeldByClock)
    {
        Site = site;
        var options = new HttpFetchOptions { AllowedPrivateHosts = [site.BaseUrl.Authority], MinGap = TimeSpan.Zero };
        _web = new PoliteClient(options, new SitePoliteness(isHeldByClock ? Clock : null));
        Tracker = CreateTracker();
    }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ScriptedSite Site { get; }

    public InMemoryVersionStore Store { get; } = new();

    public ManualTimeProvider Clock { get; } = new();

    public ArticleTracker Tracker { get; private set; }

    /// <summary>Starts an empty site.</summary>
    /// <param name="isHeldByClock">
    /// Whether a site's pause ends by the manual clock; a clock that jumps back would move its timers back too.
    /// </param>
    public static async Task<JudgedSite> StartAsync(bool isHeldByClock = false) =>
        new(await ScriptedSite.StartAsync(), isHeldByClock);

    /// <summary>Forgets all that is not in the store.</summary>
    public void Restart() => Tracker = CreateTracker();

    /// <summary>Checks an article as a person does.</summary>
    public Task<CheckOutcome> AskAsync(string path = "/story") => Tracker.CheckArticleAsync(Site.Url(path), Stop);

    /// <summary>Lets time pass until an article is due, and makes its visit.</summary>
    public async Task<CheckOutcome> VisitAsync(string path = "/story")
    {
        Visit visit = await FindVisitAsync(path);
        TimeSpan wait = (visit.DueAt ?? throw new InvalidOperationException("It is visited no more.")) - Clock.Now;
        Clock.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        return await Tracker.VisitAsync(visit, cancellationToken: Stop);
    }

    /// <summary>Makes so many visits, each when it is due.</summary>
    public async Task<List<CheckKind>> VisitAsync(int count, string path = "/story")
    {
        List<CheckKind> kinds = [];
        for (int visit = 0; visit < count; visit++)
        {
            kinds.Add((await VisitAsync(path)).Kind);
        }

        return kinds;
    }

    /// <summary>Makes a visit at a time of the test's choice, due or not.</summary>
    public async Task<CheckOutcome> VisitAfterAsync(TimeSpan wait, string path = "/story")
    {
        Clock.Advance(wait);
        return await Tracker.VisitAsync(await FindVisitAsync(path), cancellationToken: Stop);
    }

    public async Task<Visit> FindVisitAsync(string path = "/story")
    {
        string id = ArticleRegistration.ComputeId(NewsDiff.Identity.ArticleKeys.Compute(Site.Url(path))[0]);
        return (await Store.FindVisitAsync(VisitKind.Article, id, Stop))!;
    }

    public async Task<List<ArticleVersion>> VersionsAsync(string path = "/story")
    {
        var query = new VersionQuery { ArticleId = (await FindVisitAsync(path)).Target };
        return await Store.ReadVersionsAsync(query, Stop).ToListAsync(Stop);
    }

    public async ValueTask DisposeAsync()
    {
        _web.Dispose();
        await Site.DisposeAsync();
    }

    private ArticleTracker CreateTracker() =>
        new(new HttpArticleFetcher(_web), new HttpFeedFetcher(_web), Store, timeProvider: Clock);
}

using NewsDiff.Tracking;

namespace NewsDiff.Tests.Tracking;

/// <summary>A tracker over a scripted site, a store in memory and a clock moved by hand.</summary>
internal sealed class Newsroom
{
    public static readonly Uri Feed = new("https://news.example/feed");
    public static readonly Uri Story = new("https://news.example/story");
    public static readonly Uri Other = new("https://other.example/story");

    public Newsroom(TrackerOptions? options = null, IVersionStore? store = null)
    {
        Tracker = new ArticleTracker(Site, Site, store ?? Store, options, Clock);
        Site.Announce(Feed, Story);
    }

    public ScriptedFetcher Site { get; } = new();

    public InMemoryVersionStore Store { get; } = new();

    public ManualTimeProvider Clock => Site.Clock;

    public ArticleTracker Tracker { get; }

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Checks the feed and gives what was found for articles.</summary>
    public async Task<CheckOutcome[]> CheckFeedAsync(Uri? feed = null) =>
        [.. (await Tracker.CheckFeedAsync(feed ?? Feed, Stop).ToListAsync(Stop)).Where(
            outcome => outcome.ArticleId is not null)];

    /// <summary>Checks the story now, due or not.</summary>
    public Task<CheckOutcome> CheckStoryAsync() => Tracker.CheckArticleAsync(Story, Stop);

    /// <summary>Lets time pass until the story is due again, and checks what is due.</summary>
    public async Task<CheckOutcome> CheckStoryWhenDueAsync()
    {
        TrackedArticle story = (await Store.ReadArticlesAsync(new ArticleQuery(), Stop).ToListAsync(Stop)).Single(
            article => article.Url == Story);
        Visit? visit = await Store.FindVisitAsync(VisitKind.Article, story.Id, Stop);
        TimeSpan wait = visit!.DueAt!.Value - Clock.Now;
        Clock.Advance(wait > TimeSpan.Zero ? wait : TimeSpan.Zero);
        return await Tracker.CheckDueAsync(Stop).SingleAsync(outcome => outcome.ArticleId == story.Id, Stop);
    }

    public Task FollowAsync(Uri? feed = null) =>
        Store.AddSubscriptionAsync(new Subscription { Url = feed ?? Feed, AddedAt = Clock.Now }, Stop).AsTask();

    public Task<List<ArticleVersion>> VersionsAsync() =>
        Store.ReadVersionsAsync(new VersionQuery(), Stop).ToListAsync(Stop).AsTask();
}

using NewsDiff.Feeds;
using NewsDiff.Tests.Tracking;
using NewsDiff.Tracking;

namespace NewsDiff.Tests.Judgement;

/// <summary>Feeds and pages of several sites in memory, followed by one tracker, hour by hour.</summary>
internal sealed class FeedWorld
{
    private readonly Newsroom _room = new();
    private readonly Dictionary<string, int> _asked = [];

    public ScriptedFetcher Site => _room.Site;

    public ManualTimeProvider Clock => _room.Clock;

    public InMemoryVersionStore Store => _room.Store;

    /// <summary>Follows a feed from now on.</summary>
    public Task FollowAsync(string feed) => _room.FollowAsync(new Uri(feed));

    /// <summary>Sets the entries of a feed.</summary>
    public void Announce(string feed, params (string Link, string? Id, string Title)[] entries) => Announce(
        feed, [.. entries.Select(entry => new FeedEntry
        {
            Link = new Uri(entry.Link),
            Id = entry.Id,
            Title = entry.Title,
        })]);

    public void Announce(string feed, params FeedEntry[] entries) =>
        Site.Announce(new Uri(feed), new Feed { Title = "News", Entries = [.. entries] });

    /// <summary>Lets a page show a story.</summary>
    public void Publish(string url, string title, params string[] text)
    {
        Article article = Scripts.Says(new Uri(url), title, text).Article!;
        Answer(url, _ => Scripts.Says(new Uri(url), title, text) with { Article = article });
    }

    /// <summary>Lets a page be lost.</summary>
    public void Lose(string url, FetchStatus status = FetchStatus.NotFound) => Site.Answer(new Uri(url), status);

    /// <summary>Lets a page lead to another one, which shows a story.</summary>
    public void Redirect(string url, string to, string title, string[] text, bool isPermanent = true) => Answer(
        url, _ => Scripts.Says(new Uri(to), title, text) with { MovedTo = isPermanent ? new Uri(to) : null });

    public void Answer(string url, Func<FetchRequest, FetchResult> answer) => Site.Answer(
        new Uri(url), (request, _) =>
        {
            _asked[url] = CountOf(url) + 1;
            return Task.FromResult(answer(request));
        });

    /// <summary>How often a page was asked for.</summary>
    public int CountOf(string url) => _asked.GetValueOrDefault(url);

    /// <summary>Makes what is due, now and after each of some hours.</summary>
    public async Task PassAsync(double hours = 0, double step = 1)
    {
        await _room.Tracker.CheckDueAsync(Newsroom.Stop).CountAsync(Newsroom.Stop);
        for (double hour = step; hour <= hours; hour += step)
        {
            Clock.Advance(TimeSpan.FromHours(step));
            await _room.Tracker.CheckDueAsync(Newsroom.Stop).CountAsync(Newsroom.Stop);
        }
    }

    /// <summary>The article that has an address.</summary>
    public async Task<TrackedArticle> ArticleAsync(string url) => (await Store.FindByKeyAsync(
        NewsDiff.Identity.ArticleKeys.Compute(new Uri(url))[0], Newsroom.Stop))!;

    /// <summary>Where the article that has an address is visited.</summary>
    public async Task<string> HomeAsync(string url) => (await Store.FindVisitAsync(
        VisitKind.Article, (await ArticleAsync(url)).Id, Newsroom.Stop))!.Url.AbsoluteUri;

    /// <summary>The titles of the versions of the article that has an address.</summary>
    public async Task<List<string>> TitlesAsync(string url) => await TitlesOfAsync((await ArticleAsync(url)).Id);

    public async Task<List<string>> TitlesOfAsync(string id) => await Store
        .ReadVersionsAsync(new VersionQuery { ArticleId = id }, Newsroom.Stop)
        .Select(version => version.Article.Title).ToListAsync(Newsroom.Stop);

    public ValueTask<int> CountAsync() =>
        Store.ReadArticlesAsync(new ArticleQuery(), Newsroom.Stop).CountAsync(Newsroom.Stop);
}

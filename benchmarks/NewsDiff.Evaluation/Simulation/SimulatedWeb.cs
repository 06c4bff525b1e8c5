using NewsDiff.Evaluation.Schedule;
using NewsDiff.Feeds;

namespace NewsDiff.Evaluation.Simulation;

/// <summary>The sites of the simulated year: their pages as of now, and feeds of their latest articles.</summary>
internal sealed class SimulatedWeb(SimulatedClock clock, List<SimulatedArticle> articles)
    : IArticleFetcher, IFeedFetcher
{
    private const int EntriesOfFeed = 30;

    private readonly Dictionary<Uri, SimulatedArticle> _articles = articles.ToDictionary(article => article.Url);
    private readonly Dictionary<string, List<SimulatedArticle>> _bySite = articles
        .GroupBy(article => article.Url.Host)
        .ToDictionary(site => site.Key, site => site.OrderBy(article => article.PublishedAt).ToList());

    public ScheduleScore Score { get; } = new();

    public long FeedReads { get; private set; }

    public IEnumerable<Uri> Feeds => _bySite.Keys.Select(site => new Uri($"https://{site}/feed"));

    public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default)
    {
        SimulatedArticle article = _articles[request.Url];
        Score.AddVisit();
        for (; article.Seen < article.Edits.Count
            && article.PublishedAt + article.Edits[article.Seen].At <= clock.Now; article.Seen++)
        {
            Score.AddDelay(clock.Now - (article.PublishedAt + article.Edits[article.Seen].At));
        }

        return Task.FromResult(new FetchResult
        {
            Status = FetchStatus.Fetched,
            Url = request.Url,
            HttpStatusCode = 200,
            ExtractorVersion = 1,
            Article = article.Read(article.StateAt(clock.Now)),
        });
    }

    public Task<FeedResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken = default)
    {
        FeedReads++;
        List<SimulatedArticle> site = _bySite[request.Url.Host];
        int published = site.FindLastIndex(article => article.PublishedAt <= clock.Now) + 1;
        var feed = new Feed
        {
            Title = request.Url.Host,
            Entries =
            [
                .. site.Take(published).TakeLast(EntriesOfFeed).Reverse()
                    .Select(article => new FeedEntry { Link = article.Url, Title = article.Title }),
            ],
        };
        return Task.FromResult(new FeedResult { Status = FetchStatus.Fetched, Url = request.Url, Feed = feed });
    }
}

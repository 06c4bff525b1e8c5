using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using NewsDiff.Feeds;
using NewsDiff.Fetching;
using NewsDiff.Sqlite;
using NewsDiff.Testing;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Politeness;

/// <summary><c>politeness</c>: 10,000 pages of 1,000 hosts, asked for twice; then 20 restarts of a tracker.</summary>
internal static class PolitenessCommand
{
    private const int InFlight = 200;
    private const int Restarts = 20;
    private const int Feeds = 50;

    public static Command Create()
    {
        var hosts = new Option<int>("--hosts") { Description = "How many hosts.", DefaultValueFactory = _ => 1000 };
        var pages = new Option<int>(
            "--pages")
        { Description = "How many pages of each.", DefaultValueFactory = _ => 10 };
        var gap = new Option<int>("--gap") { Description = "The gap in milliseconds.", DefaultValueFactory = _ => 50 };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var command = new Command(
            "politeness", "Watches on the servers' side how politely they are asked.") { hosts, pages, gap, json };
        command.SetAction(parse => RunAsync(
            parse.GetValue(hosts), parse.GetValue(pages), TimeSpan.FromMilliseconds(parse.GetValue(gap)),
            parse.GetValue(json)));
        return command;
    }

    private static async Task RunAsync(int hosts, int pages, TimeSpan gap, bool isJson)
    {
        var tally = new Tally();
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        await using (CrowdSite crowd = await CrowdSite.OpenAsync(hosts, gap))
        {
            await AskTwiceAsync(crowd, hosts, pages, gap, tally, figures);
        }

        await RestartAsync(tally);
        tally.Print(figures, isJson);
    }

    private static async Task AskTwiceAsync(
        CrowdSite crowd, int hosts, int pages, TimeSpan gap, Tally tally, Dictionary<string, double> figures)
    {
        var options = new HttpFetchOptions { MinGap = gap };
        using HttpClient client = crowd.Network.CreateClient(options);
        using var polite = new PoliteClient(client, options, new SitePoliteness());
        using var fetcher = new HttpArticleFetcher(polite, new PageTaker());
        (int Host, int Page)[] order = [.. from host in Enumerable.Range(
            0, hosts) from page in Enumerable.Range(0, pages) select (host, page)];
        new Random(1).Shuffle(order);
        var validators = new ConcurrentDictionary<Uri, FetchValidators?>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = InFlight };

        long start = Stopwatch.GetTimestamp();
        for (int round = 0; round < 2; round++)
        {
            await Parallel.ForEachAsync(order, parallel, async (place, stop) =>
            {
                Uri url = CrowdSite.Url(place.Host, place.Page);
                FetchResult result = await fetcher.FetchAsync(
                    new FetchRequest { Url = url, Validators = validators.GetValueOrDefault(url) }, stop);
                validators[url] = result.Validators;
                FetchStatus expected = round == 0 ? FetchStatus.Fetched : FetchStatus.NotModified;
                lock (tally)
                {
                    tally.Count(
                        round == 0 ? "first polls" : "repeat polls answered by 304",
                        result.Status == expected,
                        $"{url}: {result.Status} {result.Reason}");
                }
            });
        }

        figures["pages a second"] = crowd.Pages / Stopwatch.GetElapsedTime(start).TotalSeconds;
        figures["two in flight at a host"] = crowd.Overlaps;
        figures["gaps under the minimum"] = crowd.ShortGaps;
        figures["shortest gap, ms"] = crowd.ShortestGap;
        tally.Count(
            "no violation",
            crowd.Overlaps + crowd.ShortGaps == 0,
            $"{crowd.Overlaps} overlaps, {crowd.ShortGaps} short gaps");
    }

    /// <summary>
    /// Restarts a tracker every three minutes of an hour, each time over the same database, and looks when feeds were
    /// read.
    /// </summary>
    private static async Task RestartAsync(Tally tally)
    {
        using var folder = new TemporaryFolder();
        string database = folder.File("news.db");
        var clock = new ManualTimeProvider();
        var site = new PolledFeeds(clock);
        for (int restart = 0; restart <= Restarts; restart++)
        {
            await using (SqliteVersionStore store = await SqliteVersionStore.OpenAsync(database))
            {
                for (int feed = 0; restart == 0 && feed < Feeds; feed++)
                {
                    await store.AddSubscriptionAsync(
                        new Subscription { Url = CrowdSite.Url(feed, 0), AddedAt = clock.Now });
                }

                site.Planned = await store.ReadVisitsAsync().ToDictionaryAsync(
                    visit => visit.Url, visit => visit.DueAt);
                var options = new TrackerOptions { Politeness = new SitePoliteness(clock) };
                var tracker = new ArticleTracker(new NoArticles(), site, store, options, clock);
                await tracker.CheckDueAsync().CountAsync();
            }

            clock.Advance(TimeSpan.FromMinutes(3));
        }

        foreach ((Uri url, DateTimeOffset at, bool wasEarly) in site.Polls)
        {
            tally.Count("polls over 20 restarts, not early", !wasEarly, $"{url} at {at:O}");
        }
    }

    private sealed class PolledFeeds(ManualTimeProvider clock) : IFeedFetcher
    {
        public Dictionary<Uri, DateTimeOffset?> Planned { get; set; } = [];

        public ConcurrentQueue<(Uri Url, DateTimeOffset At, bool WasEarly)> Polls { get; } = [];

        public Task<FeedResult> FetchAsync(FeedRequest request, CancellationToken cancellationToken = default)
        {
            Polls.Enqueue((request.Url, clock.Now, Planned.GetValueOrDefault(request.Url) > clock.Now));
            return Task.FromResult(
                new FeedResult { Status = FetchStatus.Fetched, Url = request.Url, Feed = new Feed { Title = "Feed" } });
        }
    }

    private sealed class NoArticles : IArticleFetcher
    {
        public Task<FetchResult> FetchAsync(FetchRequest request, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("The feeds announce nothing.");
    }
}

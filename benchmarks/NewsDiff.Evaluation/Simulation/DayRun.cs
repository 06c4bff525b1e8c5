using System.Diagnostics;
using System.Globalization;
using NewsDiff.Fetching;
using NewsDiff.Sqlite;
using NewsDiff.Testing;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Simulation;

/// <summary>A tracker reads a thousand feeds and their articles for a day, over real connections.</summary>
/// <remarks>
/// Fetchers, tracker and database are the library's. Only the clock is simulated: it moves when all of them wait, so
/// that gaps between requests are kept and take no time. Servers and tracker share the process, whose memory is told.
/// </remarks>
internal sealed class DayRun
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(0.25);
    private static readonly TimeSpan PassInterval = TimeSpan.FromMinutes(1);

    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero));
    private readonly Dictionary<CheckKind, long> _kinds = [];
    private int _unobserved;

    public required int Feeds { get; init; }

    public required int Entries { get; init; }

    public required int Hours { get; init; }

    public required int Concurrency { get; init; }

    public async Task<int> RunAsync(CancellationToken stop)
    {
        TaskScheduler.UnobservedTaskException += (_, fault) =>
        {
            Interlocked.Increment(ref _unobserved);
            Console.Error.WriteLine(fault.Exception);
        };
        using var folder = new TemporaryFolder();
        await using DaySites sites = await DaySites.StartAsync(_clock, Feeds, Entries);
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            folder.File("day.db"), cancellationToken: stop);
        var politeness = new SitePoliteness(_clock);
        using var client = new PoliteClient(
            new HttpFetchOptions { UserAgent = "day/1.0", AllowedPrivateHosts = [.. sites.Hosts] }, politeness);
        using var pages = new HttpArticleFetcher(client);
        using var feeds = new HttpFeedFetcher(client);
        var options = new TrackerOptions { MaxConcurrency = Concurrency, Politeness = politeness };
        var tracker = new ArticleTracker(pages, feeds, store, options, _clock);
        foreach (Uri feed in sites.Feeds)
        {
            await store.AddSubscriptionAsync(new Subscription { Url = feed, AddedAt = _clock.Now }, stop);
        }

        Console.WriteLine("| hour | checks | requests | 304 | managed MB | working set MB | seconds |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        long began = Stopwatch.GetTimestamp();
        DateTimeOffset begin = _clock.Now;
        for (int hour = 1; hour <= Hours; hour++)
        {
            while (_clock.Now < begin.AddHours(hour))
            {
                await PassAsync(tracker, sites, stop);
                _clock.Advance(PassInterval);
            }

            Tell(hour, sites, Stopwatch.GetElapsedTime(began));
        }

        return await ReportAsync(store, sites, stop);
    }

    /// <summary>Makes one pass, and lets the clock go on whenever nothing else does.</summary>
    private async Task PassAsync(ArticleTracker tracker, DaySites sites, CancellationToken stop)
    {
        Task pass = CheckAsync(tracker, stop);
        while (!pass.IsCompleted)
        {
            long requests = sites.Requests;
            await Task.WhenAny(pass, Task.Delay(1, stop));
            if (sites.IsIdle && sites.Requests == requests)
            {
                _clock.Advance(Step);
            }
        }

        await pass;
    }

    private async Task CheckAsync(ArticleTracker tracker, CancellationToken stop)
    {
        await foreach (CheckOutcome outcome in tracker.CheckDueAsync(stop))
        {
            _kinds[outcome.Kind] = _kinds.GetValueOrDefault(outcome.Kind) + 1;
        }
    }

    private void Tell(int hour, DaySites sites, TimeSpan time)
    {
        long managed = GC.GetTotalMemory(forceFullCollection: true) >> 20;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {hour} | {_kinds.Values.Sum()} | {sites.Requests} | {sites.NotModified} | {managed} "
            + $"| {Environment.WorkingSet >> 20} | {time.TotalSeconds:F0} |"));
    }

    private async Task<int> ReportAsync(SqliteVersionStore store, DaySites sites, CancellationToken stop)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        (int feeds, int articles, int failing) = (0, 0, 0);
        await foreach (Visit visit in store.ReadVisitsAsync(stop))
        {
            _ = visit.Kind == VisitKind.Feed ? feeds++ : articles++;
            failing += visit.Failures > 0 ? 1 : 0;
        }

        using var self = Process.GetCurrentProcess();
        string kinds = string.Join(", ", _kinds.OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Value}"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kinds}; {feeds} feeds and {articles} of {sites.CountPublished()} articles, {failing} failing; "
            + $"{_unobserved} exceptions not observed; greatest working set {self.PeakWorkingSet64 >> 20} MB, "
            + $"processor time {self.TotalProcessorTime.TotalSeconds:F0} s"));
        return _unobserved == 0 && failing == 0 ? 0 : 1;
    }
}

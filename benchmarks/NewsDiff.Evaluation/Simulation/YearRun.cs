using System.Diagnostics;
using System.Globalization;
using NewsDiff.Evaluation.Schedule;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Simulation;

/// <summary>A whole tracker follows articles for a year, minute by minute.</summary>
internal sealed class YearRun
{
    private static readonly DateTimeOffset Begin = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    public required DirectoryInfo Revisions { get; init; }

    public required int Articles { get; init; }

    public required int Days { get; init; }

    public required int Sites { get; init; }

    /// <summary>Whether a SQLite database in memory keeps everything; otherwise objects do.</summary>
    public required bool IsInSqlite { get; init; }

    public required bool LearnsFromSites { get; init; }

    public async Task<int> RunAsync(CancellationToken stop)
    {
        var clock = new SimulatedClock(Begin);
        List<SimulatedArticle> articles = Publish();
        var web = new SimulatedWeb(clock, articles);
        await using SqliteVersionStore? database = IsInSqlite
            ? await SqliteVersionStore.OpenAsync(":memory:", cancellationToken: stop)
            : null;
        ITrackerStore store = database is null ? new InMemoryVersionStore(clock) : database;
        var queue = new QueuedVisits();
        var options = new TrackerOptions
        {
            ArticlePolicy = LearnsFromSites
                ? AdaptiveRevisitPolicy.ForArticles
                : new WithoutSites(AdaptiveRevisitPolicy.ForArticles),
            Politeness = new(clock),
            Visits = IsInSqlite ? null : queue,
        };
        var tracker = new ArticleTracker(web, web, store, options, clock);
        foreach (Uri feed in web.Feeds)
        {
            var subscription = new Subscription { Url = feed, AddedAt = Begin };
            await ((ISubscriptionStore)store).AddSubscriptionAsync(subscription, stop);
        }

        long began = Stopwatch.GetTimestamp();
        var kinds = new Dictionary<CheckKind, long>();
        for (int day = 0; day < Days; day++)
        {
            for (; clock.Now < Begin.AddDays(day + 1); clock.Now = Later(clock.Now + Step, queue.NextDue))
            {
                await foreach (CheckOutcome outcome in tracker.CheckDueAsync(stop))
                {
                    kinds[outcome.Kind] = kinds.GetValueOrDefault(outcome.Kind) + 1;
                }
            }

            if (day % 30 == 29 || day == Days - 1)
            {
                Tell(day + 1, kinds, Stopwatch.GetElapsedTime(began));
            }
        }

        await ReportAsync(store, IsInSqlite ? store : queue, web, articles, clock.Now, stop);
        return 0;
    }

    private static void Tell(int day, Dictionary<CheckKind, long> kinds, TimeSpan time)
    {
        string counts = string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Value}"));
        long megabytes = GC.GetTotalMemory(forceFullCollection: true) >> 20;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"day {day}: {counts}; managed memory {megabytes} MB, {time.TotalSeconds:F0} s"));
    }

    /// <summary>The articles: real edit times, published one after another; each file's on sites of its own.</summary>
    private List<SimulatedArticle> Publish()
    {
        List<EditedArticle> real = [.. EditedArticle.ReadAll(Revisions)];
        string[] files = [.. real.Select(FileOf).Distinct()];
        TimeSpan pause = TimeSpan.FromDays(Days) / Articles;
        return
        [
            .. Enumerable.Range(0, Articles).Select(i =>
            {
                EditedArticle article = real[i % real.Count];
                int copy = i / real.Count;
                int site = (Array.IndexOf(files, FileOf(article)) + (copy * files.Length)) % Sites;
                return new SimulatedArticle(
                    new Uri($"https://site{site}.example/a{i}"), Begin + (pause * i), article.Edits);
            }),
        ];
    }

    private static DateTimeOffset Later(DateTimeOffset soon, DateTimeOffset? due) => due > soon ? due.Value : soon;

    private static string FileOf(EditedArticle article) => article.Name.Split(' ')[0];

    private static async Task ReportAsync(
        ITrackerStore store, IVisitStore planned, SimulatedWeb web, List<SimulatedArticle> articles, DateTimeOffset end,
        CancellationToken stop)
    {
        Dictionary<string, SimulatedArticle> byTitle = articles.ToDictionary(article => article.Title);
        Dictionary<string, HashSet<int>> states = [];
        (int versions, int duplicates, int wrong) = (0, 0, 0);
        Dictionary<string, ArticleVersion> latest = [];
        await foreach (ArticleVersion version in store.ReadVersionsAsync(new VersionQuery(), stop))
        {
            versions++;
            duplicates += latest.TryGetValue(version.ArticleId, out ArticleVersion? before)
                && before.Article.HasSameContentAs(version.Article) ? 1 : 0;
            latest[version.ArticleId] = version;
            int? state = byTitle[version.Article.Title].StateOf(version.Article);
            wrong += state is null || version.Article.Url.AbsolutePath
                != byTitle[version.Article.Title].Url.AbsolutePath ? 1 : 0;
            (states.TryGetValue(version.Article.Title, out HashSet<int>? known)
                ? known
                : states[version.Article.Title] = []).Add(state ?? 0);
        }

        foreach (SimulatedArticle article in articles)
        {
            List<ScheduledEdit> made = [.. article.Edits.Where(edit => article.PublishedAt + edit.At <= end)];
            web.Score.AddArticle(made, states.GetValueOrDefault(article.Title) ?? []);
        }

        List<Visit> visits = await planned.ReadVisitsAsync(stop).ToListAsync(stop);
        int stuck = visits.Count(visit => visit.State != VisitState.Retired
            && (visit.DueAt is null || visit.DueAt < end.AddMinutes(-5) || visit.Failures > 0));
        int faults = await ((IVersionCare)store).VerifyAsync(cancellationToken: stop).CountAsync(stop);
        Console.WriteLine(ScheduleScore.Heading);
        Console.WriteLine(web.Score.Line("year", "tracker"));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{articles.Count} articles, {latest.Count} found, {versions} versions, {duplicates} duplicates, "
            + $"{wrong} wrong, {stuck} stuck; {web.FeedReads} reads of feeds; "
            + $"{faults} faults in the database"));
    }
}

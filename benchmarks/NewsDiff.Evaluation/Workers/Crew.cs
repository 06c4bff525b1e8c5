using System.Diagnostics;
using System.Globalization;
using NewsDiff.Events;
using NewsDiff.PostgreSql;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Workers;

/// <summary>Worker processes over one database, and what that database holds.</summary>
internal sealed class Crew : IAsyncDisposable
{
    private readonly Dictionary<int, Process> _workers = [];
    private readonly ManySites _sites;
    private readonly WorkerPlan _plan;
    private readonly string _database;
    private readonly string _heard;

    private Crew(ManySites sites, WorkerPlan plan, string database, string heard) =>
        (_sites, _plan, _database, _heard) = (sites, plan, database, heard);

    /// <summary>The numbers of all workers that were killed.</summary>
    public HashSet<int> Killed { get; } = [];

    /// <summary>Fills a database with visits that are due now.</summary>
    public static async Task<Crew> CreateAsync(ManySites sites, WorkerPlan plan, string database, string heard)
    {
        var crew = new Crew(sites, plan, database, heard);
        await File.WriteAllTextAsync(heard, "");
        await crew.OpenAsync(async store =>
        {
            DateTimeOffset now = TimeProvider.System.GetUtcNow();
            await Parallel.ForEachAsync(Enumerable.Range(0, sites.Count * plan.Pages), async (i, stop) =>
            {
                Uri url = sites.PageOf(i % sites.Count, i / sites.Count);
                var seen = new ArticleRegistration { Keys = [url.AbsoluteUri], Url = url, SeenAt = now };
                TrackedArticle article = await ((IArticleCatalog)store).RegisterAsync(seen, stop);
                await ((IVisitStore)store).SaveVisitAsync(
                    new Visit { Kind = VisitKind.Article, Target = article.Id, Url = url, DueAt = now }, stop);
            });
            return true;
        });
        return crew;
    }

    /// <summary>Starts a worker.</summary>
    /// <param name="worker">Its number.</param>
    /// <param name="skewMinutes">How wrong its clock is.</param>
    /// <param name="database">Its way to the database, if it is another.</param>
    public void Start(int worker, double skewMinutes = 0, string? database = null)
    {
        string[] arguments =
        [
            WorkerHost.Name, "--database", database ?? _database, "--heard", _heard, "--worker", Text(worker),
            "--sites", Text(_sites.Count), "--port", Text(_sites.Port), "--gap", Text(_plan.Gap.TotalSeconds),
            "--lease", Text(_plan.Lease.TotalSeconds), "--interval", Text(_plan.Interval.TotalSeconds),
            $"--skew={Text(skewMinutes)}", .. _plan.IsCluster ? ["--orleans"] : Array.Empty<string>(),
        ];
        _workers.Add(worker, Process.Start(new ProcessStartInfo(Environment.ProcessPath!, arguments)
        {
            RedirectStandardOutput = true,
        })!);
    }

    /// <summary>Kills a worker without warning.</summary>
    public void Kill(int worker)
    {
        _workers[worker].Kill();
        Killed.Add(worker);
    }

    /// <summary>Asks a worker to stop, and waits until it has.</summary>
    public async Task StopAsync(int worker, CancellationToken stop)
    {
        using Process kill = Process.Start("kill", ["-TERM", Text(_workers[worker].Id)]);
        await _workers[worker].WaitForExitAsync(stop);
    }

    /// <summary>Waits until every worker has asked for a page.</summary>
    public async Task WaitForAllAsync(CancellationToken stop)
    {
        while (_workers.Keys.Except(_sites.Requests.Select(request => request.Worker)).Any())
        {
            await Task.Delay(100, stop);
        }
    }

    /// <summary>How many visits are due and not made.</summary>
    public Task<int> CountDueAsync() => OpenAsync(async store =>
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        return await ((IVisitStore)store).ReadVisitsAsync().CountAsync(visit => visit.DueAt <= now);
    });

    /// <summary>Waits until every event was handled, or until none is for half a minute.</summary>
    /// <returns>The events, and how many of them no handler heard of.</returns>
    public async Task<(int Events, int Lost)> WaitForEventsAsync(CancellationToken stop)
    {
        (int Events, int Lost) found = default;
        for (int quiet = 0; quiet < 30; quiet++)
        {
            List<Guid> events = await OpenAsync(async store =>
                await ((IEventLog)store).ReadEventsAsync(new EventQuery(), stop)
                    .Select(happened => happened.Id).ToListAsync(stop));
            Guid[] handled = [.. (await File.ReadAllLinesAsync(_heard, stop)).Select(Guid.Parse)];
            int lost = events.Except(handled).Count();
            quiet = lost == found.Lost ? quiet : 0;
            found = (events.Count, lost);
            if (lost == 0)
            {
                break;
            }

            await Task.Delay(1000, stop);
        }

        return found;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (Process worker in _workers.Values)
        {
            worker.Kill();
            await worker.WaitForExitAsync();
            worker.Dispose();
        }
    }

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private async Task<T> OpenAsync<T>(Func<IVersionStore, Task<T>> work)
    {
        if (_database.Contains('=', StringComparison.Ordinal))
        {
            await using PostgreSqlVersionStore server = await PostgreSqlVersionStore.OpenAsync(_database);
            return await work(server);
        }

        await using SqliteVersionStore file = await SqliteVersionStore.OpenAsync(_database);
        return await work(file);
    }
}

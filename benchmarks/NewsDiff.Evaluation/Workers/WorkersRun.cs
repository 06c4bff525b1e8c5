using System.Globalization;
using NewsDiff.Testing;
using NewsDiff.TestSupport.Faults;

namespace NewsDiff.Evaluation.Workers;

/// <summary>The parts of the command <c>workers</c>.</summary>
internal sealed class WorkersRun(
    ManySites sites, PrivateServer? server, TemporaryFolder folder, TimeSpan gap, TimeSpan lease, TimeSpan measured,
    string[] chosen)
{
    /// <summary>PostgreSQL, with a grain for each site.</summary>
    private const string Orleans = "Orleans";

    private static readonly TimeSpan Never = TimeSpan.FromHours(10);

    /// <summary>The lease of a turn at a site.</summary>
    private static readonly TimeSpan TurnLease = TimeSpan.FromSeconds(30);

    private readonly List<string> _notes = [];
    private int _runs;
    private bool _isGood = true;

    /// <summary>The chosen databases that can be had.</summary>
    private IEnumerable<string> Kinds => chosen.Where(kind => server is not null || kind == "SQLite");

    /// <summary>Those without a cluster, whose workers' clocks may be wrong.</summary>
    private IEnumerable<string> Plain => Kinds.Where(kind => kind != Orleans);

    /// <summary>Runs parts, and writes their results.</summary>
    /// <returns>Whether every promise was kept.</returns>
    public async Task<bool> RunAsync(string[] parts, CancellationToken stop)
    {
        Console.WriteLine(
            "| part | database | workers | pages | pages/s | gaps too short | of | twice | again after a kill "
            + "| robots.txt |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        foreach (string kind in Kinds.Where(_ => parts.Contains("throughput")))
        {
            foreach (int workers in (int[])[1, 2, 4, 8])
            {
                await ThroughputAsync(kind, workers, stop);
            }
        }

        foreach (string kind in Kinds.Where(_ => parts.Contains("kill")))
        {
            await KillAsync(kind, stop);
        }

        foreach (string kind in Kinds.Where(_ => parts.Contains("rolling")))
        {
            await RollingAsync(kind, stop);
        }

        foreach (string kind in Plain.Where(_ => parts.Contains("clocks")))
        {
            await ClocksAsync(kind, stop);
        }

        foreach (string kind in Kinds.Where(kind => kind != "SQLite" && parts.Contains("partition")))
        {
            await PartitionAsync(kind, stop);
        }

        _notes.ForEach(note => Console.WriteLine($"\n{note}"));
        Console.WriteLine();
        return _isGood;
    }

    private async Task ThroughputAsync(string kind, int workers, CancellationToken stop)
    {
        await using Crew crew = await CrewAsync(kind, new WorkerPlan(40, gap, lease, Never));
        for (int worker = 1; worker <= workers; worker++)
        {
            crew.Start(worker);
        }

        await crew.WaitForAllAsync(stop);
        TimeSpan begin = sites.Now;
        await Task.Delay(measured, stop);
        TimeSpan end = sites.Now;
        SiteRequest[] requests = sites.Requests;
        int pages = requests.Count(request => request.IsPage && request.End >= begin && request.End < end);
        Report("throughput", kind, $"{workers}", requests, crew, Never, pages / (end - begin).TotalSeconds);
    }

    /// <summary>Half of the workers are killed while they work.</summary>
    private async Task KillAsync(string kind, CancellationToken stop)
    {
        var plan = new WorkerPlan(6, gap, lease, Never);
        await using Crew crew = await CrewAsync(kind, plan);
        for (int worker = 1; worker <= 8; worker++)
        {
            crew.Start(worker);
        }

        await crew.WaitForAllAsync(stop);
        await WaitForPagesAsync(sites.Count * plan.Pages / 3, stop);
        for (int worker = 1; worker <= 4; worker++)
        {
            crew.Kill(worker);
        }

        TimeSpan killed = sites.Now;
        int due = await crew.CountDueAsync();
        await WaitForNothingDueAsync(crew, stop);
        TimeSpan done = sites.Now - killed;
        TimeSpan takenOver = TakenOver(crew, killed) - killed;
        (int events, int lost) = await crew.WaitForEventsAsync(stop);
        Report("half killed", kind, "8, then 4", sites.Requests, crew, Never, null);

        // What the dead had claimed is free after one lease; then each site still needs the time for its pages.
        TimeSpan work = (gap + TimeSpan.FromMilliseconds(250)) * plan.Pages;
        var look = TimeSpan.FromSeconds(10);
        _isGood &= lost == 0 && takenOver < lease + look && done < lease + work + look;
        Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: 4 of 8 killed while {due} visits were due; the last site of theirs was visited again "
            + $"{takenOver.TotalSeconds:0} s later, and all visits were made {done.TotalSeconds:0} s later, "
            + $"with a lease of {lease.TotalSeconds:0} s; {events} events, {lost} lost."));
    }

    /// <summary>Four workers are stopped while they work, one after the other, and others start instead.</summary>
    private async Task RollingAsync(string kind, CancellationToken stop)
    {
        var plan = new WorkerPlan(10, gap, lease, Never);
        await using Crew crew = await CrewAsync(kind, plan);
        for (int worker = 1; worker <= 4; worker++)
        {
            crew.Start(worker);
        }

        await crew.WaitForAllAsync(stop);
        TimeSpan begin = sites.Now;
        for (int worker = 1; worker <= 4; worker++)
        {
            await crew.StopAsync(worker, stop);
            crew.Start(worker + 4);
            await Task.Delay(TimeSpan.FromSeconds(5), stop);
        }

        TimeSpan rolled = sites.Now - begin;
        await WaitForNothingDueAsync(crew, stop);
        (int events, int lost) = await crew.WaitForEventsAsync(stop);
        _isGood &= lost == 0;
        Report("rolling restart", kind, "4", sites.Requests, crew, Never, null);
        Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: 4 workers were replaced in {rolled.TotalSeconds:0} s under load, and all visits were made after "
            + $"{(sites.Now - begin).TotalSeconds:0} s; {events} events, {lost} lost."));
    }

    /// <summary>The clocks of the workers are 32 minutes apart.</summary>
    private async Task ClocksAsync(string kind, CancellationToken stop)
    {
        var interval = TimeSpan.FromSeconds(20);
        await using Crew crew = await CrewAsync(kind, new WorkerPlan(2, gap, lease, interval));
        for (int worker = 1; worker <= 4; worker++)
        {
            crew.Start(worker, skewMinutes: worker % 2 == 0 ? 16 : -16);
        }

        await crew.WaitForAllAsync(stop);
        await Task.Delay(measured + (3 * interval), stop);
        SiteRequest[] requests = sites.Requests;

        // Intervals are spread by a tenth, but the least interval of a fixed policy is the interval itself.
        Report("clocks ±16 min", kind, "4", requests, crew, interval, null);
        double[] waits =
        [
            .. requests.Where(request => request.IsPage)
                .GroupBy(request => (request.Site, request.Path))
                .SelectMany(page => page.OrderBy(request => request.Begin).Zip(
                    page.OrderBy(request => request.Begin).Skip(1), (one, next) => (next.Begin - one.End).TotalSeconds))
                .Order(),
        ];
        int due = await crew.CountDueAsync();
        Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: pages with an interval of {interval.TotalSeconds:0} s came again after {waits[0]:0.0} to "
            + $"{waits[^1]:0.0} s, in the median {waits[waits.Length / 2]:0.0} s; {due} visits were due at the end."));
    }

    /// <summary>One of two workers loses its way to the database, but not to the sites.</summary>
    private async Task PartitionAsync(string kind, CancellationToken stop)
    {
        string database = await server!.CreateDatabaseAsync();
        await using var line = new CutLine(server.Port);
        await using Crew crew = await CrewAsync(
            database, new WorkerPlan(20, gap, lease, Never, IsCluster: kind == Orleans));
        crew.Start(1, database: PrivateServer.Through(database, line.Port));
        crew.Start(2);
        await crew.WaitForAllAsync(stop);
        await Task.Delay(measured / 2, stop);
        line.Cut();
        TimeSpan cut = sites.Now;
        await Task.Delay(TurnLease + measured, stop);
        await WaitForNothingDueAsync(crew, stop);
        SiteRequest[] after = [.. sites.Requests.Where(request => request.Worker == 1 && request.Begin >= cut)];
        int late = after.Count(request => request.Begin >= cut + TurnLease);
        _isGood &= late == 0;
        crew.Killed.Add(1);
        int due = await crew.CountDueAsync();
        _isGood &= due == 0;
        Report("one cut off", kind, "2", sites.Requests, crew, Never, null);
        Note(string.Create(
            CultureInfo.InvariantCulture,
            $"{kind}: the worker that was cut off asked for {after.Length} pages after the cut, {late} after its "
            + $"lease; the other one made the rest, and {due} were left."));
    }

    private async Task<Crew> CrewAsync(string kind, WorkerPlan plan)
    {
        _runs++;
        plan = plan with { IsCluster = plan.IsCluster || kind == Orleans };
        string database = kind switch
        {
            "SQLite" => folder.File($"run{_runs}.db"),
            "PostgreSQL" or Orleans => await server!.CreateDatabaseAsync(),
            _ => kind,
        };
        Crew crew = await Crew.CreateAsync(sites, plan, database, folder.File($"heard{_runs}.txt"));
        sites.Clear();
        return crew;
    }

    /// <summary>When the last of the dead workers' sites was visited again.</summary>
    private TimeSpan TakenOver(Crew crew, TimeSpan killed) => sites.Requests
        .Where(request => request.IsPage)
        .GroupBy(request => request.Site)
        .Select(site => site.OrderBy(request => request.Begin).ToArray())
        .Where(site => crew.Killed.Contains(site.LastOrDefault(request => request.Begin < killed).Worker))
        .SelectMany(site => site.Where(request => request.Begin >= killed).Take(1))
        .Max(request => request.Begin);

    private async Task WaitForPagesAsync(int pages, CancellationToken stop)
    {
        while (sites.Requests.Count(request => request.IsPage) < pages)
        {
            await Task.Delay(50, stop);
        }
    }

    private static async Task WaitForNothingDueAsync(Crew crew, CancellationToken stop)
    {
        for (int seconds = 0; seconds < 300 && await crew.CountDueAsync() > 0; seconds++)
        {
            await Task.Delay(1000, stop);
        }
    }

    private void Report(
        string part, string kind, string workers, SiteRequest[] requests, Crew crew, TimeSpan least, double? speed)
    {
        Manners manners = Manners.Of(requests, gap, least, crew.Killed);
        _isGood &= manners is { ShortGaps: 0, Twice: 0 };
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {part} | {kind} | {workers} | {manners.Pages} | {speed:0.0} | {manners.ShortGaps} "
            + $"| {manners.Intervals} | {manners.Twice} | {manners.AfterKill} | {manners.Robots} |"));
    }

    private void Note(string text) => _notes.Add(text);
}

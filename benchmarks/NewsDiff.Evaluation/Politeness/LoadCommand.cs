using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using NewsDiff.Fetching;

namespace NewsDiff.Evaluation.Politeness;

/// <summary>
/// <c>load</c>: small pages from many hosts for a time, with the memory and the sockets that it takes.
/// </summary>
/// <remarks>The hosts are in the same process: what they take is measured with the rest.</remarks>
internal static class LoadCommand
{
    private const int Samples = 12;

    public static Command Create()
    {
        var hosts = new Option<int>("--hosts") { Description = "How many hosts.", DefaultValueFactory = _ => 1000 };
        var inFlight = new Option<int>(
            "--in-flight")
        { Description = "How many requests at once.", DefaultValueFactory = _ => 200 };
        var gap = new Option<int>("--gap") { Description = "The gap in milliseconds.", DefaultValueFactory = _ => 100 };
        var seconds = new Option<int>("--seconds") { Description = "For how long.", DefaultValueFactory = _ => 60 };
        var command = new Command(
            "load", "Fetches small pages for a time, as fast as politeness allows.") { hosts, inFlight, gap, seconds };
        command.SetAction(parse => RunAsync(
            parse.GetValue(hosts), parse.GetValue(inFlight), TimeSpan.FromMilliseconds(parse.GetValue(gap)),
            TimeSpan.FromSeconds(parse.GetValue(seconds))));
        return command;
    }

    private static async Task RunAsync(int hosts, int inFlight, TimeSpan gap, TimeSpan time)
    {
        int unobserved = 0;
        TaskScheduler.UnobservedTaskException += (_, _) => Interlocked.Increment(ref unobserved);
        int socketsBefore = Sockets();
        var statuses = new ConcurrentDictionary<FetchStatus, int>();
        double processor = Environment.CpuUsage.TotalTime.TotalSeconds;
        long start = Stopwatch.GetTimestamp();
        await using (CrowdSite crowd = await CrowdSite.OpenAsync(hosts, gap))
        {
            var options = new HttpFetchOptions { MinGap = gap };
            using HttpClient client = crowd.Network.CreateClient(options);
            using var polite = new PoliteClient(client, options, new SitePoliteness());
            using var fetcher = new HttpArticleFetcher(polite, new PageTaker());
            using var end = new CancellationTokenSource(time);
            Task watching = WatchAsync(crowd, time / Samples, end.Token);
            await FetchAllAsync(fetcher, hosts, inFlight, statuses, end.Token);
            await watching;
            Print("pages a second", crowd.Pages / Stopwatch.GetElapsedTime(start).TotalSeconds);
            Print("two in flight, or gaps under the minimum", crowd.Overlaps + crowd.ShortGaps);
        }

        Print(
            "processor seconds a second",
            (Environment.CpuUsage.TotalTime.TotalSeconds - processor) / Stopwatch.GetElapsedTime(start).TotalSeconds);
        foreach ((FetchStatus status, int count) in statuses)
        {
            Print(status.ToString(), count);
        }

        await Task.Delay(TimeSpan.FromSeconds(1));
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Print("unobserved exceptions", unobserved);
        Print("sockets left open", Sockets() - socketsBefore);
    }

    /// <summary>Keeps this many requests in flight; the hosts take turns.</summary>
    private static async Task FetchAllAsync(
        HttpArticleFetcher fetcher, int hosts, int inFlight, ConcurrentDictionary<FetchStatus, int> statuses,
        CancellationToken end)
    {
        Channel<int> next = Channel.CreateUnbounded<int>();
        foreach (int host in Enumerable.Range(0, hosts))
        {
            next.Writer.TryWrite(host);
        }

        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(async () =>
        {
            try
            {
                for (int page = 0; !end.IsCancellationRequested; page++)
                {
                    int host = await next.Reader.ReadAsync(end);
                    FetchResult result = await fetcher.FetchAsync(FetchRequest.For(CrowdSite.Url(host, page)), end);
                    statuses.AddOrUpdate(result.Status, 1, static (_, count) => count + 1);
                    next.Writer.TryWrite(host);
                }
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested)
            {
                // The time is over.
            }
        }, CancellationToken.None)));
    }

    private static async Task WatchAsync(CrowdSite crowd, TimeSpan between, CancellationToken end)
    {
        long pages = 0;
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(between, end).ContinueWith(static _ => { }, TaskScheduler.Default);
            double rate = (crowd.Pages - pages) / between.TotalSeconds;
            pages = crowd.Pages;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{rate,8:F0} pages a second  heap {GC.GetTotalMemory(forceFullCollection: true) / 1e6,7:F1} MB  "
                + $"process {Environment.WorkingSet / 1e6,7:F1} MB  sockets {Sockets(),6}"));
        }
    }

    private static void Print(string name, double figure) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-42} {figure,13:N1}"));

    /// <summary>How many sockets the process has open, where the system tells.</summary>
    private static int Sockets() => Directory.Exists("/proc/self/fd")
        ? Directory.EnumerateFiles("/proc/self/fd").Count(
            file => new FileInfo(file).LinkTarget?.StartsWith("socket:", StringComparison.Ordinal) == true)
        : 0;
}

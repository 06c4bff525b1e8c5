using System.Diagnostics;

namespace NewsDiff.Evaluation.Hostile;

/// <summary>Measures how long something takes, and by how much the process grows meanwhile.</summary>
internal sealed class Trial
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    /// <summary>How long it took.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>The growth of the process's memory, in megabytes.</summary>
    public double GrowthMegabytes { get; private set; }

    /// <summary>Runs it.</summary>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> run)
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        long before = Environment.WorkingSet;
        using var end = new CancellationTokenSource();
        Task<long> watching = Task.Run(() => WatchAsync(end.Token));
        long start = Stopwatch.GetTimestamp();
        T result = await run();
        Time = Stopwatch.GetElapsedTime(start);
        await end.CancelAsync();
        GrowthMegabytes = Math.Max(0, await watching - before) / 1e6;
        return result;
    }

    private static async Task<long> WatchAsync(CancellationToken end)
    {
        long peak = Environment.WorkingSet;
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(BetweenLooks, CancellationToken.None);
            peak = Math.Max(peak, Environment.WorkingSet);
        }

        return peak;
    }
}

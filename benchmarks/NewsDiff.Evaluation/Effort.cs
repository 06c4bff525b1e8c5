using System.Diagnostics;

namespace NewsDiff.Evaluation;

/// <summary>Adds up the time and the allocations of many small runs.</summary>
internal sealed class Effort
{
    private int _runs;
    private TimeSpan _total;
    private TimeSpan _longest;
    private long _allocated;
    private long _most;

    /// <summary>Runs something and counts what it took.</summary>
    public T Measure<T>(Func<T> run)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        long start = Stopwatch.GetTimestamp();
        T result = run();
        TimeSpan time = Stopwatch.GetElapsedTime(start);
        long bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        _runs++;
        _total += time;
        _longest = time > _longest ? time : _longest;
        _allocated += bytes;
        _most = Math.Max(_most, bytes);
        return result;
    }

    /// <summary>The sums as figures of a table.</summary>
    public Dictionary<string, double> ToFigures() => new(StringComparer.Ordinal)
    {
        ["total ms"] = _total.TotalMilliseconds,
        ["mean µs"] = _runs == 0 ? 0 : _total.TotalMicroseconds / _runs,
        ["longest ms"] = _longest.TotalMilliseconds,
        ["mean allocated kB"] = _runs == 0 ? 0 : _allocated / 1000.0 / _runs,
        ["most allocated kB"] = _most / 1000.0,
    };
}

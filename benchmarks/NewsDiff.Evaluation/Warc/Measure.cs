using System.Diagnostics;
using System.Globalization;

namespace NewsDiff.Evaluation.Warc;

/// <summary>The time that a step takes, and the most memory that it holds.</summary>
internal sealed class Measure(string step)
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly TimeSpan _cpu = Environment.CpuUsage.TotalTime;
    private long _early;
    private long _most;

    /// <summary>How long it has taken so far.</summary>
    public double Seconds => Stopwatch.GetElapsedTime(_start).TotalSeconds;

    /// <summary>Looks at how much memory is held.</summary>
    public void Look(bool isEarly)
    {
        long held = GC.GetTotalMemory(forceFullCollection: false);
        _early = isEarly ? Math.Max(_early, held) : _early;
        _most = Math.Max(_most, held);
    }

    /// <summary>Prints the figures.</summary>
    public void Print(long count, long bytes, string note = "")
    {
        double cpu = (Environment.CpuUsage.TotalTime - _cpu).TotalSeconds;
        double seconds = Seconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{step,-38} {count,8} {bytes / 1e6,9:F0} MB {seconds,8:F1} s {bytes / 1e6 / seconds,7:F0} MB/s, "
            + $"{bytes / 1e6 / cpu,6:F0} MB/s of processor time; heap, first tenth and whole: {_early / 1e6,5:F0} "
            + $"{_most / 1e6,5:F0} MB   {note}"));
    }
}

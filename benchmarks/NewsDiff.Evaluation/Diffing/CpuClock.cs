using System.Diagnostics;
using System.Runtime.InteropServices;

namespace NewsDiff.Evaluation.Diffing;

/// <summary>
/// Time that this thread spent on a processor, in microseconds: what others do on the machine is not counted.
/// </summary>
internal static partial class CpuClock
{
    private const int ThreadCpuTime = 3;

    internal static double Now()
    {
        if (OperatingSystem.IsLinux() && GetTime(ThreadCpuTime, out TimeSpec time) == 0)
        {
            return (time.Seconds * 1e6) + (time.Nanoseconds / 1e3);
        }

        return Stopwatch.GetTimestamp() * 1e6 / Stopwatch.Frequency;
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        internal long Seconds;
        internal long Nanoseconds;
    }
}

using System.Runtime.InteropServices;

namespace NewsDiff.Evaluation.Corpus;

/// <summary>Processor time of child processes that have ended.</summary>
internal static partial class ChildEffort
{
    private const int Children = -1;
    private const int RestOfUsage = 14;

    internal static TimeSpan Total() => OperatingSystem.IsLinux() && GetUsage(Children, out Usage usage) == 0
        ? usage.User.ToTimeSpan() + usage.System.ToTimeSpan()
        : TimeSpan.Zero;

    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeValue
    {
        internal long Seconds;
        internal long Microseconds;

        internal readonly TimeSpan ToTimeSpan() =>
            TimeSpan.FromSeconds(Seconds) + TimeSpan.FromMicroseconds(Microseconds);
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Usage
    {
        internal TimeValue User;
        internal TimeValue System;
        internal RestBuffer Rest;
    }

    [System.Runtime.CompilerServices.InlineArray(RestOfUsage)]
    private struct RestBuffer
    {
        internal long First;
    }
}

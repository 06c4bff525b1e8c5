using System.Globalization;
using System.Runtime;
using System.Runtime.InteropServices;
using System.Text.Json;
using NewsDiff.Tool;
using NewsDiff.Tool.Tests;

/// <summary>Lets a process of the tool run one command after the other; .NET calls it before the tool starts.</summary>
/// <remarks>The name is what .NET looks for. See <see cref="ToolSeries"/>.</remarks>
internal static class StartupHook
{
    private const int ProcessorTime = 0;

    /// <summary>What may be left of a command, such as pooled arrays, without a new process for the next one.</summary>
    private const int MostLeft = 16 << 20;

    public static void Initialize()
    {
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes > BoundedRun.MostHeap)
        {
            throw new InvalidOperationException("This process may have a larger heap than its commands are to have.");
        }

        while (Console.In.ReadLine() is { } line)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            LimitProcessorTime(before + TimeSpan.FromSeconds(BoundedRun.MostSeconds));
            int code = ToolProcess.RunAsync(JsonSerializer.Deserialize<string[]>(line)!).GetAwaiter().GetResult();
            double seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            bool isToStay = CollectAll() <= MostLeft;
            Console.Error.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{ToolSeries.EndMark} {code} {seconds} {isToStay}"));
            if (!isToStay)
            {
                break;
            }
        }

        Environment.Exit(0);
    }

    private static long CollectAll()
    {
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Lets the system end this process when it has taken so much processor time.</summary>
    private static void LimitProcessorTime(TimeSpan most)
    {
        if (GetLimit(ProcessorTime, out Limit limit) != 0
            || SetLimit(ProcessorTime, limit with { Soft = (nuint)Math.Ceiling(most.TotalSeconds) }) != 0)
        {
            throw new InvalidOperationException("Processor time cannot be limited here.");
        }
    }

    [DllImport("libc", EntryPoint = "getrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetLimit(int resource, out Limit limit);

    [DllImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetLimit(int resource, in Limit limit);

    private record struct Limit(nuint Soft, nuint Hard);
}

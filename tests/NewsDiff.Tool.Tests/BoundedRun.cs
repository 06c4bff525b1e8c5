using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsDiff.Tool.Tests;

/// <summary>A run of the tool with a small heap, of which the processor time is counted.</summary>
public sealed partial record BoundedRun(ToolResult Result, double ProcessorSeconds)
{
    /// <summary>
    /// A process that takes more processor time than this is ended, and so fails; far above what any needs.
    /// </summary>
    internal const int MostSeconds = 10;

    /// <summary>The most bytes of heap that a process may have.</summary>
    internal const long MostHeap = 256 << 20;

    /// <summary>The variable that sets <see cref="MostHeap"/>.</summary>
    internal static readonly (string Name, string Value) HeapLimit = ("DOTNET_GCHeapHardLimit", $"0x{MostHeap:X}");

    /// <summary>Runs the tool as a process of its own.</summary>
    public static async Task<BoundedRun> OfAsync(string[] args)
    {
        // The shell knows what its children took; of a process that has ended .NET does not.
        string line = $"ulimit -t {MostSeconds}; $TOOL \"$@\"; code=$?; times >&2; exit $code";
        ToolResult result = await ToolChild.ShellAsync(line, [HeapLimit], args);
        Match times = Times().Match(result.Error);
        Assert.True(times.Success, result.Error);
        return new BoundedRun(
            result with { Error = result.Error[..times.Index] }, Seconds(times, 1) + Seconds(times, 3));
    }

    private static double Seconds(Match times, int group) =>
        (60 * double.Parse(times.Groups[group].ValueSpan, CultureInfo.InvariantCulture))
        + double.Parse(times.Groups[group + 1].ValueSpan, CultureInfo.InvariantCulture);

    /// <summary>The second line that <c>times</c> writes: user and system time of the children.</summary>
    [GeneratedRegex(@"[0-9]+m[0-9.]+s [0-9]+m[0-9.]+s\n([0-9]+)m([0-9.]+)s ([0-9]+)m([0-9.]+)s\n\z")]
    private static partial Regex Times();
}

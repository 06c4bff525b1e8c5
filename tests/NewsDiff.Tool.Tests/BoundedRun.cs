using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsDiff.Tool.Tests;

/// <summary>A run of the tool as a process with a small heap, of which the processor time is counted.</summary>
internal sealed partial record BoundedRun(ToolResult Result, double ProcessorSeconds)
{
    private const string HeapLimit = "0x10000000";

    /// <summary>
    /// A process that takes more processor time than this is ended, and so fails; far above what any needs.
    /// </summary>
    private const int MostSeconds = 10;

    /// <summary>Runs the tool with at most 256 MiB of heap.</summary>
    public static async Task<BoundedRun> OfAsync(params IEnumerable<string> args)
    {
        // The shell knows what its children took; of a process that has ended .NET does not.
        string line = $"ulimit -t {MostSeconds}; $TOOL \"$@\"; code=$?; times >&2; exit $code";
        ToolResult result = await ToolChild.ShellAsync(line, [("DOTNET_GCHeapHardLimit", HeapLimit)], args);
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

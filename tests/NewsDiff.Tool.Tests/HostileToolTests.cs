using NewsDiff.TestSupport.Hostile;

namespace NewsDiff.Tool.Tests;

/// <summary>With any input from strangers, the tool ends in a documented way, soon and within a small heap.</summary>
/// <remarks>Commands run in other processes, so the kinds of input are classes, which run side by side.</remarks>
/// <param name="output">Takes what each run cost.</param>
/// <param name="run">Runs a command in a small heap.</param>
public abstract class HostileToolTests(ITestOutputHelper output, Func<string[], Task<BoundedRun>> run)
{
    /// <summary>The inputs of some kinds, by their descriptions.</summary>
    protected static TheoryData<string> InputsOf(Predicate<HostileKind> isMeant) =>
        [.. HostileInputs.All.Where(input => isMeant(input.Kind)).Select(input => input.ToString())];

    protected async Task EndsInOrderAsync(string description)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Processor time is limited as Unix does it.");
        HostileInput input = HostileInputs.Named(description);
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();

        (ToolResult result, double seconds) = await run(HostileCommands.For(input, folder, site));

        Assert.True(
            input.Kind is not (HostileKind.Robots or HostileKind.TimeMap)
                || site.Requests.Any(request => HostileCommands.Serves(request.Path)));
        Assert.True(result.ExitCode is 0 or 2 or 3, $"Exit code {result.ExitCode}.\n{result.Error}");
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("nhandled exception", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected ", result.Error, StringComparison.Ordinal);

        // Figures depend on the machine; what costs far too much is ended by the run's own limit.
        output.WriteLine($"{seconds:F2} s of processor time");
    }
}

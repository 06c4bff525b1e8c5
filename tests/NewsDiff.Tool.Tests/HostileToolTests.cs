using NewsDiff.TestSupport.Hostile;

namespace NewsDiff.Tool.Tests;

/// <summary>With any input from strangers, the tool ends in a documented way, soon and within a small heap.</summary>
/// <remarks>Each command is a process, so the kinds of input are classes, which run side by side.</remarks>
public abstract class HostileToolTests(ITestOutputHelper output)
{
    /// <summary>The inputs of some kinds, by their descriptions.</summary>
    protected static TheoryData<string> InputsOf(Predicate<HostileKind> isMeant) =>
        [.. HostileInputs.All.Where(input => isMeant(input.Kind)).Select(input => input.ToString())];

    protected async Task EndsInOrderAsync(string description)
    {
        Assert.SkipUnless(
            OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Processor time is measured by a Unix shell.");
        HostileInput input = HostileInputs.Named(description);
        using var folder = new TemporaryFolder();
        await using LoopbackSite site = await LoopbackSite.StartAsync();

        BoundedRun run = await BoundedRun.OfAsync(HostileCommands.For(input, folder, site));

        Assert.True(
            input.Kind is not (HostileKind.Robots or HostileKind.TimeMap)
                || site.Requests.Any(request => HostileCommands.Serves(request.Path)));
        Assert.True(run.Result.ExitCode is 0 or 2 or 3, $"Exit code {run.Result.ExitCode}.\n{run.Result.Error}");
        Assert.DoesNotContain("   at ", run.Result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("nhandled exception", run.Result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("unexpected ", run.Result.Error, StringComparison.Ordinal);

        // Figures depend on the machine; what costs far too much is ended by the run's own limit.
        output.WriteLine($"{run.ProcessorSeconds:F2} s of processor time");
    }
}

using System.CommandLine;
using SharpFuzz;

namespace NewsDiff.Evaluation.Fuzzing;

/// <summary>
/// <c>guided TARGET</c>: reads the inputs of afl-fuzz, which searches for ones that reach new code.
/// </summary>
/// <remarks>The library must be instrumented first; benchmarks/results/robustness.md tells how.</remarks>
internal static class GuidedFuzzCommand
{
    public static Command Create()
    {
        var target = new Argument<string>(
            "TARGET")
        { Description = $"One of {string.Join(", ", AllFuzzTargets.Names)}." };
        target.AcceptOnlyFromAmong([.. AllFuzzTargets.Names]);
        var seeds = new Option<DirectoryInfo?>(
            "--write-seeds")
        { Description = "Only writes the texts to begin from into a folder." };
        var command = new Command("guided", "Reads what afl-fuzz makes.") { target, seeds };
        command.SetAction(parse => Run(parse.GetRequiredValue(target), parse.GetValue(seeds)));
        return command;
    }

    private static void Run(string target, DirectoryInfo? seeds)
    {
        if (seeds is null)
        {
            Fuzzer.OutOfProcess.Run(stream => AllFuzzTargets.Run(target, ReadAll(stream)));
            return;
        }

        seeds.Create();
        foreach ((int number, byte[] seed) in AllFuzzTargets.Seeds(target).Index())
        {
            File.WriteAllBytes(Path.Combine(seeds.FullName, $"seed-{number}"), seed);
        }
    }

    private static byte[] ReadAll(Stream stream)
    {
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}

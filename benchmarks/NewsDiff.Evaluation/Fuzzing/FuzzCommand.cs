using System.CommandLine;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace NewsDiff.Evaluation.Fuzzing;

/// <summary><c>fuzz</c>: gives damaged inputs to everything that reads what strangers wrote.</summary>
internal static class FuzzCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static Command Create()
    {
        var count = new Option<int>(
            "--count")
        { Description = "Inputs for each target.", DefaultValueFactory = _ => 1_000_000 };
        var target = new Option<string?>(
            "--target")
        { Description = $"One of {string.Join(", ", AllFuzzTargets.Names)}; all when left out." };
        target.AcceptOnlyFromAmong([.. AllFuzzTargets.Names]);
        var seed = new Option<int>("--seed") { Description = "Where the damage begins.", DefaultValueFactory = _ => 1 };
        var command = new Command(
            "fuzz",
            "Reads damaged feeds, pages, addresses, dates, encodings, WARC files and time maps; none may throw.")
            {
                count, target, seed,
            };
        command.SetAction(
            parse => TargetsOf(parse.GetValue(target)).Sum(
                name => Run(name, parse.GetValue(count), parse.GetValue(seed))) == 0 ? 0 : 1);
        return command;
    }

    private static IEnumerable<string> TargetsOf(string? name) => name is null ? AllFuzzTargets.Names : [name];

    [SuppressMessage("Design", "CA1031", Justification = "Every exception is a finding, whatever its type.")]
    private static int Run(string target, int count, int seed)
    {
        var mutator = new Mutator(seed);
        IReadOnlyList<byte[]> seeds = AllFuzzTargets.Seeds(target);
        int findings = 0;
        TimeSpan longest = TimeSpan.Zero;
        long start = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++)
        {
            byte[] input = mutator.Next(seeds);
            long begun = Stopwatch.GetTimestamp();
            try
            {
                AllFuzzTargets.Run(target, input);
            }
            catch (Exception fault)
            {
                findings++;
                Console.WriteLine(
                    $"{target}: {fault.GetType().Name} {string.Join(' ', (fault.StackTrace ?? "").Split('\n').Where(line => line.Contains("NewsDiff.", StringComparison.Ordinal)).Take(1).Select(line => line.Trim()))} {Convert.ToHexString(input)}");
            }

            TimeSpan time = Stopwatch.GetElapsedTime(begun);
            longest = time > longest ? time : longest;
            findings += time > Patience ? 1 : 0;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{target,-8} {count,9} inputs  {findings,4} findings  longest {longest.TotalMilliseconds,7:F1} ms  "
            + $"total {Stopwatch.GetElapsedTime(start).TotalSeconds,6:F1} s"));
        return findings;
    }
}

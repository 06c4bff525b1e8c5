using System.Diagnostics.CodeAnalysis;
using NewsDiff.Evaluation.Diffing;
using NewsDiff.Evaluation.Fuzzing;
using NewsDiff.Fetching.Robots;

namespace NewsDiff.Evaluation.Robots;

/// <summary>Reads damaged copies of real files; none may throw.</summary>
internal static class RobotsDamage
{
    /// <summary>Damages do not depend on how long a file is, so long files only make this slow.</summary>
    private const int LongestSeed = 4096;

    /// <summary>Counts the damaged files that are read, and decided upon, without an exception.</summary>
    [SuppressMessage("Design", "CA1031", Justification = "Every exception is a finding, whatever its type.")]
    public static void Count(byte[][] files, int count, int seed, Tally tally, Dictionary<string, double> figures)
    {
        byte[][] seeds = [.. files.Where(file => file.Length is > 0 and < LongestSeed)];
        var mutator = new Mutator(seed);
        double longest = 0;
        for (int i = 0; i < count; i++)
        {
            byte[] input = mutator.Next(seeds);
            double start = CpuClock.Now();
            string? fault = null;
            try
            {
                RobotsFile file = RobotsFile.Parse(input);
                _ = file.Check("NewsDiff", "/news/2026/%c3%a9?id=7");
                _ = file.CrawlDelayOf("NewsDiff");
            }
            catch (Exception exception)
            {
                fault = $"{exception.GetType().Name} on {Convert.ToHexString(input)}";
            }

            longest = Math.Max(longest, (CpuClock.Now() - start) / 1000);
            tally.Count("damaged, without exception", fault is null, fault ?? "");
        }

        figures["damaged, longest ms"] = longest;
    }
}

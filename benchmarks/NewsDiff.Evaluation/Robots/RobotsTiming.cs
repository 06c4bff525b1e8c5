using System.Text;
using System.Text.Json;
using NewsDiff.Evaluation.Diffing;
using NewsDiff.Fetching.Robots;

namespace NewsDiff.Evaluation.Robots;

/// <summary>Times parsing and verdicts.</summary>
internal static class RobotsTiming
{
    private const int LeastVerdicts = 500_000;

    /// <summary>Adds how many files a second one core parses, and how many verdicts it gives.</summary>
    public static void Add(
        Dictionary<string, byte[]> files, Dictionary<string, RobotsFile> parsed, JsonElement[] rows,
        Dictionary<string, double> figures)
    {
        double start = CpuClock.Now();
        foreach (byte[] file in files.Values)
        {
            _ = RobotsFile.Parse(file);
        }

        figures["files parsed per second"] = files.Count * 1e6 / (CpuClock.Now() - start);

        (RobotsFile File, string Agent, string Path)[] questions =
        [
            .. rows.Select(row => (
                parsed[RobotsCase.Text(row, "file")], RobotsCase.Text(
                    row, "agent"), RobotsCase.PathOf(RobotsCase.Text(row, "url")))),
        ];
        Ask(questions, LeastVerdicts / 5);
        start = CpuClock.Now();
        Ask(questions, LeastVerdicts);
        figures["verdicts per second"] = LeastVerdicts * 1e6 / (CpuClock.Now() - start);
    }

    /// <summary>
    /// The longest time, in milliseconds, of a pattern with 100 stars on an address of 8 kB that nearly matches.
    /// </summary>
    public static double ManyStars()
    {
        string address = "/" + new string('a', 8 * 1024);
        RobotsFile[] files =
        [
            .. new[]
            {
                string.Concat(Enumerable.Repeat("*a", 100)) + "b", string.Concat(Enumerable.Repeat("a*", 100)) + "b$",
                new string('*', 100) + "b",
            }
                .Select(pattern => RobotsFile.Parse(Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /{pattern}\n"))),
        ];
        double longest = 0;
        foreach (RobotsFile file in files)
        {
            double start = CpuClock.Now();
            _ = file.Check("NewsDiff", address);
            longest = Math.Max(longest, (CpuClock.Now() - start) / 1000);
        }

        return longest;
    }

    private static void Ask((RobotsFile File, string Agent, string Path)[] questions, int times)
    {
        for (int i = 0; i < times; i++)
        {
            (RobotsFile file, string agent, string path) = questions[i % questions.Length];
            _ = file.Check(agent, path);
        }
    }
}

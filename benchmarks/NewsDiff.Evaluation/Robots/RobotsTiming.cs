using System.Diagnostics;
using System.Text;
using System.Text.Json;
using NewsDiff.Fetching.Robots;

namespace NewsDiff.Evaluation.Robots;

/// <summary>Times parsing and verdicts.</summary>
internal static class RobotsTiming
{
    private const int LeastVerdicts = 500_000;

    /// <summary>Adds how long the corpus takes to parse, and how many verdicts a second one core gives.</summary>
    public static void Add(
        Dictionary<string, byte[]> files, Dictionary<string, RobotsFile> parsed, JsonElement[] rows, Dictionary<string, double> figures)
    {
        long start = Stopwatch.GetTimestamp();
        foreach (byte[] file in files.Values)
        {
            _ = RobotsFile.Parse(file);
        }

        figures["files parsed per second"] = files.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;

        (RobotsFile File, string Agent, string Path)[] questions =
        [
            .. rows.Select(row => (
                parsed[RobotsCase.Text(row, "file")], RobotsCase.Text(row, "agent"), RobotsCase.PathOf(RobotsCase.Text(row, "url")))),
        ];
        Ask(questions, LeastVerdicts / 5);
        start = Stopwatch.GetTimestamp();
        Ask(questions, LeastVerdicts);
        figures["verdicts per second"] = LeastVerdicts / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    /// <summary>How long, in milliseconds, the longest of some patterns of 100 stars takes on an address of 8 kB that nearly matches.</summary>
    public static double ManyStars()
    {
        string address = "/" + new string('a', 8 * 1024);
        RobotsFile[] files =
        [
            .. new[] { string.Concat(Enumerable.Repeat("*a", 100)) + "b", string.Concat(Enumerable.Repeat("a*", 100)) + "b$", new string('*', 100) + "b" }
                .Select(pattern => RobotsFile.Parse(Encoding.UTF8.GetBytes($"User-agent: *\nDisallow: /{pattern}\n"))),
        ];
        double longest = 0;
        foreach (RobotsFile file in files)
        {
            long start = Stopwatch.GetTimestamp();
            _ = file.Check("NewsDiff", address);
            longest = Math.Max(longest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
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

using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace NewsDiff.Evaluation.Tracking;

/// <summary>
/// <c>tracking --revisions DIR --tool FILE</c>: follows captured pages through the tool, and counts false changes.
/// </summary>
internal static class TrackingCommand
{
    internal static Command Create()
    {
        var revisions = new Option<DirectoryInfo>("--revisions")
        {
            Description = "The folder with html.tar.gz and the *.jsonl.gz that name its files.",
            Required = true,
        };
        var tool = new Option<FileInfo>(
            "--tool")
        { Description = "The newsdiff command (newsdiff or newsdiff.dll).", Required = true };
        var command = new Command(
            "tracking", "Follows captured pages through the newsdiff command into SQLite.") { revisions, tool };
        command.SetAction(parse => RunAsync(parse.GetRequiredValue(revisions), parse.GetRequiredValue(tool)));
        return command;
    }

    private static async Task<int> RunAsync(DirectoryInfo revisions, FileInfo tool)
    {
        List<CapturedArticle> articles = CapturedArticle.ReadAll(revisions);
        DirectoryInfo folder = Directory.CreateTempSubdirectory("newsdiff-tracking-");
        try
        {
            await using CaptureSite site = await CaptureSite.StartAsync(articles);
            string host = site.Address.Authority;
            string[] common =
            [
                "--db", Path.Combine(folder.FullName, "captures.db"), "--json", "--allow-private", host, "--gap",
                "0.01s",
            ];
            Dictionary<string, List<string>> events = [];
            int faults = 0;
            ToolRun added = await ToolRun.StartAsync(tool, ["add", site.Address + "feed.xml", .. common]);
            if (added.ExitCode != 0)
            {
                Console.Error.Write(added.Errors);
                return 1;
            }

            // Twice a round: what looks suspect is believed when it is seen again.
            for (int pass = 0; pass < articles.Max(article => article.Pages.Count) * 2; pass++)
            {
                site.Round = pass / 2;
                ToolRun run = await ToolRun.StartAsync(tool, ["check", "--all", .. common]);
                faults += run.ExitCode is 0 or 3 ? 0 : 1;
                Console.Error.Write(run.ExitCode is 0 or 3 ? "" : run.Errors);
                Collect(run.Output, events);
            }

            Print(articles, site, events, faults);
            return faults == 0 ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static void Collect(string[] lines, Dictionary<string, List<string>> events)
    {
        foreach (string line in lines)
        {
            using JsonDocument document = JsonDocument.Parse(line);
            string url = document.RootElement.GetProperty("url").GetString()!;
            if (!events.TryGetValue(url, out List<string>? list))
            {
                events[url] = list = [];
            }

            list.Add(document.RootElement.GetProperty("event").GetString()!);
        }
    }

    private static void Print(
        List<CapturedArticle> articles,
        CaptureSite site,
        Dictionary<string, List<string>> events,
        int faults)
    {
        var tallies = new SortedDictionary<string, (int Articles, int Stored, int Changed)>(StringComparer.Ordinal);
        for (int number = 0; number < articles.Count; number++)
        {
            List<string> seen = events.GetValueOrDefault(site.AddressOf(number).AbsoluteUri) ?? [];
            bool isChanged = seen.Contains("changed");
            (int all, int stored, int changed) = tallies.GetValueOrDefault(articles[number].Kind);
            tallies[articles[number].Kind] = (all
                + 1, stored + (seen.Contains("first-seen") ? 1 : 0), changed + (isChanged ? 1 : 0));
            if (isChanged || !seen.Contains("first-seen"))
            {
                Console.WriteLine($"{articles[number].Kind} {articles[number].Id}: {string.Join(", ", seen)}");
            }
        }

        foreach ((string kind, (int all, int stored, int changed)) in tallies)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture, $"{kind}: {all} articles, {stored} stored, {changed} show a change"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"runs that ended in an error: {faults}"));
    }
}

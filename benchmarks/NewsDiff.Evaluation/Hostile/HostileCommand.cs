using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using NewsDiff.TestSupport.Scenarios;

namespace NewsDiff.Evaluation.Hostile;

/// <summary>
/// <c>hostile DIR</c>: how the client and the readers cope with hostile servers, pages and feeds.
/// </summary>
internal static class HostileCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>(
            "DIR")
        { Description = "A folder with http_scenarios.jsonl, manifest.jsonl and files.tar.gz." };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var command = new Command(
            "hostile", "Plays hostile servers, pages and feeds through the fetchers.") { folder, json };
        command.SetAction(parse => RunAsync(parse.GetRequiredValue(folder), parse.GetValue(json)));
        return command;
    }

    private static async Task RunAsync(DirectoryInfo folder, bool isJson)
    {
        var tally = new Tally();
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        var scenarios = new FileInfo(Path.Combine(folder.FullName, "http_scenarios.jsonl"));
        foreach (JsonElement row in scenarios.Exists
            ? Archive.ReadLines(scenarios).Select(line => JsonElement.Parse(line))
            : [])
        {
            string id = row.GetProperty("id").GetString()!;
            string? fault = await PlayAsync(id);
            tally.Count("scenarios", fault is null, $"{id} ({row.GetProperty("server").GetString()}): {fault}");
        }

        using (var pages = new HostilePages(folder))
        {
            await pages.CountAsync(tally, figures);
        }

        tally.Print(figures, isJson);
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is thrown is what came out otherwise.")]
    private static async Task<string?> PlayAsync(string id)
    {
        if (Scenario.All.FirstOrDefault(scenario => scenario.Id == id) is not { } scenario)
        {
            return "not played";
        }

        try
        {
            await scenario.RunAsync();
            return null;
        }
        catch (Exception exception)
        {
            return exception.Message;
        }
    }
}

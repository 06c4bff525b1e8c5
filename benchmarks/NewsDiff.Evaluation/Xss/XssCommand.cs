using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using NewsDiff.Pages;

namespace NewsDiff.Evaluation.Xss;

/// <summary><c>xss --vectors DIR</c>: every text through every page, feed, answer, mail and post.</summary>
internal static class XssCommand
{
    public static Command Create()
    {
        var vectors = new Option<DirectoryInfo>("--vectors")
        {
            Description = "A folder of .jsonl or .jsonl.gz files; each line has a payload.",
            Required = true,
        };
        var chromium = new Option<string>("--chromium")
        {
            Description = "The browser; an empty text only parses.",
            DefaultValueFactory = _ => "/usr/bin/chromium",
        };
        var languages = new Option<string[]>("--language")
        {
            Description = "The languages of the site. The default is all.",
            DefaultValueFactory = _ => [.. PageRenderer.Languages],
            AllowMultipleArgumentsPerToken = true,
        };
        var limit = new Option<int>("--limit")
        {
            Description = "How many vectors to try.",
            DefaultValueFactory = _ => int.MaxValue,
        };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var command = new Command(
            "xss", "Parses whatever is written of harmful texts, opens it in Chromium, and counts what acts.")
        {
            vectors, chromium, languages, limit, json,
        };
        command.SetAction(parse => RunAsync(
            ReadFrom(parse.GetRequiredValue(vectors), parse.GetValue(limit)),
            parse.GetValue(chromium)!,
            parse.GetValue(languages)!,
            parse.GetValue(json)));
        return command;
    }

    private static async Task RunAsync(
        ImmutableArray<string> texts, string chromium, string[] languages, bool isJson)
    {
        var clock = Stopwatch.StartNew();
        var tally = new Tally();
        var run = new XssRun(texts, tally);
        await run.LearnAsync(languages);
        await run.ParseAsync(languages);
        double parsed = clock.Elapsed.TotalSeconds;
        if (chromium.Length > 0)
        {
            await run.OpenAsync(languages, chromium);
        }

        tally.Print(
            new Dictionary<string, double>
            {
                ["texts"] = texts.Length,
                ["seconds of parsing"] = parsed,
                ["seconds in all"] = clock.Elapsed.TotalSeconds,
            },
            isJson);
    }

    private static ImmutableArray<string> ReadFrom(DirectoryInfo folder, int limit) =>
    [
        .. folder.EnumerateFiles("*.jsonl*").OrderBy(file => file.Name, StringComparer.Ordinal)
            .SelectMany(Archive.ReadLines)
            .Select(line => JsonElement.Parse(line).GetProperty("payload").GetString()!)
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Take(limit),
    ];
}

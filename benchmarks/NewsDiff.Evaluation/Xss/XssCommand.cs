using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using NewsDiff.AspNetCore;
using NewsDiff.Pages;

namespace NewsDiff.Evaluation.Xss;

/// <summary><c>xss --vectors DIR</c>: every vector through every page, feed and API answer, in Chromium.</summary>
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
            Description = "The browser.",
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
        var command = new Command("xss", "Opens a site full of harmful texts in Chromium, and counts what acts.")
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
        HostileStore hostile = await HostileStore.FillAsync(texts);
        await using WebApplication app = await ServeAsync(hostile, languages);
        string site = app.Urls.First();
        var tally = new Tally();
        await using WatchedBrowser browser = await WatchedBrowser.StartAsync(chromium, site);
        using var client = new HttpClient { BaseAddress = new Uri(site) };
        foreach (string language in languages)
        {
            // Answers of the API have no words of ours; those of a feed are in its entries.
            var crawl = new XssCrawl(browser, client, $"/{language}", tally)
            {
                IsWhole = language == languages[0],
            };
            await crawl.VisitAsync(hostile, texts);

            // It takes long; what is known so far must not be lost.
            Console.Error.WriteLine($"{language}: {clock.Elapsed.TotalSeconds:F0} s, {tally.Misses} misses so far");
        }

        tally.Print(
            new Dictionary<string, double> { ["vectors"] = texts.Length, ["seconds"] = clock.Elapsed.TotalSeconds },
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

    private static async Task<WebApplication> ServeAsync(HostileStore hostile, string[] languages)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        WebApplication app = builder.Build();
        var source = new PageSource(hostile.Store, hostile.Store, hostile.Store)
        {
            DatabaseId = new Guid("6b9f6e63-7e19-4a4c-9d38-0a3a86a1f0a1"),
        };
        foreach (string language in languages)
        {
            app.MapNewsDiff($"/{language}", new NewsDiffSiteOptions { Source = source, Language = language });
        }

        await app.StartAsync();
        return app;
    }
}

using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace NewsDiff.Evaluation.Corpus;

/// <summary><c>corpus --data DIR</c>: how fast a whole corpus is worked through, and in how much memory.</summary>
internal static class CorpusCommand
{
    private const int Runs = 3;

    internal static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data")
        {
            Description = "A folder of *.jsonl.gz, a line {id, source, versions: [{time, title, paragraphs}]} each article, "
                + "and html.tar.gz.",
            Required = true,
        };
        var tool = new Option<FileInfo>("--tool")
        {
            Description = "The newsdiff command. The default is that of this build.",
            DefaultValueFactory = _ => new FileInfo(Path.Combine(
                AppContext.BaseDirectory, "..", "..", "NewsDiff.Tool", "release", "NewsDiff.Tool.dll")),
        };
        var pairs = new Option<int>("--pairs")
        {
            Description = "How many pairs of versions go through each command; the articles are repeated.",
            DefaultValueFactory = _ => 26_700,
        };
        var lines = new Option<int>("--lines")
        {
            Description = "How many short lines the memory is watched over.",
            DefaultValueFactory = _ => 1_000_000,
        };
        var pages = new Option<int>("--pages")
        {
            Description = "How many pages of a WARC file are extracted.",
            DefaultValueFactory = _ => 5000,
        };
        var guide = new Option<FileInfo?>("--guide")
        {
            Description = "Only count the figures of the worked example, and compare them with those of this guide.",
        };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of sentences." };
        var command = new Command("corpus", "Works through a corpus; tells rates, processor time and memory.")
        {
            data, tool, pairs, lines, pages, guide, json,
        };
        command.SetAction(async (parse, stop) =>
        {
            List<CorpusLine> articles = CorpusLine.ReadAll(parse.GetRequiredValue(data));
            if (parse.GetValue(guide) is { } file)
            {
                return await WorkedExample.CheckAsync(articles, file, stop);
            }

            FileInfo newsdiff = parse.GetRequiredValue(tool);
            List<CorpusMeasure> measures = [];
            foreach (string name in (string[])["diff", "analyze"])
            {
                for (int run = 0; run < Runs; run++)
                {
                    measures.Add(await LineRun.MeasureAsync(newsdiff, name, articles, parse.GetValue(pairs), stop));
                }
            }

            measures.Add(await LineRun.MeasureShortAsync(newsdiff, articles, parse.GetValue(lines), stop));
            for (int run = 0; run < Runs; run++)
            {
                measures.Add(await PageRun.MeasureAsync(parse.GetRequiredValue(data), parse.GetValue(pages), stop));
            }

            Print(Median(measures), parse.GetValue(json));
            return 0;
        });
        return command;
    }

    // Of several runs, that with the median of processor time: other work on the machine changes it least.
    private static IEnumerable<CorpusMeasure> Median(IEnumerable<CorpusMeasure> measures) => measures
        .GroupBy(measure => measure.Name, StringComparer.Ordinal)
        .Select(runs => runs.OrderBy(run => run.Processor).ElementAt(runs.Count() / 2));

    private static void Print(IEnumerable<CorpusMeasure> measures, bool isJson)
    {
        string load = File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                processors = Environment.ProcessorCount,
                load,
                steps = measures.Select(measure => new
                {
                    step = measure.Name,
                    items = measure.Items,
                    itemsPerSecond = Math.Round(measure.PerSecond),
                    processorMicrosecondsPerItem = Math.Round(measure.MicrosecondsPerItem, 1),
                    memoryAtTenthMB = measure.EarlyMegabytes,
                    memoryMostMB = measure.MostMegabytes,
                }),
            }));
            return;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, load {load}"));
        foreach (CorpusMeasure measure in measures)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{measure.Name}: {measure.Items:N0} in {measure.Clock.TotalSeconds:F1} s, {measure.PerSecond:N0} a second; "
                + $"{measure.MicrosecondsPerItem:F0} µs of processor time each; "
                + $"{measure.EarlyMegabytes} MB after a tenth, at most {measure.MostMegabytes} MB"));
        }
    }
}

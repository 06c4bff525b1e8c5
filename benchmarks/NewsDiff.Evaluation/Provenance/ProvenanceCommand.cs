using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsDiff.Provenance;

namespace NewsDiff.Evaluation.Provenance;

/// <summary><c>provenance --revisions DIR</c>: how fast words are traced, and whether as readers traced them.</summary>
internal static class ProvenanceCommand
{
    private const int LiveVersions = 300;

    internal static Command Create()
    {
        var revisions = new Option<DirectoryInfo>("--revisions")
        {
            Description = "A folder of *.jsonl.gz, a line {id, versions: [{title, paragraphs}]} each article.",
            Required = true,
        };
        var set = new Option<string>("--set")
        {
            Description = "The file whose histories are timed, without extension.",
            DefaultValueFactory = _ => "wikipedia_versions_en",
        };
        var count = new Option<int>("--count")
        {
            Description = "How many versions are traced; the histories are repeated.",
            DefaultValueFactory = _ => 100_000,
        };
        var gold = new Option<FileInfo?>("--gold") { Description = "Words traced by hand, a line each." };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of sentences." };
        var command = new Command("provenance", "Traces the words of histories.") { revisions, set, count, gold, json };
        command.SetAction(parse =>
        {
            DirectoryInfo folder = parse.GetRequiredValue(revisions);
            List<RevisionHistory> histories = [.. RevisionHistory.ReadAll(folder, parse.GetRequiredValue(set))];
            (double rate, double coreRate) = MeasureRates(histories, parse.GetValue(count));
            double live = MeasureLiveBlog(histories);
            List<HandTrace> traces = parse.GetValue(gold) is { } file ? HandTrace.ReadAll(file) : [];
            Print(rate, coreRate, live, traces, CheckAll(folder, traces), parse.GetValue(json));
            return 0;
        });
        return command;
    }

    // Versions a second of the clock, and of one core's time: other work on the machine does not count in that.
    private static (double Rate, double CoreRate) MeasureRates(List<RevisionHistory> histories, int count)
    {
        // Once before, so that what is measured is compiled.
        histories.ForEach(history => Trace(history.Versions));
        List<RevisionHistory> repeated = [];
        for (int versions = 0, i = 0; versions < count; i++)
        {
            repeated.Add(histories[i % histories.Count]);
            versions += repeated[^1].Versions.Length;
        }

        int total = repeated.Sum(history => history.Versions.Length);
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        Parallel.ForEach(repeated, history => Trace(history.Versions));
        return (
            total / Stopwatch.GetElapsedTime(start).TotalSeconds,
            total / (Environment.CpuUsage.TotalTime - used).TotalSeconds);
    }

    // Each version has one more paragraph, at the top, and edits the one below; the texts are those of the set.
    private static double MeasureLiveBlog(List<RevisionHistory> histories)
    {
        ImmutableArray<Paragraph> texts =
        [
            .. histories.SelectMany(history => history.Versions[0].Article.Paragraphs).Take(LiveVersions),
        ];
        List<Paragraph> paragraphs = [];
        List<ArticleVersion> versions = [];
        for (int i = 0; i < texts.Length; i++)
        {
            if (i > 0)
            {
                paragraphs[0] = "Updated: " + paragraphs[0].Text;
            }

            paragraphs.Insert(0, texts[i]);
            versions.Add(RevisionHistory.MakeVersion(
                "live", i + 1, histories[0].Versions[0].Article with { Paragraphs = [.. paragraphs] }));
        }

        long start = Stopwatch.GetTimestamp();
        Trace([.. versions]);
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static WordTracer Trace(ImmutableArray<ArticleVersion> versions)
    {
        var tracer = new WordTracer();
        foreach (ArticleVersion version in versions)
        {
            tracer.Add(version);
        }

        return tracer;
    }

    private static List<(HandTrace Trace, TracedWord Found)> CheckAll(DirectoryInfo folder, List<HandTrace> traces)
    {
        List<(HandTrace Trace, TracedWord Found)> wrong = [];
        ILookup<(string Set, string Id), HandTrace> byHistory = traces.ToLookup(trace => (trace.Set, trace.Id));
        foreach (RevisionHistory history in byHistory.Select(traced => traced.Key.Set).Distinct()
            .SelectMany(set => RevisionHistory.ReadAll(folder, set)))
        {
            WordTracer? tracer = null;
            foreach (HandTrace trace in byHistory[(history.Set, history.Id)])
            {
                tracer ??= Trace(history.Versions);
                TracedWord found = trace.Find(tracer.Find(trace.Version)!);
                if (!trace.Agrees(found.Spans))
                {
                    wrong.Add((trace, found));
                }
            }
        }

        return wrong;
    }

    private static void Print(
        double rate,
        double coreRate,
        double live,
        List<HandTrace> traces,
        List<(HandTrace Trace, TracedWord Found)> wrong,
        bool isJson)
    {
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                perSecond = rate,
                perCoreSecond = coreRate,
                liveSeconds = live,
                traced = traces.Count,
                wrong = wrong.Count,
            }));
            return;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{rate:F0} versions a second on {Environment.ProcessorCount} cores, {coreRate:F0} a second of one core's "
            + $"time; a live blog of {LiveVersions} versions in {live:F3} s; {traces.Count - wrong.Count} of "
            + $"{traces.Count} words as readers traced them"));
        foreach ((HandTrace trace, TracedWord found) in wrong)
        {
            string spans = string.Join(", ", found.Spans.Select(span => $"{span.Since}–{span.Until}"));
            string expected = string.Join(", ", trace.Spans.Select(span => $"{span[0]}–{span[1]}"));
            Console.WriteLine(
                $"{trace.Set} {trace.Id}, version {trace.Version}, paragraph {trace.Paragraph} at {trace.Start}: "
                + $"{spans} instead of {expected}");
        }
    }
}

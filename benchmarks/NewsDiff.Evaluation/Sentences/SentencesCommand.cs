using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsDiff.Research;

namespace NewsDiff.Evaluation.Sentences;

/// <summary>
/// <c>sentences --gold FILE</c>: how well sentences are aligned, beside links that people drew; with
/// <c>--revisions</c>, between versions of articles.
/// </summary>
internal static class SentencesCommand
{
    internal static Command Create()
    {
        var gold = new Option<FileInfo>("--gold")
        {
            Description = "A *.jsonl.gz, a line {sentences_a, sentences_b, alignments: [{a, b}]} each pair of texts; "
                + "with --revisions, links between versions, such as hand-linked.jsonl.",
            Required = true,
        };
        var revisions = new Option<DirectoryInfo>("--revisions")
        {
            Description = "A folder of *.jsonl.gz, a line {id, lang, versions: [{title, paragraphs}]} each article.",
        };
        var misses = new Option<string>("--misses") { Description = "Lists what differs in half A or B of the links." };
        var likeness = new Option<double>("--min-likeness")
        {
            Description = "SentenceAlignmentOptions.MinLikeness.",
            DefaultValueFactory = _ => SentenceAlignmentOptions.Default.MinLikeness,
        };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of a sentence." };
        var command = new Command("sentences", "Aligns sentences, and compares the links with those of people.")
        {
            gold, revisions, likeness, misses, json,
        };
        command.SetAction(parse =>
        {
            var options = new SentenceAlignmentOptions { MinLikeness = parse.GetValue(likeness) };
            FileInfo file = parse.GetRequiredValue(gold);
            if (parse.GetValue(revisions) is { } folder)
            {
                LinkReport.Print(folder, file, options, parse.GetValue(misses), parse.GetValue(json));
                return 0;
            }

            Measure([.. Archive.ReadLines(file).Select(AlignedTexts.Parse)], options, parse.GetValue(json));
            return 0;
        });
        return command;
    }

    private static void Measure(List<AlignedTexts> texts, SentenceAlignmentOptions options, bool isJson)
    {
        long start = Stopwatch.GetTimestamp();
        List<HashSet<(int, int)>> found = [.. texts.Select(text => text.Align(options))];
        double rate = texts.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
        Print(texts, found, rate, isJson);
    }

    private static void Print(List<AlignedTexts> texts, List<HashSet<(int, int)>> found, double rate, bool isJson)
    {
        int right = texts.Zip(found).Sum(pair => pair.Second.Count(pair.First.Links.Contains));
        double precision = (double)right / Math.Max(1, found.Sum(links => links.Count));
        double recall = (double)right / Math.Max(1, texts.Sum(text => text.Links.Count));
        double f1 = 2 * precision * recall / Math.Max(double.Epsilon, precision + recall);
        Console.WriteLine(isJson
            ? JsonSerializer.Serialize(new { texts = texts.Count, precision, recall, f1, perSecond = rate })
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{texts.Count} pairs of texts: precision {precision:F3}, recall {recall:F3}, F1 {f1:F3}; {rate:F0} a second"));
    }
}

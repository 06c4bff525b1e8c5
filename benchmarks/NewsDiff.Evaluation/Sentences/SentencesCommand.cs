using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using NewsDiff.Research;

namespace NewsDiff.Evaluation.Sentences;

/// <summary><c>sentences --gold FILE</c>: how well sentences are aligned, beside links that people drew.</summary>
internal static class SentencesCommand
{
    internal static Command Create()
    {
        var gold = new Option<FileInfo>("--gold")
        {
            Description = "A *.jsonl.gz, a line {sentences_a, sentences_b, alignments: [{a, b}]} each pair of texts.",
            Required = true,
        };
        var likeness = new Option<double>("--min-likeness")
        {
            Description = "SentenceAlignmentOptions.MinLikeness.",
            DefaultValueFactory = _ => SentenceAlignmentOptions.Default.MinLikeness,
        };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of a sentence." };
        var command = new Command("sentences", "Aligns sentences, and compares the links with those of people.")
        {
            gold, likeness, json,
        };
        command.SetAction(parse =>
        {
            var options = new SentenceAlignmentOptions { MinLikeness = parse.GetValue(likeness) };
            List<AlignedTexts> texts = [.. Archive.ReadLines(parse.GetRequiredValue(gold)).Select(AlignedTexts.Parse)];
            long start = Stopwatch.GetTimestamp();
            List<HashSet<(int, int)>> found = [.. texts.Select(text => text.Align(options))];
            double rate = texts.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
            Print(texts, found, rate, parse.GetValue(json));
            return 0;
        });
        return command;
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

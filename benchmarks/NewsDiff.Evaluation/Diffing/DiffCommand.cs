using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace NewsDiff.Evaluation.Diffing;

/// <summary><c>diff --corpus DIR</c>: time, allocation and readability of the comparison, per class of pairs.</summary>
internal static class DiffCommand
{
    private const int LargestForDiffPlex = 400_000;

    internal static Command Create()
    {
        var corpus = new Option<DirectoryInfo>("--corpus")
        {
            Description = "A folder of NAME.old.txt and NAME.new.txt; a folder below it is a class of its own.",
            Required = true,
        };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object a class instead of the table." };
        var output = new Option<FileInfo?>("--out") { Description = "Writes {name, ops} of every pair to this file, a line each." };
        var alone = new Option<bool>("--no-diffplex") { Description = "Leaves DiffPlex 1.4.4 out." };
        var command = new Command("diff", "Measures the comparison of two texts.") { corpus, json, output, alone };
        command.SetAction(result =>
        {
            DirectoryInfo folder = result.GetRequiredValue(corpus);
            if (!folder.Exists)
            {
                Console.Error.WriteLine($"There is no folder {folder.FullName}.");
                return 2;
            }

            List<TextPair> pairs = TextPair.ReadAll(folder);
            if (result.GetValue(output) is { } file)
            {
                WriteOperations(pairs, file);
            }

            WarmUp(pairs);
            IEnumerable<IGrouping<string, PairMeasure>> classes = pairs
                .Select(pair => PairMeasure.Of(
                    pair, !result.GetValue(alone) && pair.Class != "adv" && pair.Old.Length < LargestForDiffPlex))
                .GroupBy(measure => measure.Class)
                .SelectMany(group => group.Key is "adv" or "scale" ? group.GroupBy(measure => measure.Name) : [group]);
            Print(classes, result.GetValue(json));
            return 0;
        });
        return command;
    }

    private static void WarmUp(List<TextPair> pairs)
    {
        for (int round = 0; round < 30; round++)
        {
            foreach (TextPair pair in pairs.Where(pair => pair.Old.Length < 20_000).Take(100))
            {
                _ = TextDiff.Compute(pair.Old, pair.New);
            }
        }
    }

    private static void Print(IEnumerable<IGrouping<string, PairMeasure>> classes, bool json)
    {
        if (!json)
        {
            Console.WriteLine("class            pairs  median µs  DiffPlex µs  ratio   alloc B   marked words    runs  space islands");
        }

        foreach (IGrouping<string, PairMeasure> group in classes)
        {
            double micros = PairMeasure.Median(group.Select(measure => measure.Micros));
            double[] rivals = [.. group.Select(measure => measure.DiffPlexMicros).OfType<double>()];
            double? rival = rivals.Length == 0 ? null : PairMeasure.Median(rivals);
            double allocated = PairMeasure.Median(group.Select(measure => (double)measure.AllocatedBytes));
            int marked = group.Sum(measure => measure.MarkedWords);
            int runs = group.Sum(measure => measure.Runs);
            int islands = group.Sum(measure => measure.SpaceIslands);
            Console.WriteLine(json
                ? JsonSerializer.Serialize(new
                {
                    @class = group.Key,
                    pairs = group.Count(),
                    medianMicros = micros,
                    diffPlexMicros = rival,
                    allocatedBytes = allocated,
                    markedWords = marked,
                    runs,
                    spaceIslands = islands,
                })
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{group.Key,-16} {group.Count(),5} {micros,10:F1} {rival,12:F1} {rival / micros,6:F1} {allocated,9:F0} {marked,14} {runs,7} {islands,14}"));
        }
    }

    private static void WriteOperations(List<TextPair> pairs, FileInfo file)
    {
        using StreamWriter writer = file.CreateText();
        foreach (TextPair pair in pairs)
        {
            TextDiff diff = TextDiff.Compute(pair.Old, pair.New);
            var operations = diff.Edits.Select(edit => edit.Kind switch
            {
                EditKind.Delete => new[] { "-", pair.Old[edit.OldRange] },
                EditKind.Insert => ["+", pair.New[edit.NewRange]],
                _ => ["=", pair.New[edit.NewRange]],
            });
            writer.WriteLine(JsonSerializer.Serialize(new { name = pair.Name, ops = operations }));
        }
    }
}

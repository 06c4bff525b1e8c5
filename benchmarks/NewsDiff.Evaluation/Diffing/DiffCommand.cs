using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace NewsDiff.Evaluation.Diffing;

/// <summary><c>diff --corpus DIR</c>: time, allocation and readability of the comparison, per class of pairs.</summary>
internal static class DiffCommand
{
    private const int LargestForDiffPlex = 400_000;
    private const int LargestForExact = 200_000;

    internal static Command Create()
    {
        var corpus = new Option<DirectoryInfo>("--corpus")
        {
            Description = "A folder of NAME.old.txt and NAME.new.txt; a folder below it is a class of its own.",
            Required = true,
        };
        var json = new Option<bool>(
            "--json")
        { Description = "Prints one JSON object a class, a line each, instead of the table." };
        var output = new Option<FileInfo?>(
            "--out")
        {
            Description = "Writes {name, ops} of every pair to this file, a line each; nothing is timed then.",
        };
        var alone = new Option<bool>("--no-diffplex") { Description = "Leaves DiffPlex out." };
        var command = new Command(
            "diff",
            "Measures the comparison of two texts: processor time of the thread (medians of interleaved rounds, then "
            + "of pairs), allocation of a "
            + "call, and of the first call of a new differ, D (tokens marked), words marked beside the least "
            + "possible, runs, and islands without a word.")
        {
            corpus, json, output, alone,
        };
        command.SetAction(result =>
        {
            if (TryRead(result.GetRequiredValue(corpus)) is not { } pairs)
            {
                return 2;
            }

            if (result.GetValue(output) is { } file)
            {
                File.WriteAllLines(
                    file.FullName,
                    pairs.Select(pair => Operations.ToJson(pair.Name, TextDiff.Compute(pair.Old, pair.New))));
                return 0;
            }

            WarmUp(pairs);
            IEnumerable<IGrouping<string, PairMeasure>> classes = pairs
                .Select(pair => PairMeasure.Of(
                    pair,
                    withDiffPlex: !result.GetValue(alone)
                        && pair.Class != "adv"
                        && pair.Old.Length < LargestForDiffPlex,
                    withLeast: Math.Max(pair.Old.Length, pair.New.Length) < LargestForExact))
                .GroupBy(measure => measure.Class)
                .SelectMany(group => group.Key is "adv" or "scale" ? group.GroupBy(measure => measure.Name) : [group]);
            Print(classes, result.GetValue(json));
            return 0;
        });
        return command;
    }

    private static List<TextPair>? TryRead(DirectoryInfo folder)
    {
        try
        {
            if (folder.Exists && TextPair.ReadAll(folder) is { Count: > 0 } pairs)
            {
                return pairs;
            }

            Console.Error.WriteLine(
                folder.Exists
                    ? $"There is no *.old.txt in {folder.FullName}."
                    : $"There is no folder {folder.FullName}.");
        }
        catch (IOException exception)
        {
            Console.Error.WriteLine(exception.Message);
        }

        return null;
    }

    // The runtime optimises what it has seen often, in the background: it is given texts, and pauses. A single long
    // text would be measured half compiled.
    private static void WarmUp(List<TextPair> pairs)
    {
        (string Old, string New)[] texts = [.. pairs.Take(100).Select(pair => (Start(pair.Old), Start(pair.New)))];
        for (int pause = 0; pause < 10; pause++)
        {
            for (int i = 0; i < 400; i++)
            {
                (string old, string @new) = texts[i % texts.Length];
                _ = TextDiff.Compute(old, @new);
            }

            Thread.Sleep(100);
        }

        static string Start(string text) => text.Length <= 20_000 ? text : text[..20_000];
    }

    private static void Print(IEnumerable<IGrouping<string, PairMeasure>> classes, bool json)
    {
        if (!json)
        {
            Console.WriteLine(
                "class            pairs  median µs  DiffPlex µs  ratio   alloc B     first B         D     words   "
                + "least    runs  space islands");
        }

        foreach (IGrouping<string, PairMeasure> group in classes)
        {
            double micros = PairMeasure.Median(group.Select(measure => measure.Micros));
            double[] rivals = [.. group.Select(measure => measure.DiffPlexMicros).OfType<double>()];
            double? rival = rivals.Length == 0 ? null : PairMeasure.Median(rivals);
            double allocated = PairMeasure.Median(group.Select(measure => (double)measure.AllocatedBytes));
            double first = PairMeasure.Median(group.Select(measure => (double)measure.FirstBytes));
            DiffShape sum = group.Aggregate(default(DiffShape), (shape, measure) => shape + measure.Shape);
            int? least = group.Aggregate((int?)0, (words, measure) => words + measure.LeastWords);
            Console.WriteLine(json
                ? JsonSerializer.Serialize(new
                {
                    @class = group.Key,
                    pairs = group.Count(),
                    medianMicros = micros,
                    diffPlexMicros = rival,
                    allocatedBytes = allocated,
                    firstBytes = first,
                    d = sum.Tokens,
                    markedWords = sum.Words,
                    leastWords = least,
                    runs = sum.Runs,
                    spaceIslands = sum.SpaceIslands,
                })
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{group.Key,-16} {group.Count(),5} {micros,10:F1} {rival,12:F1} {rival / micros,6:F1} "
                    + $"{allocated,9:F0} {first,11:F0} {sum.Tokens,9} {sum.Words,9} {least,7} {sum.Runs,7} "
                    + $"{sum.SpaceIslands,14}"));
        }
    }
}

using System.CommandLine;
using System.Globalization;
using NewsDiff.Evaluation.Alignment;

namespace NewsDiff.Evaluation.Moves;

/// <summary><c>moves --revisions DIR</c>: whether what is deleted and inserted alike is shown as moved.</summary>
internal static class MovesCommand
{
    internal static Command Create()
    {
        var revisions = new Option<DirectoryInfo>("--revisions")
        {
            Description = "A folder of *.jsonl.gz, one line {id, versions: [{title, paragraphs}]} for each article.",
            Required = true,
        };
        var output = new Option<FileInfo?>("--out")
        {
            Description = "Writes each move in an article, with its paragraphs, to this file, a line of JSON each.",
        };
        var details = new Option<bool>("--details") { Description = "Lists the blocks that are not moves." };
        var command = new Command(
            "moves",
            "Counts pairs where eight words, letter for letter, are deleted and inserted, and did not move.")
        {
            revisions, output, details,
        };
        command.SetAction(result =>
        {
            DirectoryInfo folder = result.GetRequiredValue(revisions);
            if (!folder.Exists)
            {
                Console.Error.WriteLine($"There is no folder {folder.FullName}.");
                return 2;
            }

            using StreamWriter? writer = result.GetValue(output)?.CreateText();
            List<RevisionPair> pairs = [.. RevisionPair.ReadAll(folder)];
            Console.WriteLine(
                "set                         pairs   moves   blocks before    after   moves' time of the diff's");
            bool isDetailed = result.GetValue(details);
            Print("as texts", [.. pairs.Select(MoveMeasure.OfText)], isDetailed);
            Print("as articles", [.. pairs.Select(pair => MoveMeasure.OfArticle(pair, writer))], isDetailed);
            return 0;
        });
        return command;
    }

    private static void Print(string title, List<MoveMeasure> measures, bool isDetailed)
    {
        Console.WriteLine(title);
        foreach (IGrouping<string, MoveMeasure> set in measures.GroupBy(measure => measure.Set).Append(
            measures.GroupBy(_ => "all").Single()))
        {
            int pairs = set.Count();
            int before = set.Count(measure => measure.Before);
            int after = set.Count(measure => measure.Left is not null);
            int moves = set.Sum(measure => measure.Moves);
            double share = set.Sum(measure => measure.MovesTime) / set.Sum(measure => measure.DiffTime);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{set.Key,-26} {pairs,6} {moves,7} {before,6} {Percent(before, pairs),6:F1} %"
                + $" {after,5} {Percent(after, pairs),5:F1} % {100 * share,12:F1} %"));
        }

        foreach (MoveMeasure measure in isDetailed ? measures.Where(measure => measure.Left is not null) : [])
        {
            Console.WriteLine($"  {measure.Set}: {measure.Left}");
        }
    }

    private static double Percent(int part, int whole) => 100.0 * part / whole;
}

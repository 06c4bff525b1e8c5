using System.Globalization;
using System.Text.Json;
using NewsDiff.Classification;
using NewsDiff.Evaluation.Alignment;

namespace NewsDiff.Evaluation.Classes;

/// <summary>Compares the classes of changes with those that a reader saw, half by half.</summary>
internal static class GoldReport
{
    internal static void Print(
        IEnumerable<RevisionPair> pairs,
        FileInfo file,
        string? misses,
        bool isJson,
        Func<RevisionPair, ArticleChange> read)
    {
        var byPlace = pairs.ToDictionary(pair => (pair.Set, pair.Id, pair.From));
        List<(HandClasses Gold, ChangeClasses Found)> rows =
        [
            .. HandClasses.ReadAll(file)
                .Select(gold => (gold, ChangeClassifier.Classify(read(gold.Find(byPlace))))),
        ];
        foreach ((HandClasses gold, ChangeClasses found) in rows.Where(row => row.Gold.Half.ToString() == misses))
        {
            PrintMiss(gold, found);
        }

        var halves = (
            from row in rows
            from isSure in (bool[])[false, true]
            where !isSure || !row.Gold.Unsure
            group row by (row.Gold.Half, isSure) into half
            orderby half.Key
            select (half.Key.Half, half.Key.isSure, Scores: ScoresOf(half))).ToList();
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                halves.Select(half => Summary(half.Half, half.isSure, half.Scores))));
            return;
        }

        foreach ((char half, bool isSure, ClassScores scores) in halves)
        {
            PrintTable($"half {half}{(isSure ? ", without unsure ones" : "")}", scores);
        }
    }

    private static ClassScores ScoresOf(IEnumerable<(HandClasses Gold, ChangeClasses Found)> rows)
    {
        var scores = new ClassScores();
        foreach ((HandClasses gold, ChangeClasses found) in rows)
        {
            scores.Count(gold, found);
        }

        return scores;
    }

    private static object Summary(char half, bool isSure, ClassScores scores) => new
    {
        half,
        withoutUnsure = isSure,
        changes = scores.Changes,
        macroF1 = Math.Round(scores.MacroF1, 3),
        noise = scores.NoiseLabels,
        withoutClass = scores.WithoutClass,
        classes = scores.Rows.ToDictionary(
            row => row.Class.ToString(), row => new { row.Right, row.Found, row.Real, f1 = Math.Round(row.F1, 3) }),
    };

    private static void PrintTable(string name, ClassScores scores)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {scores.Changes} changes, macro-F1 {scores.MacroF1:F3}, "
            + $"noise {scores.NoiseLabels}, without class {scores.WithoutClass}"));
        foreach ((ChangeClass of, int right, int found, int real, double f1) in scores.Rows)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {of,-12} P {Share(right, found)} R {Share(right, real)} F1 {f1:F3} "
                + $"({right} right, {found} found, {real} real)"));
        }
    }

    private static string Share(int part, int whole) =>
        whole == 0 ? "    –" : ((double)part / whole).ToString("F3", CultureInfo.InvariantCulture);

    private static void PrintMiss(HandClasses gold, ChangeClasses found)
    {
        (ChangeClass[] missed, ChangeClass[] wrong) = ClassScores.Compare(gold, found);
        if (missed.Length + wrong.Length == 0)
        {
            return;
        }

        string unsure = gold.Unsure ? " (unsure)" : "";
        Console.WriteLine($"{gold.Set} {gold.Id} {gold.From}{unsure}: "
            + string.Join(' ', missed.Select(of => $"-{of}").Concat(wrong.Select(of => $"+{of}"))));
        foreach (ChangeLabel label in found.Labels.Where(label => wrong.Contains(label.Class)))
        {
            Console.WriteLine($"    {label.Class} {label.Row}: {label.Reason}");
        }
    }
}

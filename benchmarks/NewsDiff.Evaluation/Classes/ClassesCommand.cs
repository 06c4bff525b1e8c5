using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsDiff.Classification;
using NewsDiff.Evaluation.Alignment;

namespace NewsDiff.Evaluation.Classes;

/// <summary>
/// <c>classes --revisions DIR</c>: how often each class is found in real changes, and how fast; with <c>--gold</c>,
/// how well they agree with what a reader saw.
/// </summary>
internal static class ClassesCommand
{
    internal static Command Create()
    {
        var revisions = new Option<DirectoryInfo>("--revisions")
        {
            Description = "A folder of *.jsonl.gz, a line {id, lang, versions: [{title, paragraphs}]} each article.",
            Required = true,
        };
        var show = new Option<int>("--show") { Description = "Prints so many changes with their classes, at random." };
        var seed = new Option<int>("--seed")
        {
            Description = "The seed of the changes shown.",
            DefaultValueFactory = _ => 1,
        };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var gold = new Option<FileInfo>("--gold") { Description = "Labelled changes, such as hand-classed.jsonl." };
        var misses = new Option<string>("--misses") { Description = "Lists what differs in half A or B of the gold." };
        var command = new Command("classes", "Counts the classes of real changes.")
        {
            revisions, show, seed, json, gold, misses,
        };
        command.SetAction(parse =>
        {
            if (parse.GetValue(gold) is { } file)
            {
                IEnumerable<RevisionPair> pairs = RevisionPair.ReadAll(parse.GetRequiredValue(revisions));
                GoldReport.Print(pairs, file, parse.GetValue(misses), parse.GetValue(json), ChangeOf);
                return 0;
            }

            CountAll(
                parse.GetRequiredValue(revisions), parse.GetValue(show), parse.GetValue(seed), parse.GetValue(json));
            return 0;
        });
        return command;
    }

    private static void CountAll(DirectoryInfo revisions, int show, int seed, bool isJson)
    {
        List<ArticleChange> changes =
        [
            .. RevisionPair.ReadAll(revisions).Select(ChangeOf)
                .Where(change => change.Diff.HasChanges),
        ];
        TimeSpan start = Environment.CpuUsage.TotalTime;
        List<ChangeClasses> classes = [.. changes.Select(change => ChangeClassifier.Classify(change))];
        double rate = changes.Count / (Environment.CpuUsage.TotalTime - start).TotalSeconds;
        Print(classes, rate, isJson);
        var random = new Random(seed);
        foreach (int index in Enumerable.Range(0, changes.Count).OrderBy(_ => random.Next())
            .Take(show))
        {
            Show(changes[index], classes[index]);
        }
    }

    private static ArticleChange ChangeOf(RevisionPair pair) =>
        new(Version(pair, 1, pair.Old), Version(pair, 2, pair.New));

    private static ArticleVersion Version(RevisionPair pair, int number, Article article) => new()
    {
        ArticleId = pair.Id,
        Number = number,
        Article = article,
        ContentHash = ContentHash.Compute(article),
        SeenAt = DateTimeOffset.UnixEpoch.AddHours(number),
    };

    private static void Print(List<ChangeClasses> classes, double rate, bool isJson)
    {
        var counts = Enum.GetValues<ChangeClass>().ToDictionary(of => of, of => classes.Count(item => item.Has(of)));
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                changes = classes.Count,
                perSecond = Math.Round(rate),
                counts = counts.ToDictionary(count => count.Key.ToString(), count => count.Value),
            }));
            return;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{classes.Count} changes, {rate:F0} a second of processor time after the comparison"));
        foreach ((ChangeClass of, int count) in counts)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{of,-12} {count,6} {(double)count / classes.Count,7:P1}"));
        }
    }

    private static void Show(ArticleChange change, ChangeClasses classes)
    {
        Console.WriteLine($"\n{change.ArticleId}: {classes}");
        foreach (ChangeLabel label in classes.Labels)
        {
            string row = label.Row?.ToString(CultureInfo.InvariantCulture) ?? "all";
            Console.WriteLine($"  {label.Class,-12} {row,4} {label.Reason}");
        }
    }
}

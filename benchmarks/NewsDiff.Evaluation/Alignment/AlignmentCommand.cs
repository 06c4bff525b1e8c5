using System.CommandLine;
using System.Text.Json;

namespace NewsDiff.Evaluation.Alignment;

/// <summary>
/// <c>alignment --revisions DIR</c>: how well aligned paragraphs agree with planted changes and with people.
/// </summary>
internal static class AlignmentCommand
{
    private const int Seed = 20111113;

    internal static Command Create()
    {
        var revisions = new Option<DirectoryInfo>("--revisions")
        {
            Description = "A folder of *.jsonl.gz, one line {id, versions: [{title, paragraphs}]} for each article.",
            Required = true,
        };
        var gold = new Option<FileInfo?>(
            "--gold")
        {
            Description = "Hand-made alignments, a line {id, from, to, links, hunks} each pair of versions.",
        };
        var output = new Option<FileInfo?>(
            "--out")
        { Description = "Writes our alignment of every pair in the same form to this file." };
        var seed = new Option<int>(
            "--seed")
        { Description = "The seed of the planted changes.", DefaultValueFactory = _ => Seed };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var details = new Option<bool>("--details") { Description = "Lists what was missed." };
        var command = new Command(
            "alignment",
            "Measures how paragraphs of two versions are paired.") { revisions, gold, output, seed, json, details };
        command.SetAction(result =>
        {
            DirectoryInfo folder = result.GetRequiredValue(revisions);
            if (!folder.Exists || result.GetValue(gold) is { Exists: false })
            {
                Console.Error.WriteLine(
                    folder.Exists
                        ? $"There is no file {result.GetValue(gold)}."
                        : $"There is no folder {folder.FullName}.");
                return 2;
            }

            List<RevisionPair> pairs = [.. RevisionPair.ReadAll(folder)];
            if (result.GetValue(output) is { } file)
            {
                File.WriteAllLines(
                    file.FullName,
                    pairs.Select(Align).Select(record => JsonSerializer.Serialize(record, AlignmentRecord.Json)));
            }

            var misses = new List<string>();
            var figures = new Dictionary<string, Ratio>(StringComparer.Ordinal);
            foreach ((string name, double edited) in new[]
            {
                ("planted", 0.0), ("planted and 15 % of words edited", 0.15),
            })
            {
                PlantedScore score = ScorePlanted(
                    pairs, new Planter(new Random(result.GetValue(seed)), edited), name, misses);
                figures[$"moved, {name}"] = score.Moved;
                figures[$"split, {name}"] = score.Split;
                figures[$"merged, {name}"] = score.Merged;
            }

            if (result.GetValue(gold) is { } goldFile)
            {
                GoldScore score = ScoreGold(pairs, goldFile, misses);
                figures["links, by hand"] = score.AllLinks;
                figures["changed links, by hand"] = score.ChangedLinks;
                figures["kinds of links, by hand"] = score.Kinds;
                if (score.Marks.Wanted > 0)
                {
                    figures["marked characters, by hand"] = score.Marks;
                }
            }

            Print(figures, result.GetValue(details) ? misses : [], result.GetValue(json));
            return 0;
        });
        return command;
    }

    private static AlignmentRecord Align(RevisionPair pair) => AlignmentRecord.Of(pair, pair.Compare());

    private static PlantedScore ScorePlanted(
        List<RevisionPair> pairs,
        Planter planter,
        string name,
        List<string> misses)
    {
        var scores = new List<PlantedScore>();
        foreach (RevisionPair pair in pairs)
        {
            if (planter.Plant(pair) is not ({ } changed, { } planted))
            {
                continue;
            }

            AlignmentRecord own = Align(changed);
            scores.Add(PlantedScore.Of(planted, own));
            if (!scores[^1].IsPerfect)
            {
                misses.Add($"{name}: {pair.Id} {pair.From}: {scores[^1]}");
                misses.AddRange(planted.Select(link => $"  planted {Sketch(link)}"));
                misses.AddRange(
                    own.Links.Where(link => link.Kind is not ("unchanged" or "modified")).Select(
                        link => $"  found   {Sketch(link)}"));
            }
        }

        return PlantedScore.Sum(scores);
    }

    private static GoldScore ScoreGold(List<RevisionPair> pairs, FileInfo file, List<string> misses)
    {
        var byKey = pairs.ToDictionary(pair => (pair.Id, pair.From));
        var scores = new List<GoldScore>();
        foreach (AlignmentRecord gold in AlignmentRecord.ReadAll(file))
        {
            scores.Add(GoldScore.Of(gold, Align(byKey[(gold.Id, gold.From)])));
            misses.Add(
                $"by hand: {gold.Id} {gold.From}: changed links {scores[^1].ChangedLinks}, marks {scores[^1].Marks}");
        }

        return GoldScore.Sum(scores);
    }

    private static string Sketch(AlignmentLink link) =>
        $"{link.Kind} {string.Join(',', link.Old)} > {string.Join(',', link.New)}";

    private static void Print(Dictionary<string, Ratio> figures, List<string> misses, bool isJson)
    {
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(new { figures, misses }, AlignmentRecord.Json));
            return;
        }

        misses.ForEach(Console.WriteLine);
        foreach ((string name, Ratio ratio) in figures)
        {
            Console.WriteLine($"{name,-46} {ratio}");
        }
    }
}

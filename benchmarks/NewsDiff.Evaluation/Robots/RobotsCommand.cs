using System.CommandLine;
using System.Text.Json;
using NewsDiff.Fetching.Robots;

namespace NewsDiff.Evaluation.Robots;

/// <summary>
/// <c>robots --unit FILE --real FILE --corpus CORPUS.tar.gz</c>: verdicts on robots.txt files, damaged ones, and how
/// fast.
/// </summary>
internal static class RobotsCommand
{
    public static Command Create()
    {
        var unit = new Option<FileInfo>(
            "--unit")
        { Description = "Single cases with their files, .jsonl or .jsonl.gz." };
        var real = new Option<FileInfo>(
            "--real")
        { Description = "Verdicts on the files of the corpus, .jsonl or .jsonl.gz." };
        var corpus = new Option<FileInfo>("--corpus") { Description = "The files, a .tar.gz." };
        var mutations = new Option<int>(
            "--mutations")
        { Description = "Damaged files to read.", DefaultValueFactory = _ => 100_000 };
        var seed = new Option<int>("--seed") { Description = "Where the damage begins.", DefaultValueFactory = _ => 1 };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var command = new Command(
            "robots", "Scores and times verdicts on robots.txt files.") { unit, real, corpus, mutations, seed, json };
        command.Validators.Add(result =>
        {
            if ((result.GetResult(real) is null) != (result.GetResult(corpus) is null))
            {
                result.AddError("--real and --corpus belong together.");
            }
        });
        command.SetAction(parse => Run(
            parse.GetValue(unit), parse.GetValue(real), parse.GetValue(corpus), parse.GetValue(mutations),
            parse.GetValue(seed), parse.GetValue(json)));
        return command;
    }

    private static void Run(FileInfo? unit, FileInfo? real, FileInfo? corpus, int mutations, int seed, bool isJson)
    {
        var tally = new Tally();
        var figures = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (JsonElement row in RowsOf(unit))
        {
            RobotsCase.CountUnit(row, tally);
        }

        if (real is not null && corpus is not null)
        {
            Dictionary<string, byte[]> files = Archive.ReadFiles(corpus);
            JsonElement[] rows = [.. RowsOf(real)];
            Dictionary<string, RobotsFile> parsed = files.ToDictionary(
                file => file.Key, file => RobotsFile.Parse(file.Value), StringComparer.Ordinal);
            foreach (JsonElement row in rows)
            {
                RobotsCase.CountReal(row, parsed, tally);
            }

            RobotsTiming.Add(files, parsed, rows, figures);
            RobotsDamage.Count([.. files.Values], mutations, seed, tally, figures);
        }

        figures["100 stars on 8 kB, longest ms"] = RobotsTiming.ManyStars();
        tally.Print(figures, isJson);
    }

    private static IEnumerable<JsonElement> RowsOf(FileInfo? file) =>
        file is null ? [] : Archive.ReadLines(file).Select(line => JsonElement.Parse(line));
}

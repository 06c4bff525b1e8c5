using System.CommandLine;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace NewsDiff.Evaluation.Cases;

/// <summary><c>cases DIR</c>: small inputs modelled on bug reports, with expected results.</summary>
internal static class CasesCommand
{
    private static readonly CaseSuite[] Suites =
    [
        new("extraction.jsonl", ExtractionCases.CheckAsync),
        new("diff.jsonl", DiffCases.CheckAsync),
        new("feeds.jsonl", FeedCases.CheckAsync),
    ];

    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "A folder with a .jsonl file for each suite." };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the list." };
        var command = new Command("cases", "Runs cases from bug reports, and lists those that fail.") { folder, json };
        command.SetAction(parse => RunAsync(parse.GetRequiredValue(folder), parse.GetValue(json)));
        return command;
    }

    /// <summary>Runs every suite whose file is there.</summary>
    /// <returns>The exit code: 1 when a case fails that passed when it was recorded.</returns>
    private static async Task<int> RunAsync(DirectoryInfo folder, bool isJson)
    {
        var report = new CaseReport();
        foreach (CaseSuite suite in Suites)
        {
            var file = new FileInfo(Path.Combine(folder.FullName, suite.File));
            foreach (JsonElement row in file.Exists
                ? Archive.ReadLines(file).Select(line => JsonElement.Parse(line))
                : [])
            {
                report.Add(suite.File, row, await CheckAsync(suite, row));
            }
        }

        report.Print(isJson);
        return report.HasRegressed ? 1 : 0;
    }

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is thrown is what came out otherwise.")]
    private static async Task<IReadOnlyList<CaseMismatch>?> CheckAsync(CaseSuite suite, JsonElement row)
    {
        try
        {
            return await suite.CheckAsync(row);
        }
        catch (Exception exception)
        {
            return [new CaseMismatch("exception", "none", $"{exception.GetType().Name}: {exception.Message}")];
        }
    }
}

using System.CommandLine;
using System.Text.Json;

namespace NewsDiff.Evaluation.Charset;

/// <summary>
/// <c>charset --files FILES.tar.gz --cases CASES.jsonl.gz</c>: how often the encoding of a text is found.
/// </summary>
internal static class CharsetCommand
{
    public static Command Create()
    {
        var files = new Option<FileInfo>("--files") { Description = "The texts, a .tar.gz.", Required = true };
        var cases = new Option<FileInfo>(
            "--cases")
        { Description = "The cases, .jsonl or .jsonl.gz.", Required = true };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var command = new Command("charset", "Scores how the encoding of a text is found.") { files, cases, json };
        command.SetAction(
            parse => Run(parse.GetRequiredValue(files), parse.GetRequiredValue(cases), parse.GetValue(json)));
        return command;
    }

    private static void Run(FileInfo filesFile, FileInfo casesFile, bool isJson)
    {
        Dictionary<string, byte[]> files = Archive.ReadFiles(filesFile);
        var tally = new Tally();
        var effort = new Effort();
        foreach (JsonElement row in Archive.ReadLines(casesFile).Select(line => JsonElement.Parse(line)))
        {
            CharsetCase.Count(row, file => files[file], effort, tally);
        }

        tally.Print(effort.ToFigures(), isJson);
    }
}

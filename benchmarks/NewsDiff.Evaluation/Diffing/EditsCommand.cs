using System.CommandLine;
using System.Text.Json;
using NewsDiff.Evaluation.Alignment;

namespace NewsDiff.Evaluation.Diffing;

/// <summary>
/// <c>edits --gold FILE</c>: how well the marked words agree with those that people marked.
/// </summary>
internal static class EditsCommand
{
    internal static Command Create()
    {
        var gold = new Option<FileInfo>("--gold")
        {
            Description =
                "Lines {a, b, edits}: tokens parted by spaces, and for every reader the ranges of tokens edited on "
                + "both sides.",
            Required = true,
        };
        var output = new Option<FileInfo?>(
            "--out")
        { Description = "Writes {name, ops} of every pair to this file, a line each." };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of the table." };
        var command = new Command(
            "edits", "Compares the marked words with those that people marked.") { gold, output, json };
        command.SetAction(result =>
        {
            FileInfo file = result.GetRequiredValue(gold);
            if (!file.Exists)
            {
                Console.Error.WriteLine($"There is no file {file.FullName}.");
                return 2;
            }

            using StreamWriter? writer = result.GetValue(output)?.CreateText();
            var sum = default(Ratio);
            foreach (string line in Archive.ReadLines(file))
            {
                using JsonDocument row = JsonDocument.Parse(line);
                TextDiff diff = TextDiff.Compute(
                    row.RootElement.GetProperty("a").GetString()!, row.RootElement.GetProperty("b").GetString()!);
                writer?.WriteLine(Operations.ToJson(row.RootElement.GetProperty("id").GetString()!, diff));
                HashSet<(bool, int)> marked = Marked(diff);
                sum = row.RootElement.GetProperty("edits").EnumerateArray()
                    .Aggregate(sum, (total, reader) => total + Ratio.Of(marked, Wanted(reader)));
            }

            Console.WriteLine(result.GetValue(json) ? JsonSerializer.Serialize(sum) : $"tokens marked  {sum}");
            return 0;
        });
        return command;
    }

    private static HashSet<(bool IsNew, int Token)> Wanted(JsonElement reader)
    {
        var tokens = new HashSet<(bool, int)>();
        foreach (JsonElement edit in reader.EnumerateArray())
        {
            Add(tokens, isNew: false, edit, "sentence-1-token-indices");
            Add(tokens, isNew: true, edit, "sentence-2-token-indices");
        }

        return tokens;
    }

    private static void Add(HashSet<(bool, int)> tokens, bool isNew, JsonElement edit, string name)
    {
        if (edit.TryGetProperty(name, out JsonElement range)
            && range is { ValueKind: JsonValueKind.Array }
            && range.GetArrayLength() == 2)
        {
            for (int i = range[0].GetInt32(); i < range[1].GetInt32(); i++)
            {
                tokens.Add((isNew, i));
            }
        }
    }

    // A token is marked when any of its characters is.
    private static HashSet<(bool IsNew, int Token)> Marked(TextDiff diff)
    {
        var tokens = new HashSet<(bool, int)>();
        foreach (DiffEdit edit in diff.Edits.Where(edit => edit.Kind != EditKind.Equal))
        {
            bool isNew = edit.Kind == EditKind.Insert;
            string text = isNew ? diff.NewText : diff.OldText;
            Range range = isNew ? edit.NewRange : edit.OldRange;
            int token = text.AsSpan(0, range.Start.Value).Count(' ');
            for (int i = range.Start.Value; i < range.End.Value; i++)
            {
                if (text[i] == ' ')
                {
                    token++;
                }
                else
                {
                    tokens.Add((isNew, token));
                }
            }
        }

        return tokens;
    }
}

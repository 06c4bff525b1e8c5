using System.CommandLine;
using System.Text.Json;
using NewsDiff.Research;

namespace NewsDiff.Evaluation.Sentences;

/// <summary>
/// <c>refactors --gold FILE</c>: whether moved sentences are found as the rule of NewsEdits finds them.
/// </summary>
internal static class RefactorsCommand
{
    internal static Command Create()
    {
        var gold = new Option<FileInfo>("--gold")
        {
            Description = "A JSON array of {name, edges, expected_refactors_in_removal_order}.",
            Required = true,
        };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object instead of sentences." };
        var command = new Command("refactors", "Finds moved sentences in lists of links.") { gold, json };
        command.SetAction(parse =>
        {
            using JsonDocument document = JsonDocument.Parse(File.ReadAllText(parse.GetRequiredValue(gold).FullName));
            List<JsonElement> vectors = [.. document.RootElement.EnumerateArray()];
            List<string> wrong =
            [
                .. vectors.Where(static vector => !IsRight(vector))
                    .Select(static vector => vector.GetProperty("name").GetString()!),
            ];
            Console.WriteLine(parse.GetValue(json)
                ? JsonSerializer.Serialize(new { vectors = vectors.Count, wrong })
                : $"{vectors.Count - wrong.Count} of {vectors.Count} as expected {string.Join(", ", wrong)}".TrimEnd());
            return wrong.Count == 0 ? 0 : 1;
        });
        return command;
    }

    private static bool IsRight(JsonElement vector) =>
        SentenceRefactors.Find(Read(vector, "edges"))
            .SequenceEqual(Read(vector, "expected_refactors_in_removal_order"));

    private static IEnumerable<(int Old, int New)> Read(JsonElement vector, string name) =>
        vector.GetProperty(name).EnumerateArray().Select(static link => (link[0].GetInt32(), link[1].GetInt32()));
}

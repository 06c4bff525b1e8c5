using System.Collections.Immutable;
using System.Text.Json;
using NewsDiff.Research;

namespace NewsDiff.Evaluation.Sentences;

/// <summary>Two lists of sentences, and the pairs that people linked.</summary>
internal sealed record AlignedTexts(
    ImmutableArray<string> Old, ImmutableArray<string> New, HashSet<(int Old, int New)> Links)
{
    internal static AlignedTexts Parse(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement row = document.RootElement;
        HashSet<(int, int)> links = [];
        foreach (JsonElement link in row.GetProperty("alignments").EnumerateArray())
        {
            links.UnionWith(
                from old in Read(link, "a").Select(static index => index.GetInt32())
                from @new in Read(link, "b").Select(static index => index.GetInt32())
                select (old, @new));
        }

        return new AlignedTexts(
            [.. Read(row, "sentences_a").Select(static text => text.GetString()!)],
            [.. Read(row, "sentences_b").Select(static text => text.GetString()!)],
            links);
    }

    internal HashSet<(int, int)> Align(SentenceAlignmentOptions options) =>
        [.. SentenceAlignment.Compute(Old, New, options).Links.Select(static link => (link.Old, link.New))];

    private static List<JsonElement> Read(JsonElement row, string name) =>
        [.. row.GetProperty(name).EnumerateArray()];
}

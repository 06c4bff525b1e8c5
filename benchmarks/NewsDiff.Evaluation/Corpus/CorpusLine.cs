using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsDiff.Evaluation.Corpus;

/// <summary>An article of the sets of revisions, as a line.</summary>
/// <param name="Set">The name of its file, without extensions.</param>
/// <param name="Text">The line.</param>
/// <param name="Pairs">How many pairs of consecutive versions it has.</param>
internal sealed record CorpusLine(string Set, string Text, int Pairs)
{
    /// <summary>The sets that are measured: newsletters, announcements, agency notices, news.</summary>
    internal static readonly ImmutableArray<string> Sets =
    [
        "posts_bitcoinops_multi", "posts_digitalgov_en", "posts_opensuse_en", "sakamichi_ja", "telegraph_bg",
        "newsedits_notebooks_en",
    ];

    internal static List<CorpusLine> ReadAll(DirectoryInfo folder) =>
    [
        .. Sets.SelectMany(set => Archive.ReadLines(new FileInfo(Path.Combine(folder.FullName, set + ".jsonl.gz")))
            .Select(line => new CorpusLine(set, line, CountPairs(line)))),
    ];

    /// <summary>Lines with the first paragraphs of two versions, so that a million fit into an hour.</summary>
    internal IEnumerable<string> Shorten()
    {
        using JsonDocument document = JsonDocument.Parse(Text);
        string[] texts =
        [
            .. document.RootElement.GetProperty("versions").EnumerateArray()
                .Select(version => version.GetProperty("paragraphs").EnumerateArray().FirstOrDefault())
                .Select(paragraph => paragraph.ValueKind == JsonValueKind.String ? paragraph.GetString()! : ""),
        ];
        for (int i = 1; i < texts.Length; i++)
        {
            yield return new JsonObject { ["old"] = texts[i - 1], ["new"] = texts[i] }.ToJsonString();
        }
    }

    private static int CountPairs(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        return Math.Max(0, document.RootElement.GetProperty("versions").GetArrayLength() - 1);
    }
}

using System.Text.Json;
using NewsDiff.Evaluation.Alignment;
using NewsDiff.Research;

namespace NewsDiff.Evaluation.Sentences;

/// <summary>Compares links of sentences with those that a reader drew, half by half.</summary>
internal static class LinkReport
{
    internal static void Print(
        DirectoryInfo revisions, FileInfo gold, SentenceAlignmentOptions options, string? misses, bool isJson)
    {
        var pairs = RevisionPair.ReadAll(revisions).ToDictionary(pair => (pair.Set, pair.Id, pair.From));
        List<LinkedPair> rows =
            [.. HandLinks.ReadAll(gold).Select(row => LinkedPair.Align(row, row.Find(pairs), options))];
        foreach (LinkedPair row in rows.Where(row => row.Gold.Half.ToString() == misses && row.Misses().Any()))
        {
            Console.WriteLine($"{row.Gold.Set} {row.Gold.Id} {row.Gold.From}\n{string.Join('\n', row.Misses())}");
        }

        List<(string Name, List<LinkedPair> Rows)> groups =
        [
            .. rows.GroupBy(row => $"half {row.Gold.Half}").OrderBy(half => half.Key, StringComparer.Ordinal)
                .Concat(rows.GroupBy(row => $"half {row.Gold.Half}, {row.Gold.Lang}")
                    .OrderBy(group => group.Key, StringComparer.Ordinal))
                .Select(group => (group.Key, group.ToList())),
        ];
        if (isJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(groups.SelectMany(group => Figures(group.Name, group.Rows))));
            return;
        }

        foreach ((string name, List<LinkedPair> of) in groups)
        {
            Console.WriteLine($"{name}: {of.Count} pairs of versions");
            foreach ((string links, LinkScore score) in Scores(of))
            {
                Console.WriteLine($"  {links,-28} {score}");
            }
        }
    }

    private static IEnumerable<(string Links, LinkScore Score)> Scores(List<LinkedPair> rows) =>
        from changedOnly in (bool[])[false, true]
        from sureOnly in (bool[])[false, true]
        select ((changedOnly ? "changed" : "all") + (sureOnly ? ", without unsure ones" : ""),
            rows.Select(row => row.Score(changedOnly, sureOnly)).Aggregate((left, right) => left + right));

    private static IEnumerable<object> Figures(string group, List<LinkedPair> rows) =>
        Scores(rows).Select(item => new
        {
            group,
            pairs = rows.Count,
            links = item.Links,
            precision = Math.Round(item.Score.Precision, 4),
            recall = Math.Round(item.Score.Recall, 4),
            f1 = Math.Round(item.Score.F1, 4),
            found = item.Score.Found,
            drawn = item.Score.Drawn,
        });
}

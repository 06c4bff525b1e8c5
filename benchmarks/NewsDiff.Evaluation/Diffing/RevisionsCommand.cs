using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsDiff.Evaluation.Alignment;

namespace NewsDiff.Evaluation.Diffing;

/// <summary>
/// <c>revisions --revisions DIR</c>: whether the edits of every pair rebuild both versions, and how much they mark.
/// </summary>
internal static class RevisionsCommand
{
    internal static Command Create()
    {
        var revisions = new Option<DirectoryInfo>("--revisions")
        {
            Description = "A folder of *.jsonl.gz, one line {id, versions: [{title, paragraphs}]} for each article.",
            Required = true,
        };
        var output = new Option<FileInfo?>(
            "--out")
        { Description = "Writes {name, ops} of every pair to this file, a line each." };
        var json = new Option<bool>("--json") { Description = "Prints one JSON object a set instead of the table." };
        var command = new Command(
            "revisions",
            "Compares all successive versions as texts, paragraphs parted by blank lines.") { revisions, output, json };
        command.SetAction(result =>
        {
            DirectoryInfo folder = result.GetRequiredValue(revisions);
            if (!folder.Exists)
            {
                Console.Error.WriteLine($"There is no folder {folder.FullName}.");
                return 2;
            }

            using StreamWriter? writer = result.GetValue(output)?.CreateText();
            List<Measure> measures = [.. RevisionPair.ReadAll(folder).Select(pair => Measure.Of(pair, writer))];
            Print(measures, result.GetValue(json));
            return measures.TrueForAll(measure => measure.IsRestored) ? 0 : 1;
        });
        return command;
    }

    private static void Print(List<Measure> measures, bool isJson)
    {
        if (!isJson)
        {
            Console.WriteLine(
                "set                         pairs  changed  restored    runs   words marked   by exact LCS   ratio");
        }

        foreach (IGrouping<string, Measure> set in measures.GroupBy(measure => measure.Set).Append(
            measures.GroupBy(_ => "all").Single()))
        {
            int changed = set.Count(measure => measure.Shape.Runs > 0);
            int restored = set.Count(measure => measure.IsRestored);
            var sum = set.Aggregate(default(DiffShape), (shape, measure) => shape + measure.Shape);
            int least = set.Sum(measure => measure.LeastWords);
            double ratio = least == 0 ? 1 : (double)sum.Words / least;
            Console.WriteLine(isJson
                ? JsonSerializer.Serialize(
                    new
                    {
                        set = set.Key,
                        pairs = set.Count(),
                        changed,
                        restored,
                        runs = sum.Runs,
                        words = sum.Words,
                        leastWords = least,
                        ratio,
                    })
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"{set.Key,-26} {set.Count(),6} {changed,8} {restored,9} {sum.Runs,7} {sum.Words,14} {least,14} "
                    + $"{ratio,7:F3}"));
        }
    }

    /// <summary>The result for one pair.</summary>
    private sealed record Measure(string Set, bool IsRestored, DiffShape Shape, int LeastWords)
    {
        internal static Measure Of(RevisionPair pair, StreamWriter? writer)
        {
            string old = TextOf(pair.Old);
            string @new = TextOf(pair.New);
            TextDiff diff = TextDiff.Compute(old, @new);
            writer?.WriteLine(Operations.ToJson($"{pair.Id} {pair.From}", diff));
            int least = old == @new ? 0 : ExactLcs.CountMarkedWords(old, @new);
            return new Measure(pair.Set, IsRestoredBy(diff) && IsRestoredBy(pair.Compare()), DiffShape.Of(diff), least);
        }

        private static string TextOf(Article article) =>
            string.Join("\n\n", article.Paragraphs.Select(paragraph => paragraph.Text));

        private static bool IsRestoredBy(TextDiff diff) =>
            string.Concat(diff.Edits.Select(edit => diff.OldText[edit.OldRange])) == diff.OldText
            && string.Concat(diff.Edits.Select(edit => diff.NewText[edit.NewRange])) == diff.NewText;

        // Every paragraph is in one row, and the row's words are its paragraphs'.
        private static bool IsRestoredBy(ArticleDiff diff) =>
            diff.Paragraphs.SelectMany(change => change.OldIndexes)
                .Order()
                .SequenceEqual(Enumerable.Range(0, diff.Before.Paragraphs.Length))
            && diff.Paragraphs.SelectMany(change => change.NewIndexes)
                .Order()
                .SequenceEqual(Enumerable.Range(0, diff.After.Paragraphs.Length))
            && diff.Paragraphs.All(change => change.Words is not { } words
                || (IsRestoredBy(words)
                    && words.OldText == string.Join(
                        "\n\n", change.OldIndexes.Select(index => diff.Before.Paragraphs[index].Text))
                    && words.NewText == string.Join(
                        "\n\n", change.NewIndexes.Select(index => diff.After.Paragraphs[index].Text))));
    }
}

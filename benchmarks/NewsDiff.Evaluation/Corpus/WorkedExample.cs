using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsDiff.Research;
using NewsDiff.Tracking;

namespace NewsDiff.Evaluation.Corpus;

/// <summary>The figures of the guide's worked example, counted from the tables of an export.</summary>
internal static class WorkedExample
{
    private const string Header = "| set | articles | changes | headline | words kept | sentences edited | added | deleted |";

    // Its versions have numbers, but no times, and an import needs them.
    private const string WithoutTimes = "newsedits_notebooks_en";

    /// <summary>Counts, and compares with the table of the guide.</summary>
    /// <returns>0 if they agree.</returns>
    internal static async Task<int> CheckAsync(List<CorpusLine> articles, FileInfo guide, CancellationToken stop)
    {
        string table = await CountAsync(articles, stop);
        string text = await File.ReadAllTextAsync(guide.FullName, stop);
        bool agrees = text.Contains(table, StringComparison.Ordinal);
        Console.Write(table);
        Console.WriteLine(agrees ? "The guide has these figures." : "The guide has other figures.");
        return agrees ? 0 : 1;
    }

    private static async Task<string> CountAsync(List<CorpusLine> articles, CancellationToken stop)
    {
        var table = new StringBuilder($"{Header}\n|---|---:|---:|---:|---:|---:|---:|---:|\n");
        foreach (string set in CorpusLine.Sets.Where(set => set != WithoutTimes))
        {
            DirectoryInfo place = Directory.CreateTempSubdirectory("newsdiff-corpus-");
            try
            {
                await ExportAsync(articles.Where(line => line.Set == set), place.FullName, stop);
                Append(table, set, place.FullName);
            }
            finally
            {
                place.Delete(recursive: true);
            }
        }

        return table.ToString();
    }

    // As 'newsdiff import' and 'newsdiff export --tables' do.
    private static async Task ExportAsync(IEnumerable<CorpusLine> lines, string folder, CancellationToken stop)
    {
        var store = new InMemoryVersionStore();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(line => line.Text))));
        var options = new ImportOptions { BaseUrl = new Uri("https://set.example/") };
        var importer = new VersionImporter(store, store);
        await foreach (ImportOutcome outcome in importer.ImportAsync(ImportReader.Read(input, options), stop))
        {
            if (outcome.Status is ImportStatus.Failed)
            {
                Console.Error.WriteLine($"{outcome.Row.Place}: {outcome.Reason}");
            }
        }

        await CorpusExporter.ExportAsync(Histories(store), folder, null, stop);
    }

    private static async IAsyncEnumerable<ArticleHistory> Histories(InMemoryVersionStore store)
    {
        await foreach (TrackedArticle article in store.ReadArticlesAsync(new ArticleQuery()))
        {
            List<ArticleVersion> versions =
                await store.ReadVersionsAsync(new VersionQuery { ArticleId = article.Id }).ToListAsync();
            if (versions.Count > 0)
            {
                yield return new ArticleHistory(versions);
            }
        }
    }

    private static void Append(StringBuilder table, string set, string folder)
    {
        List<JsonElement> pairs =
        [
            .. File.ReadLines(Path.Combine(folder, "pairs.jsonl")).Select(line => JsonDocument.Parse(line).RootElement)
                .Where(pair => pair.GetProperty("pair").GetString() == "consecutive"),
        ];
        int articles = File.ReadLines(Path.Combine(folder, "articles.jsonl")).Count();
        long Sum(string column) => pairs.Sum(pair => pair.GetProperty(column).GetInt64());
        double kept = (double)Sum("words_kept") / (Sum("words_kept") + Sum("words_deleted"));
        table.Append(
            CultureInfo.InvariantCulture,
            $"| `{set}` | {articles} | {pairs.Count} | {pairs.Count(pair => pair.GetProperty("title_changed").GetBoolean())} "
            + $"| {100 * kept:F1} % | {Sum("sentences_edited")} | {Sum("sentences_added")} | {Sum("sentences_deleted")} |\n");
    }
}

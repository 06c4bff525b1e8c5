using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using NewsDiff.TestSupport;
using NewsDiff.Tracking;

namespace NewsDiff.Research.Tests;

/// <summary>What docs/guide/research.md says of tables and costs is so.</summary>
public sealed partial class CorpusGuideTests : IDisposable
{
    private const double MicrosecondsPerHour = 3.6e9;

    private readonly TemporaryFolder _folder = new();
    private readonly string _guide = File.ReadAllText(Path.Combine(SourceTree.Root, "docs", "guide", "research.md"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Its_queries_have_the_answers_that_it_shows()
    {
        var store = new InMemoryVersionStore();
        CancellationToken stop = TestContext.Current.CancellationToken;
        using var lines = new MemoryStream(Encoding.UTF8.GetBytes(Lines().Match(_guide).Groups["lines"].Value));
        var importer = new VersionImporter(store, store);
        await foreach (ImportOutcome row in importer.ImportAsync(ImportReader.Read(lines), stop))
        {
            Assert.Equal(ImportStatus.Appended, row.Status);
        }

        Dictionary<string, string?> sources = await store.ReadArticlesAsync(new ArticleQuery(), stop)
            .ToDictionaryAsync(article => article.Id, article => article.Source, cancellationToken: stop);
        var options = new CorpusExportOptions
        {
            Format = ExportFormat.Parquet,
            IsPartitioned = true,
            SourceOf = article => sources[article.ArticleId],
        };
        await CorpusExporter.ExportAsync(
            store.ReadHistories(sources.Keys, stop), _folder.File("parts"), options, stop);

        using var duck = new DuckDBConnection("DataSource=:memory:");
        duck.Open();
        MatchCollection queries = Queries().Matches(_guide);
        Assert.True(queries.Count >= 4);
        Assert.All(queries, query => Assert.Equal(
            query.Groups["answer"].Value.TrimEnd().Split('\n').Select(line => line[3..]),
            duck.Ask(query.Groups["query"].Value.Replace(
                "'parts/", $"'{_folder.File("parts").Replace('\\', '/')}/", StringComparison.Ordinal)).Split('\n')));
    }

    [Fact]
    public void Its_costs_are_computed_from_the_measured_rates()
    {
        using JsonDocument rates = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(SourceTree.Root, "benchmarks", "data", "corpus-rates.json")));
        double Rate(string name) => rates.RootElement.GetProperty(name).GetDouble();
        var table = new StringBuilder(
            "| step | processor time | a second, 2 processors | 3.4 million, 2 processors | 32 processors | 200 processors | cost |\n"
            + "|---|---:|---:|---:|---:|---:|---:|\n");
        foreach ((string step, string rate) in (ReadOnlySpan<(string, string)>)[
            ("`diff --jsonl`, a pair", "diffMicroseconds"), ("`analyze --jsonl`, a pair", "analyzeMicroseconds"),
            ("a page from WARC, with extraction", "pageMicroseconds")])
        {
            double hours = Rate("pairsOfNewsEdits") * Rate(rate) / MicrosecondsPerHour;
            table.Append(
                CultureInfo.InvariantCulture,
                $"| {step} | {Rate(rate):F0} µs | {2e6 / Rate(rate):N0} | {60 * hours / 2:F0} min | {60 * hours / 32:F1} min "
                + $"| {60 * hours / 200:F1} min | ${hours * Rate("dollarsPerProcessorHour"):F2} |\n");
        }

        Assert.Contains(table.ToString(), _guide, StringComparison.Ordinal);
    }

    [GeneratedRegex("<<'END'\n(?<lines>.*?)END\n", RegexOptions.Singleline)]
    private static partial Regex Lines();

    [GeneratedRegex("```sql\n(?<query>.*?;)\n(?<answer>(-- [^\n]*\n)+)```", RegexOptions.Singleline)]
    private static partial Regex Queries();
}

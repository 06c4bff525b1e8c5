using DuckDB.NET.Data;
using NewsDiff.Research.Export;

namespace NewsDiff.Research.Tests;

/// <summary>DuckDB, which shares no code with the writer, reads the exported Parquet.</summary>
public sealed class DuckDbTests : IDisposable
{
    private static readonly CorpusExportOptions Parquet = new() { Format = ExportFormat.Parquet };

    private readonly TemporaryFolder _folder = new();
    private readonly DuckDBConnection _duck = new("DataSource=:memory:");

    public DuckDbTests() => _duck.Open();

    public void Dispose()
    {
        _duck.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_table_has_its_rows_and_the_types_of_its_columns(bool isPartitioned)
    {
        IReadOnlyDictionary<string, long> counts = await ExportAsync(Parquet with { IsPartitioned = isPartitioned });

        foreach (ExportTable table in ExportSchema.All)
        {
            Assert.Equal($"{counts[table.Name]}", Ask($"SELECT count(*) FROM {From(table.Name, isPartitioned)}"));
            Assert.Equal(
                table.Columns.Select(column => $"{column.Name} {TypeOf(column.Type)}")
                    .Concat(isPartitioned ? ["month VARCHAR", "source VARCHAR"] : []),
                Ask($"DESCRIBE SELECT * FROM {From(table.Name, isPartitioned)}").Split('\n')
                    .Select(row => string.Join(' ', row.Split('|')[..2])));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tables_can_be_joined(bool isPartitioned)
    {
        await ExportAsync(Parquet with { IsPartitioned = isPartitioned });

        Assert.Equal(
            "Ferry late|Ferry lost|12",
            Ask(
                $"""
                 SELECT o.title, n.title, count(*)
                 FROM {From("pairs", isPartitioned)} p
                 JOIN {From("versions", isPartitioned)} o ON o.article_id = p.article_id AND o.version = p.old_version
                 JOIN {From("versions", isPartitioned)} n ON n.article_id = p.article_id AND n.version = p.new_version
                 WHERE p.title_changed AND p.pair = 'consecutive'
                 GROUP BY ALL
                 """));
        Assert.Equal(
            $"{CorpusArticles.Ferry}|0",
            Ask(
                $"""
                 SELECT s.text, l.distance FROM {From("links", isPartitioned)} l
                 JOIN {From("sentences", isPartitioned)} s ON s.article_id = l.article_id AND s.version = l.old_version
                     AND s.sentence = l.old_sentence
                 WHERE l.actions = 'edit' AND l.old_version = 1 AND l.new_version = 2 AND l.article_id = 'article-7'
                 """));
        Assert.Equal(
            "24",
            Ask($"SELECT count(*) FROM {From("links", isPartitioned)} WHERE old_sentence IS NULL OR new_sentence IS NULL"));
    }

    [Fact]
    public async Task A_filter_of_source_and_month_reads_only_these_folders()
    {
        await ExportAsync(Parquet with
        {
            IsPartitioned = true,
            SourceOf = article => article.ArticleId == "article-3" ? "Aftonbladet, Малмö/日" : null,
        });
        string versions = From("versions", isPartitioned: true);

        Assert.Equal(
            "Aftonbladet, Малмö/日|2026-05|2\nAftonbladet, Малмö/日|2026-06|1",
            Ask(
                $"""
                 SELECT source, month, count(*) FROM {versions} WHERE article_id = 'article-3' GROUP BY ALL ORDER BY ALL
                 """));
        Assert.Equal(
            "8",
            Ask($"SELECT count(*) FROM {versions} WHERE source = 'host1.example' AND month = '2026-05'"));
        Assert.Contains(
            "Scanning Files: 1/8",
            Ask($"EXPLAIN SELECT * FROM {versions} WHERE source = 'host1.example' AND month = '2026-05'"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_source_is_null()
    {
        await ExportAsync(Parquet with { IsPartitioned = true, SourceOf = _ => "" });

        Assert.Equal("36|", Ask($"SELECT count(*), any_value(source) FROM {From("versions", isPartitioned: true)}"));
    }

    [Fact]
    public async Task Without_texts_there_are_no_words_and_all_counts()
    {
        IReadOnlyDictionary<string, long> counts = await ExportAsync(Parquet with { IncludesText = false });

        Assert.Equal(
            $"{counts["edits"]}",
            Ask($"SELECT count(*) FROM {From("edits", isPartitioned: false)} WHERE old_length + new_length > 0"));
        Assert.DoesNotContain(
            "text|", Ask($"DESCRIBE SELECT * FROM {From("edits", isPartitioned: false)}"), StringComparison.Ordinal);
    }

    private static string TypeOf(ExportType type) => type switch
    {
        ExportType.Integer => "BIGINT",
        ExportType.Share => "DOUBLE",
        ExportType.Flag => "BOOLEAN",
        _ => "VARCHAR",
    };

    private string From(string table, bool isPartitioned)
    {
        string folder = _folder.File("corpus").Replace('\\', '/');
        return isPartitioned
            ? $"read_parquet('{folder}/{table}/*/*/*.parquet', hive_partitioning = true)"
            : $"'{folder}/{table}.parquet'";
    }

    private string Ask(string sql) => _duck.Ask(sql);

    private async Task<IReadOnlyDictionary<string, long>> ExportAsync(CorpusExportOptions options) =>
        await CorpusExporter.ExportAsync(
            CorpusArticles.Read(12), _folder.File("corpus"), options, TestContext.Current.CancellationToken);
}

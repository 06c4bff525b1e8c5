using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NewsDiff.Tool.Tests;

/// <summary><c>newsdiff export --tables</c>, the choice of versions, and <c>newsdiff report</c>.</summary>
public sealed class CorpusCommandTests : IDisposable
{
    private static readonly string[] Lines =
    [
        """{"url":"https://a.example/1","time":"2026-05-03T12:00:00Z","title":"Ferry late","text":"It has 14 passengers on board."}""",
        """{"url":"https://b.example/1","time":"2026-05-03T13:00:00Z","title":"Bridge shut","text":"It opens in May.","source":"town"}""",
        """{"url":"https://a.example/1","time":"2026-06-03T12:00:00Z","title":"Ferry lost","text":"It has 14 passengers on board."}""",
        """{"url":"https://b.example/1","time":"2026-06-04T13:00:00Z","title":"Bridge shut","text":"It opens in June.","source":"town"}""",
    ];

    private readonly TemporaryFolder _folder = new();

    private string Database => _folder.File("news.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Versions_are_chosen_by_time_source_and_kind_of_change()
    {
        await ImportAsync();

        Assert.Equal(
            ["Ferry lost", "Bridge shut"], Titles(await ExportAsync("--since", "2026-06-01"), "content"));
        Assert.Equal(
            ["Ferry late"], Titles(await ExportAsync("--until", "2026-06-01", "--source", "a.example"), "content"));
        Assert.Equal(["Bridge shut", "Bridge shut"], Titles(await ExportAsync("--source", "town"), "content"));
        JsonElement change = Assert.Single((await ExportAsync("--kind", "Headline")).JsonLines());
        Assert.Equal("Ferry lost", change.GetProperty("after").GetProperty("content").GetProperty("title").GetString());
    }

    [Fact]
    public async Task Tables_are_written_with_a_record_of_the_run()
    {
        await ImportAsync();
        string tables = _folder.File("corpus");

        ToolResult result = await ExportAsync("--tables", tables, "--format", "sqlite", "--kind", "Headline");

        Assert.Contains("1 articles", result.Exits(0).Error, StringComparison.Ordinal);
        using JsonDocument run = JsonDocument.Parse(File.ReadAllText(Path.Combine(tables, "run.json")));
        Assert.Equal("kind=Headline", run.RootElement.GetProperty("selection").GetString());
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(tables, "corpus.sqlite")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(title, '|') FROM (SELECT title FROM entryversion ORDER BY version)";
        Assert.Equal("Ferry late|Ferry lost", command.ExecuteScalar());
    }

    [Fact]
    public async Task Partitions_are_named_as_the_database_names_the_sources()
    {
        await ImportAsync();
        string tables = _folder.File("corpus");

        (await ExportAsync("--tables", tables, "--format", "parquet", "--partitioned")).Exits(0);

        Assert.Equal(
            ["source=a.example/month=2026-05", "source=a.example/month=2026-06", "source=town/month=2026-05",
                "source=town/month=2026-06"],
            Directory.GetFiles(Path.Combine(tables, "versions"), "*.parquet", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(Path.Combine(tables, "versions"), Path.GetDirectoryName(file)!))
                .Select(path => path.Replace('\\', '/')).Order(StringComparer.Ordinal));
        Assert.Contains(
            "is there already",
            (await ExportAsync("--tables", tables, "--format", "parquet", "--partitioned")).Exits(2).Error,
            StringComparison.Ordinal);
        Assert.Contains(
            "needs --tables FOLDER --format parquet",
            (await ExportAsync("--tables", tables, "--format", "csv", "--partitioned")).Exits(2).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tables_stand_for_themselves()
    {
        await ImportAsync();

        (await ExportAsync("--tables", _folder.File("corpus"), "--changes")).Exits(2);
        (await ExportAsync("--since", "yesterday")).Exits(2);
    }

    [Fact]
    public async Task A_report_is_the_same_from_the_database_and_from_the_lines()
    {
        await ImportAsync();
        string file = _folder.Write("versions.jsonl", string.Join('\n', Lines));

        string[] report = ["report", "--title", "Two stories"];
        string fromDatabase = (await ToolRun.RunAsync([.. report, "--db", Database])).Exits(0).Output;
        string fromFile = (await ToolRun.RunAsync([.. report, "--from", file])).Exits(0).Output;
        string fromLines = (await new ToolRun { Input = string.Join('\n', Lines) }
            .WithAsync([.. report, "--from", "-"])).Exits(0).Output;

        Assert.Equal(fromDatabase, fromFile);
        Assert.Equal(fromDatabase, fromLines);
        Assert.Contains("<h1>Two stories</h1>", fromDatabase, StringComparison.Ordinal);
        Assert.Contains("2 articles of 2 sources, 4 versions, 2 changes", fromDatabase, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--with-text", null)]
    [InlineData("--partitioned", null)]
    [InlineData("--without-text", "has no words")]
    public async Task A_report_is_the_same_from_exported_Parquet_if_it_has_the_words(string option, string? refusal)
    {
        await ImportAsync();
        string tables = _folder.File("corpus");
        string[] options = option == "--with-text" ? [] : [option];
        (await ExportAsync(["--tables", tables, "--format", "parquet", .. options])).Exits(0);

        ToolResult result = await ToolRun.RunAsync("report", "--from", tables);

        if (refusal is not null)
        {
            Assert.Contains(refusal, result.Exits(2).Error, StringComparison.Ordinal);
            Assert.Contains(
                refusal,
                (await ToolRun.RunAsync("import", tables, "--db", _folder.File("other.db"))).Exits(2).Error,
                StringComparison.Ordinal);
            return;
        }

        Assert.Equal((await ToolRun.RunAsync("report", "--db", Database)).Exits(0).Output, result.Exits(0).Output);
        Assert.Contains(
            "0 versions added, 4 known already",
            (await ToolRun.RunAsync("import", tables, "--db", Database)).Exits(0).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_on_nothing_is_refused()
    {
        await ImportAsync();

        ToolResult result = await ToolRun.RunAsync("report", "--db", Database, "--source", "elsewhere.example");

        Assert.Contains("no version matches the options", result.Exits(2).Error, StringComparison.Ordinal);
        Assert.Empty(result.Output);
    }

    private static IEnumerable<string?> Titles(ToolResult result, string content) =>
        result.Exits(0).JsonLines().Select(line => line.GetProperty(content).GetProperty("title").GetString());

    private Task<ToolResult> ExportAsync(params string[] options) =>
        ToolRun.RunAsync(["export", "--db", Database, .. options]);

    private async Task ImportAsync() =>
        (await new ToolRun { Input = string.Join('\n', Lines) }.WithAsync("import", "-", "--db", Database)).Exits(0);
}

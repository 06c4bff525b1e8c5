using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsDiff.Research.Export;
using NewsDiff.TestSupport;
using Parquet;
using Parquet.Schema;

namespace NewsDiff.Research.Tests;

/// <summary>What an export writes, and that it writes the same everywhere.</summary>
public sealed class CorpusExporterTests : IDisposable
{
    private const string Harbour = "The harbour was closed on Monday, after the \"storm\" had broken two cranes.";
    private const string Ferry = "A ferry with ninety passengers waited outside the bay until the wind fell.";
    private const string Council = "The council will decide next week who pays for the repairs of the quay.";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sentences_links_and_words_tell_what_happened()
    {
        string folder = await ExportAsync(CorpusExportOptions.Default, "one");

        Assert.Equal(
            ["unchanged", "edit", "addition", "unchanged", "edit", "deletion", "unchanged", "edit"],
            Read(folder, "links").Where(link => link.GetProperty("article_id").GetString() == "quay-0")
                .Select(link => link.GetProperty("actions").GetString()));
        JsonElement word = Read(folder, "words").First(row => row.GetProperty("text").GetString() == "hundred");
        Assert.Equal("2-", word.GetProperty("spans").GetString());
        Assert.Equal("two", Read(folder, "sentences").First().GetProperty("text").GetString()![^11..^8]);
        Assert.Equal(3 * 12, Read(folder, "pairs").Count());
    }

    [Fact]
    public async Task Every_row_has_the_columns_of_the_schema()
    {
        string folder = await ExportAsync(CorpusExportOptions.Default, "schema");
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "schema.json")));

        foreach (ExportTable table in ExportSchema.All)
        {
            JsonElement definition = schema.RootElement.GetProperty("$defs").GetProperty(table.Name);
            IEnumerable<string?> columns =
                definition.GetProperty("required").EnumerateArray().Select(name => name.GetString());
            Assert.NotEmpty(Read(folder, table.Name));
            Assert.All(Read(folder, table.Name), row =>
            {
                Assert.Equal(columns, row.EnumerateObject().Select(cell => cell.Name));
                Assert.All(row.EnumerateObject(), cell => Assert.Contains(
                    definition.GetProperty("properties").GetProperty(cell.Name).GetProperty("type").EnumerateArray(),
                    type => IsOf(cell.Value, type.GetString()!)));
            });
        }
    }

    [Theory]
    [InlineData(ExportFormat.JsonLines)]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Parquet)]
    [InlineData(ExportFormat.Sqlite)]
    [InlineData(ExportFormat.Iterater)]
    public async Task The_same_articles_give_the_same_bytes(ExportFormat format)
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        string one = await ExportAsync(new CorpusExportOptions { Format = format, Workers = 1 }, "one");
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        string eight = await ExportAsync(new CorpusExportOptions { Format = format, Workers = 8 }, "eight");
        CultureInfo.CurrentCulture = culture;

        Assert.All(
            Directory.GetFiles(one),
            file => Assert.Equal(
                File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(eight, Path.GetFileName(file)))));
    }

    [Theory]
    [InlineData(ExportFormat.JsonLines)]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Parquet)]
    [InlineData(ExportFormat.Sqlite)]
    [InlineData(ExportFormat.Iterater)]
    public async Task Without_texts_no_word_of_an_article_is_written(ExportFormat format)
    {
        string folder = await ExportAsync(new CorpusExportOptions { Format = format, IncludesText = false }, "free");

        Assert.All(Directory.GetFiles(folder), file =>
        {
            string content = System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file));
            Assert.DoesNotContain("ferry", content, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("hundred", content, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Parquet_says_the_same_as_JSON_Lines()
    {
        string lines = await ExportAsync(CorpusExportOptions.Default, "lines");
        string folder = await ExportAsync(new CorpusExportOptions { Format = ExportFormat.Parquet }, "parquet");

        CancellationToken stop = TestContext.Current.CancellationToken;
        await using ParquetReader reader = await ParquetReader.CreateAsync(
            Path.Combine(folder, "links.parquet"), cancellationToken: stop);
        using ParquetRowGroupReader group = reader.OpenRowGroupReader(0);
        DataField[] fields = reader.Schema.DataFields;
        string?[] actions = new string?[group.RowCount];
        await group.ReadAsync(fields.Single(field => field.Name == "actions"), actions.AsMemory(), null, stop);
        long?[] old = new long?[group.RowCount];
        await group.ReadAsync<long>(fields.Single(field => field.Name == "old_sentence"), old.AsMemory(), null, stop);

        Assert.Equal(Read(lines, "links").Select(link => link.GetProperty("actions").GetString()), actions);
        Assert.Equal(
            Read(lines, "links").Select(link => link.GetProperty("old_sentence")).Select(
                cell => cell.ValueKind == JsonValueKind.Null ? (long?)null : cell.GetInt64()),
            old);
    }

    [Fact]
    public async Task The_shape_of_IteraTeR_leads_from_the_old_text_to_the_new_one()
    {
        string folder = await ExportAsync(new CorpusExportOptions { Format = ExportFormat.Iterater }, "iterater");

        JsonElement[] rows = [.. Read(folder, "iterater")];
        Assert.Equal(2 * 12, rows.Length);
        Assert.All(rows, row =>
        {
            string before = row.GetProperty("before_revision").GetString()!;
            string after = "";
            int place = 0;
            foreach (JsonElement action in row.GetProperty("edit_actions").EnumerateArray())
            {
                int start = action.GetProperty("start_char_pos").GetInt32();
                int end = action.GetProperty("end_char_pos").GetInt32();
                Assert.Equal(action.GetProperty("before").GetString() ?? "", before[start..end]);
                after += before[place..start] + action.GetProperty("after").GetString();
                place = end;
            }

            Assert.Equal(row.GetProperty("after_revision").GetString(), after + before[place..]);
            Assert.Equal(0, row.GetProperty("sents_char_pos")[0].GetInt32());
        });
    }

    [Fact]
    public void Places_are_counted_in_code_points_as_Python_counts()
    {
        var points = new CodePoints("a😀b😀c");

        Assert.Equal([0, 1, 2, 3, 4, 5], new[] { 0, 1, 3, 4, 6, 7 }.Select(points.Count));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_database_has_the_tables_and_the_views_of_NewsEdits(bool includesText)
    {
        string folder = await ExportAsync(
            new CorpusExportOptions { Format = ExportFormat.Sqlite, IncludesText = includesText }, "sqlite");
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "corpus.sqlite")};Mode=ReadOnly;Pooling=False");
        connection.Open();

        Assert.Equal(36L, Value(connection, "SELECT count(*) FROM pairs"));
        Assert.Equal(
            includesText ? $"<p>{Council}</p>" : "",
            Value(connection, "SELECT substr(summary, -78) FROM entryversion WHERE entry_id = 'quay-3' AND version = 1")
                as string ?? "");
        Assert.Equal(
            "1|1|1|1|0",
            Value(
                connection,
                """
                SELECT num_unchanged || '|' || num_edited_x || '|' || num_added || '|' || version_y || '|' || num_deleted
                FROM doc_level_stats WHERE entry_id = 'quay-0' AND version_x = 0
                """));
        Assert.Equal(
            24L,
            Value(connection, "SELECT count(*) FROM matched_sentences WHERE sent_idx_x IS NULL OR sent_idx_y IS NULL"));
        Assert.Equal(
            Value(connection, "SELECT count(*) FROM sentences"),
            Value(connection, "SELECT count(*) FROM split_sentences"));
        Assert.Equal(
            "2026-05-03 12:01:00",
            Value(connection, "SELECT created FROM entryversion WHERE entry_id = 'quay-0' LIMIT 1"));
    }

    [Fact]
    public async Task Csv_quotes_what_needs_it()
    {
        string folder = await ExportAsync(new CorpusExportOptions { Format = ExportFormat.Csv }, "csv");

        string text = File.ReadAllText(Path.Combine(folder, "sentences.csv"));

        Assert.StartsWith(
            "article_id,version,sentence,paragraph,kind,start,length,hash,text\r\nquay-0,1,0,0,Text,0,",
            text,
            StringComparison.Ordinal);
        Assert.Contains(
            ",\"The harbour was closed on Monday, after the \"\"storm\"\" had", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tables_are_documented()
    {
        string text = await File.ReadAllTextAsync(
            Path.Combine(SourceTree.Root, "docs", "research.md"), TestContext.Current.CancellationToken);

        IEnumerable<ExportTable> tables = ExportSchema.All.Add(ExportSchema.Iterater);
        Assert.All(tables, table => Assert.All(table.Columns, column => Assert.Contains(
            $"| `{table.Name}` | `{column.Name}` | {column.Type.ToString().ToLowerInvariant()}"
            + $"{(column.IsNullable ? "?" : "")}{(column.IsWording ? ", words" : "")} | {column.Summary} |",
            text,
            StringComparison.Ordinal)));
    }

    private static object? Value(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        object? value = command.ExecuteScalar();
        return value is DBNull ? null : value;
    }

    private static bool IsOf(JsonElement cell, string type) => cell.ValueKind switch
    {
        JsonValueKind.Null => type == "null",
        JsonValueKind.String => type == "string",
        JsonValueKind.Number => type == "number" || (type == "integer" && cell.TryGetInt64(out _)),
        _ => type == "boolean",
    };

    private static IEnumerable<JsonElement> Read(string folder, string table) =>
        File.ReadLines(Path.Combine(folder, table + ".jsonl")).Select(line => JsonDocument.Parse(line).RootElement);

    private async Task<string> ExportAsync(CorpusExportOptions options, string name)
    {
        string folder = _folder.File(name);
        await CorpusExporter.ExportAsync(Articles(), folder, options, TestContext.Current.CancellationToken);
        return folder;
    }

    private static async IAsyncEnumerable<ArticleHistory> Articles()
    {
        for (int i = 0; i < 12; i++)
        {
            await Task.Yield();
            string hundred = Ferry.Replace("ninety", "a hundred", StringComparison.Ordinal);
            yield return new ArticleHistory(
            [
                MakeVersion(i, 1, Harbour, Ferry),
                MakeVersion(i, 2, Harbour, hundred, Council),
                MakeVersion(i, 3, Harbour, hundred.Replace("bay", "port", StringComparison.Ordinal)),
            ]);
        }
    }

    private static ArticleVersion MakeVersion(int article, int number, params string[] paragraphs)
    {
        var content = new Article
        {
            Url = new Uri("https://news.example/quay"),
            Title = "Ferry late",
            Language = "en",
            Paragraphs = [.. paragraphs.Select(text => new Paragraph(text))],
        };
        return new ArticleVersion
        {
            ArticleId = $"quay-{article}",
            Number = number,
            SeenAt = new DateTimeOffset(2026, 5, 3, 12, number, 0, TimeSpan.Zero),
            Article = content,
            ContentHash = ContentHash.Compute(content),
        };
    }
}

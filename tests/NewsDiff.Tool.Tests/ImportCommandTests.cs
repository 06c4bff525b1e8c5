using System.Globalization;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Tests;

/// <summary><c>newsdiff import</c>: versions of other collections, and of our own exports.</summary>
public sealed class ImportCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_export_is_read_back_equal_and_once()
    {
        string first = _folder.File("first.db");
        await FillAsync(first);
        string lines = (await ToolRun.RunAsync("export", "--db", first)).Exits(0).Output;
        string file = _folder.Write("versions.jsonl", lines);
        string second = _folder.File("second.db");

        ToolResult import = await ToolRun.RunAsync("import", file, "--db", second);
        ToolResult again = await new ToolRun { Input = lines }.WithAsync("import", "-", "--db", second);

        Assert.Contains("41 versions added", import.Exits(0).Error, StringComparison.Ordinal);
        Assert.Contains("0 versions added, 41 known already", again.Exits(0).Error, StringComparison.Ordinal);
        Assert.Equal(lines, (await ToolRun.RunAsync("export", "--db", second)).Exits(0).Output);
    }

    [Fact]
    public async Task What_cannot_be_read_is_told_and_the_rest_is_kept()
    {
        string file = _folder.Write(
            "versions.jsonl",
            "{broken\n{\"url\":\"https://a.example/1\",\"time\":\"2026-05-03\",\"title\":\"A\",\"text\":\"b\"}");
        string database = _folder.File("news.db");

        ToolResult text = await ToolRun.RunAsync("import", file, "--db", database);
        ToolResult json = await ToolRun.RunAsync("import", file, "--db", database, "--json");

        Assert.Contains("line 1: It is no JSON", text.Exits(3).Error, StringComparison.Ordinal);
        Assert.Contains("1 versions added, 0 known already, 0 too late, 1 unreadable", text.Error, StringComparison.Ordinal);
        Assert.Equal("unreadable", Assert.Single(json.Exits(3).JsonLines()).GetProperty("event").GetString());
    }

    [Fact]
    public async Task Of_very_many_bad_rows_people_are_told_the_first_and_the_number()
    {
        string file = _folder.Write("versions.jsonl", string.Concat(Enumerable.Repeat("{broken\n", 300)));
        string database = _folder.File("news.db");

        ToolResult text = await ToolRun.RunAsync("import", file, "--db", database);
        ToolResult json = await ToolRun.RunAsync("import", file, "--db", database, "--json");

        Assert.Contains("line 50: ", text.Exits(3).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("line 51: ", text.Error, StringComparison.Ordinal);
        Assert.Contains("only counted", text.Error, StringComparison.Ordinal);
        Assert.Contains("300 unreadable", text.Error, StringComparison.Ordinal);
        Assert.Equal(300, json.Exits(3).JsonLines().Count);
    }

    [Theory]
    [InlineData("captures.cdx", "Sorry, the archive is busy. Try again later.", "or a list of captures")]
    [InlineData("captures.wacz", "PK\u0003\u0004archive/", "a WACZ, unpack it")]
    [InlineData("picture.png", "\u0089PNG\r\n\u001a\n", "no form that is known")]
    [InlineData("old.arc", "filedesc://old.arc 0.0.0.0 20050101000000 text/plain 76", "an ARC file")]
    public async Task What_is_no_collection_is_said_to_be_none(string name, string content, string reason)
    {
        ToolResult result = await ToolRun.RunAsync(
            "import", _folder.Write(name, content), "--db", _folder.File("news.db"));

        Assert.Contains(reason, result.Exits(2).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("news.db")));
    }

    [Fact]
    public async Task A_list_of_captures_is_fetched_from_its_archive_at_the_times_of_the_list()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/web/20260503120000/http://a.example/1", NewsPages.Article("Library to stay open longer"));
        site.MapText("/web/20260504120000/http://a.example/1", NewsPages.Article("Library to stay open much longer"));
        string file = _folder.Write(
            "map.link",
            string.Join(",\n", new[] { "20260503120000", "20260504120000" }.Select(time => string.Create(
                CultureInfo.InvariantCulture,
                $"<{site.Url($"web/{time}/http://a.example/1")}>; rel=\"memento\"; datetime=\"{Http(time)}\""))
                .Prepend("<http://a.example/1>; rel=\"original\"")));
        string[] import =
        [
            "import", file, "--db", _folder.File("news.db"), "--allow-private", site.BaseUrl.Authority,
            "--gap", "0.001s",
        ];

        ToolResult first = await ToolRun.RunAsync(import);
        ToolResult second = await ToolRun.RunAsync(import);

        Assert.Contains("2 versions added", first.Exits(0).Error, StringComparison.Ordinal);
        Assert.Contains("0 versions added", second.Exits(0).Error, StringComparison.Ordinal);
        Assert.Equal(
            ["2026-05-03T12:00:00", "2026-05-04T12:00:00"],
            (await ToolRun.RunAsync("export", "--db", _folder.File("news.db"))).JsonLines()
                .Select(line => line.GetProperty("seenAt").GetString()![..19]));
    }

    private static string Http(string time) =>
        DateTimeOffset.ParseExact(
            time, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal).ToString(
                "r", CultureInfo.InvariantCulture);

    // Articles that alternate, with keys besides their addresses, texts of any kind, and several versions at one time.
    private static async Task FillAsync(string path)
    {
        CancellationToken stop = TestContext.Current.CancellationToken;
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(path, cancellationToken: stop);
        var noon = new DateTimeOffset(2026, 5, 3, 12, 0, 0, TimeSpan.Zero);
        for (int i = 0; i < 41; i++)
        {
            string name = FormattableString.Invariant($"{i % 5}");
            TrackedArticle article = await store.RegisterAsync(
                new ArticleRegistration
                {
                    Keys = [$"guid:news.example:{name}", $"url:https://news.example/{name}"],
                    Url = new Uri($"https://news.example/{name}"),
                    SeenAt = noon,
                    Source = i % 5 == 0 ? null : "town",
                },
                stop);
            await store.AppendAsync(
                new VersionDraft
                {
                    ArticleId = article.Id,
                    SeenAt = noon.AddMinutes(i / 15),
                    ExtractorVersion = i % 3,
                    Article = new Article
                    {
                        Url = new Uri($"https://news.example/{name}?utm={i}"),
                        Title = i % 2 == 0 ? "Fähre “spät” \u0007" : "日本 \uD800 half",
                        Language = "de",
                        Paragraphs = [new Paragraph($"Number {i % 10}.", ParagraphKind.Quote)],
                        PublishedAt = new ArticleDate(new DateTime(2026, 5, 3), DatePrecision.Day),
                        Authors = ["A. Author"],
                    },
                },
                stop);
        }
    }
}

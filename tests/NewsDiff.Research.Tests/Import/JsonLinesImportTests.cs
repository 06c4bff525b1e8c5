using System.IO.Compression;

namespace NewsDiff.Research.Tests.Import;

/// <summary>What JSON Lines of versions may look like, and what becomes of those that are none.</summary>
public sealed class JsonLinesImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Lists_of_versions_and_single_ones_are_read()
    {
        string path = Write(
            """{"id":"1","source":"bbc","url":"https://a.example/1","lang":"en","versions":[{"n":1,"time":"2026-05-03T12:00:00Z","title":"One","paragraphs":["x"]},{"n":2,"time":"2026-05-03 13:00:00","title":"Two","paragraphs":[{"text":"x"}]}]}""",
            """{"url":"https://a.example/2","created":1777809600,"title":"Three","text":"x\n\ny"}""");
        var run = new ImportRun();

        List<ImportOutcome> outcomes = await run.ReadAsync(path);

        Assert.All(outcomes, outcome => Assert.Equal(ImportStatus.Appended, outcome.Status));
        List<ArticleVersion> versions = await run.VersionsAsync();
        Assert.Equal(["One", "Two", "Three"], versions.Select(version => version.Article.Title));
        Assert.Equal(
            ["2026-05-03 12:00:00Z", "2026-05-03 13:00:00Z", "2026-05-03 12:00:00Z"],
            versions.Select(version => $"{version.SeenAt:u}"));
        Assert.Equal(2, versions[2].Article.Paragraphs.Length);
        Assert.Equal(["a.example", "bbc"], (await run.ArticlesAsync()).Select(article => article.Source).Order());
    }

    [Theory]
    [InlineData("title", """{"url":"https://a.example/","title":"a \ud83c","text":"b","time":"2026-05-03"}""")]
    [InlineData("text", """{"url":"https://a.example/","title":"b","text":"a \ud83c","time":"2026-05-03"}""")]
    [InlineData("paragraph", """{"url":"https://a.example/","title":"b","paragraphs":["a \ud83c"],"time":"2026-05-03"}""")]
    [InlineData("source", """{"url":"https://a.example/","title":"a \ufffd","text":"b","source":"\udc00","time":"2026-05-03"}""")]
    public async Task A_text_that_was_cut_inside_of_an_emoji_is_read(string place, string line)
    {
        var run = new ImportRun();

        await run.ReadAsync(Write(line));

        Article article = Assert.Single(await run.VersionsAsync()).Article;
        Assert.Equal(place is "title" or "source" ? "a \ufffd" : "b", article.Title);
        Assert.Equal(place is "title" or "source" ? "b" : "a \ufffd", Assert.Single(article.Paragraphs).Text);
    }

    [Fact]
    public async Task Html_is_extracted()
    {
        string html = System.Text.Json.JsonSerializer.Serialize(SourcePages.Article("Nobody on board of it was hurt."));
        var run = new ImportRun();

        await run.ReadAsync(Write($$"""{"url":"https://a.example/1","fetched_at":"20260503120000","html":{{html}}}"""));

        ArticleVersion version = Assert.Single(await run.VersionsAsync());
        Assert.Equal(3, version.Article.Paragraphs.Length);
        Assert.NotEqual(0, version.ExtractorVersion);
    }

    [Theory]
    [InlineData("{broken", "It is no JSON")]
    [InlineData("[1]", "It is no JSON object.")]
    [InlineData("""{"title":"a","text":"b","time":"2026-05-03"}""", "no address")]
    [InlineData("""{"url":"file:///etc/passwd","title":"a","text":"b","time":"2026-05-03"}""", "no address")]
    [InlineData("""{"url":"https://a.example/","title":"a","text":"b"}""", "It has no time.")]
    [InlineData("""{"url":"https://a.example/","title":"a","text":"b","time":"0000-01-01"}""", "'0000-01-01'")]
    [InlineData("""{"url":"https://a.example/","title":"a","text":"b","time":"9999-12-31T23:59:59Z"}""", "no time between")]
    [InlineData("""{"url":"https://a.example/","title":"a","text":"b","time":"1970-01-01"}""", "no time between")]
    [InlineData("""{"url":"https://a.example/","title":"a","time":"2026-05-03"}""", "neither paragraphs nor text")]
    [InlineData("""{"url":"https://a.example/","title":"a","paragraphs":[null],"time":"2026-05-03"}""", "no version")]
    [InlineData("""{"article":"a","before":{},"after":{}}""", "without --changes")]
    [InlineData("""{"url":"https://a.example/","versions":["text"]}""", "A version is an object")]
    [InlineData("""{"article":"../../x","version":1,"seenAt":"2026-05-03T12:00:00Z","content":{"title":"a"}}""", "no version")]
    public async Task A_line_that_is_no_version_is_told_with_its_place_and_stops_nothing(string line, string reason)
    {
        var run = new ImportRun();

        List<ImportOutcome> outcomes = await run.ReadAsync(Write(
            """{"url":"https://a.example/2","time":"2026-05-03","title":"Three","text":"x"}""",
            line,
            """{"url":"https://a.example/3","time":"2026-05-03","title":"Three","text":"x"}"""));

        Assert.StartsWith("line 2", outcomes[1].Row.Place, StringComparison.Ordinal);
        Assert.Contains(reason, outcomes[1].Reason, StringComparison.Ordinal);
        Assert.Equal(
            [ImportStatus.Appended, ImportStatus.Failed, ImportStatus.Appended],
            outcomes.Select(outcome => outcome.Status));
    }

    [Fact]
    public async Task A_line_that_is_too_long_is_left_out_and_the_next_one_is_read()
    {
        string path = _folder.File("long.jsonl");
        await using (StreamWriter file = File.CreateText(path))
        {
            await file.WriteAsync("""{"url":"https://a.example/1","time":"2026-05-03","text":" """);
            for (int i = 0; i < 40; i++)
            {
                await file.WriteAsync(new string('x', 1_000_000).AsMemory(), TestContext.Current.CancellationToken);
            }

            await file.WriteAsync("\"}\n" + """{"url":"https://a.example/2","time":"2026-05-03","text":"x"}""");
        }

        List<ImportOutcome> outcomes = await new ImportRun().ReadAsync(path);

        Assert.Equal(["line 1", "line 2"], outcomes.Select(outcome => outcome.Row.Place));
        Assert.Contains("more than 16 MiB", outcomes[0].Reason, StringComparison.Ordinal);
        Assert.Equal(ImportStatus.Appended, outcomes[1].Status);
    }

    [Fact]
    public async Task A_packed_file_that_is_damaged_is_read_up_to_the_damage()
    {
        string path = _folder.File("lines.jsonl.gz");
        await using (var file = new StreamWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest)))
        {
            for (int i = 0; i < 20_000; i++)
            {
                file.Write(FormattableString.Invariant(
                    $$"""{"url":"https://a.example/{{i}}","time":"2026-05-03","text":"{{i * 7919 % 104729}}"}""") + "\n");
            }
        }

        byte[] bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0xFF);
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);

        List<ImportOutcome> outcomes = await new ImportRun().ReadAsync(path);

        Assert.InRange(outcomes.Count(outcome => outcome.Status == ImportStatus.Appended), 1_000, 19_999);
        Assert.Contains(outcomes, outcome => outcome.Status == ImportStatus.Failed);
    }

    private string Write(params string[] lines)
    {
        string path = _folder.File("versions.jsonl");
        File.WriteAllText(path, string.Join('\n', lines));
        return path;
    }
}

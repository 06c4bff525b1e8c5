using System.Text;

namespace NewsDiff.Archives.Tests;

/// <summary>Foreign folders of raw pages.</summary>
public sealed class FolderArchiveTests : IDisposable
{
    private static readonly string Hash = PageHash.Compute("<p>A page"u8);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("..\\..\\secret")]
    [InlineData("zz34567890123456789012345678901234567890123456789012345678901234")]
    public async Task A_name_that_is_no_hash_finds_nothing_and_leads_nowhere(string name)
    {
        await using var archive = new FolderArchive(_folder.File("pages"));
        await archive.KeepAsync(Captures.Page(new Uri("https://news.example/a"), 1, "A page"), Stop);

        Assert.Null(await archive.FindPageAsync(name, Stop));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("../../outside")]
    public async Task A_foreign_list_does_not_lead_out_of_the_folder(string page)
    {
        await WriteListAsync($$"""{"url":"https://news.example/a","status":200,"page":"{{page}}"}""");
        await using var archive = new FolderArchive(_folder.File("pages"));

        CaptureEntry entry = await archive.ReadEntriesAsync(Stop).SingleAsync(Stop);

        Assert.Null(await archive.FindAsync(entry, Stop));
    }

    [Theory]
    [InlineData("""{"url":"story","status":200}""")]
    [InlineData("""{"url":"https://news.example/a","status":99999}""")]
    [InlineData("""{"url":"https://news.example/a","status":-1}""")]
    [InlineData("""{"url":"https://news.example/a","status":200,"headers":[null,null]}""")]
    [InlineData("""{"url":"https://news.example/a","status":200,"phrase":null}""")]
    [InlineData("""{"url":"\ud800","status":200}""")]
    [InlineData("""{"url":null,"status":200}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_line_that_is_no_capture_is_passed_over(string line)
    {
        await WriteListAsync(
            line + "\n"
                + $$"""{"url":"https://news.example/b","status":200,"page":"{{Hash}}","capturedAt":"0001-01-01T00:00:00Z"}""");
        await using var archive = new FolderArchive(_folder.File("pages"));

        CaptureEntry entry = await archive.ReadEntriesAsync(Stop).SingleAsync(Stop);
        using ReplayFetcher replay = await ReplayFetcher.OpenAsync(archive, cancellationToken: Stop);

        Assert.Equal("/b", entry.Url.AbsolutePath);
        Assert.Equal(FetchStatus.Failed, (await replay.FetchAsync(FetchRequest.For(entry.Url), Stop)).Status);
    }

    private async Task WriteListAsync(string text)
    {
        string lists = Path.Combine(_folder.File("pages"), "captures");
        Directory.CreateDirectory(lists);
        await File.WriteAllTextAsync(
            Path.Combine(lists, "a.jsonl"),
            text + "\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            Stop);
        await File.WriteAllTextAsync(_folder.File("outside.gz"), "secret", Stop);
    }
}

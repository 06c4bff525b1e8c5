using System.Text;
using NewsDiff.Archives.Warc;

namespace NewsDiff.Archives.Tests;

/// <summary>Records as other crawlers write them.</summary>
public sealed class ForeignWarcTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_body_in_chunks_is_put_together_and_one_that_only_says_so_is_left()
    {
        WarcArchive archive = Write(
            Record(
                "response",
                "http://a.example/1",
                "2024-01-01T00:00:00Z",
                "",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6;x=y\r\n world\r\n0\r\n\r\n"),
            Record(
                "response",
                "http://a.example/2",
                "2024-01-02T00:00:00Z",
                "",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nhello world"));

        Assert.Equal(["hello world", "hello world"], await BodiesAsync(archive));
    }

    [Fact]
    public async Task Revisits_bring_the_content_that_they_refer_to()
    {
        const string page = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nthe page";
        WarcArchive archive = Write(
            Record("response", "http://a.example/", "2024-01-01T00:00:00Z", "WARC-Payload-Digest: sha1:AAAA\r\n", page),
            Record(
                "revisit",
                "http://a.example/",
                "2024-01-02T00:00:00Z",
                "WARC-Payload-Digest: sha1:AAAA\r\n",
                "HTTP/1.1 200 OK\r\nX-New: yes\r\n\r\n"),
            Record(
                "revisit", "http://b.example/", "2024-01-03T00:00:00Z",
                "WARC-Refers-To-Target-URI: http://a.example/\r\nWARC-Refers-To-Date: 2024-01-01T00:00:00Z\r\n", ""),
            Record("revisit", "http://c.example/", "2024-01-04T00:00:00Z", "WARC-Payload-Digest: sha1:BBBB\r\n", ""));

        Assert.Equal(["the page", "the page", "the page", null], await BodiesAsync(archive));
        List<CaptureEntry> entries = await archive.ReadEntriesAsync(Stop).ToListAsync(Stop);
        Assert.Equal("yes", (await archive.FindAsync(entries[1], Stop))?.Find("x-new"));
        Assert.Equal("text/html", (await archive.FindAsync(entries[2], Stop))?.Find("content-type"));
    }

    [Fact]
    public async Task Resources_are_pages_and_what_is_no_web_page_is_left_out()
    {
        WarcArchive archive = Write(
            Record(
                "resource",
                "https://a.example/",
                "2024-01-01T00:00:00Z",
                "Content-Type: text/html\r\n",
                "<p>saved</p>"),
            Record(
                "response", "dns:a.example", "2024-01-01T00:00:00Z", "", "20240101000000\na.example. 1 IN A 10.0.0.1"),
            Record("response", "https://b.example/", "2024-01-01T00:00:00Z", "", "not an answer of HTTP"),
            Record("request", "https://a.example/", "2024-01-01T00:00:00Z", "", "GET / HTTP/1.1\r\n\r\n"));

        Assert.Equal(["<p>saved</p>"], await BodiesAsync(archive));
    }

    [Fact]
    public async Task A_page_is_found_by_its_hash_also_where_no_record_names_it()
    {
        WarcArchive archive = Write(
            Record("response", "http://a.example/1", "2024-01-01T00:00:00Z", "", "HTTP/1.1 200 OK\r\n\r\none"),
            Record("response", "http://a.example/2", "2024-01-01T00:00:00Z", "", "HTTP/1.1 200 OK\r\n\r\ntwo"));

        Assert.Equal(
            "http://a.example/2", (await archive.FindPageAsync(PageHash.Compute("two"u8), Stop))?.Url.AbsoluteUri);
    }

    [Fact]
    public async Task Damaged_archives_are_replayed_as_far_as_they_go()
    {
        byte[] whole = await RecordAsync();
        var random = new Random(5);
        for (int round = 0; round < 150; round++)
        {
            byte[] file = [.. whole];
            for (int hit = random.Next(1, 30); hit > 0; hit--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            string path = _folder.File($"damaged{round}.warc{(round % 2 == 0 ? ".gz" : "")}");
            await File.WriteAllBytesAsync(path, file, Stop);
            using ReplayFetcher replay = await ReplayFetcher.OpenAsync(
                PageArchives.OpenRead(path), cancellationToken: Stop);
            foreach (CaptureEntry capture in replay.Captures)
            {
                Assert.NotEqual(
                    FetchStatus.NotModified, (await replay.FetchAsync(FetchRequest.For(capture.Url), Stop)).Status);
            }
        }
    }

    private static string Record(string type, string url, string date, string fields, string block) =>
        $"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n{fields}"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(block)}\r\n\r\n{block}\r\n\r\n";

    private async Task<byte[]> RecordAsync()
    {
        string path = _folder.File("whole.warc.gz");
        await using (WarcArchive archive = await WarcArchive.AppendAsync(path, Stop))
        {
            for (int i = 0; i < 10; i++)
            {
                await archive.KeepAsync(
                    Captures.Page(new Uri($"https://news.example/{i % 4}"), i, $"Story {i / 3}"), Stop);
            }
        }

        return await File.ReadAllBytesAsync(path, Stop);
    }

    private WarcArchive Write(params string[] records)
    {
        string path = _folder.File("foreign.warc");
        File.WriteAllText(path, string.Concat(records));
        return WarcArchive.OpenRead(path);
    }

    private static async Task<List<string?>> BodiesAsync(WarcArchive archive)
    {
        List<string?> bodies = [];
        await foreach (CaptureEntry entry in archive.ReadEntriesAsync(Stop))
        {
            bodies.Add(
                await archive.FindAsync(entry, Stop) is { } capture
                    ? Encoding.UTF8.GetString(capture.Body.Span)
                    : null);
        }

        return bodies;
    }
}

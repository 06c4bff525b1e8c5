using System.IO.Compression;
using NewsDiff.Fetching;
using NewsDiff.TestSupport;

namespace NewsDiff.Archives.Tests;

public sealed class RecordingHandlerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_compressed_page_is_kept_as_it_came_and_found_by_what_it_says()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.Map("/story", async context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            context.Response.Headers.ContentEncoding = "gzip";
            await using var packer = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
            await packer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(FerryStory.Html));
        });

        (FetchResult result, IPageArchive archive) = await FetchAsync(site, "/story", "a.warc.gz");
        Capture? kept = await archive.FindPageAsync(result.PageHash!, Stop);

        Assert.Equal(PageHash.Compute(System.Text.Encoding.UTF8.GetBytes(FerryStory.Html)), result.PageHash);
        Assert.Equal("gzip", kept?.Find("Content-Encoding"));
        Assert.True(kept!.Body.Span is [0x1F, 0x8B, ..]);
    }

    [Fact]
    public async Task Redirects_refused_types_and_pages_that_are_too_large_are_kept_as_far_as_they_were_read()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapRedirect("/old", "/large");
        site.MapText("/large", new string('x', 300_000));
        site.MapText("/paper", "%PDF", "application/pdf");

        (FetchResult large, IPageArchive first) = await FetchAsync(site, "/old", "large.warc");
        (FetchResult paper, IPageArchive second) = await FetchAsync(site, "/paper", "paper.warc");

        Assert.Equal((FetchStatus.TooLarge, FetchStatus.NotAnArticle), (large.Status, paper.Status));
        Assert.Equal(
            [404, 302, 200], await first.ReadEntriesAsync(Stop).Select(entry => entry.StatusCode).ToListAsync(Stop));
        Assert.Equal(
            [404, 200], await second.ReadEntriesAsync(Stop).Select(entry => entry.StatusCode).ToListAsync(Stop));
        CaptureEntry last = await first.ReadEntriesAsync(Stop).LastAsync(Stop);
        Assert.True((await first.FindAsync(last, Stop))!.IsTruncated);
    }

    [Fact]
    public async Task A_page_that_cannot_be_kept_counts_as_failed()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        site.MapText("/story", FerryStory.Html);
        using SocketsHttpHandler network = NewsDiffHttp.CreateHandler(Options(site));
        using var handler = new RecordingHandler(new FullDisk(), network);
        using var client = new HttpClient(handler);
        using var polite =
            new PoliteClient(client, Options(site) with { RespectRobots = false }, new SitePoliteness());
        using var fetcher = new HttpArticleFetcher(polite);

        FetchResult result = await fetcher.FetchAsync(FetchRequest.For(site.Url("/story")), Stop);

        Assert.Equal(FetchStatus.Failed, result.Status);
        Assert.Contains("The disk is full.", result.Reason, StringComparison.Ordinal);
    }

    private async Task<(FetchResult Result, IPageArchive Archive)> FetchAsync(
        LoopbackSite site,
        string path,
        string name)
    {
        FetchResult result;
        await using (IPageArchive archive = await PageArchives.AppendAsync(_folder.File(name), Stop))
        {
            using SocketsHttpHandler network = NewsDiffHttp.CreateHandler(Options(site));
            using var handler = new RecordingHandler(archive, network);
            using var client = new HttpClient(handler);
            using var polite = new PoliteClient(client, Options(site), new SitePoliteness());
            using var fetcher = new HttpArticleFetcher(polite);
            result = await fetcher.FetchAsync(FetchRequest.For(site.Url(path)), Stop);
            await handler.FlushAsync(Stop);
        }

        return (result, PageArchives.OpenRead(_folder.File(name)));
    }

    private static HttpFetchOptions Options(LoopbackSite site) => new()
    {
        AllowedPrivateHosts = [site.BaseUrl.Authority],
        MinGap = TimeSpan.Zero,
        MaxBodyBytes = 200_000,
    };

    private sealed class FullDisk : IPageArchive
    {
        public ValueTask KeepAsync(Capture capture, CancellationToken cancellationToken = default) =>
            throw new IOException("The disk is full.");

        public IAsyncEnumerable<CaptureEntry> ReadEntriesAsync(CancellationToken cancellationToken = default) =>
            AsyncEnumerable.Empty<CaptureEntry>();

        public ValueTask<Capture?> FindAsync(CaptureEntry entry, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<Capture?>(null);

        public ValueTask<Capture?> FindPageAsync(string pageHash, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult<Capture?>(null);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}

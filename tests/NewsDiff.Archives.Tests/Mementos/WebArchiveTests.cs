using NewsDiff.Archives.Mementos;
using NewsDiff.Extraction;
using NewsDiff.Fetching;
using NewsDiff.TestSupport;

namespace NewsDiff.Archives.Tests.Mementos;

public sealed class WebArchiveTests : IDisposable
{
    private static readonly Uri Story = new("https://news.example/story?id=7");

    private readonly List<PoliteClient> _clients = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_past_of_an_article_is_listed_and_read_as_it_was(bool hasCdxServer)
    {
        await using LoopbackArchive loopback = await StartAsync();
        using WebArchive archive = Open(loopback, hasCdxServer);

        MementoListing listing = await archive.ListAsync(new MementoQuery { Url = Story }, Stop);
        List<FetchResult> versions = [];
        foreach (Memento memento in listing.Mementos)
        {
            versions.Add(await archive.FetchAsync(memento, Stop));
        }

        // Only the CDX server tells that the second capture is the first again.
        Assert.Equal(
            hasCdxServer ? ["One", "Two"] : ["One", "One", "Two"], versions.Select(version => version.Article?.Title));
        Assert.All(versions, version => Assert.Equal(Story, version.Url));
        Assert.All(versions, version => Assert.Equal(Story, version.Article!.Url));
        Assert.Equal(new DateTimeOffset(2026, 5, 1, 10, 20, 30, TimeSpan.Zero), versions[0].CapturedAt);
        Assert.Equal(new DateTimeOffset(2026, 5, 3, 0, 0, 1, TimeSpan.Zero), versions[^1].CapturedAt);
    }

    [Fact]
    public async Task A_capture_is_read_from_where_the_version_before_was()
    {
        await using LoopbackArchive loopback = await StartAsync();
        var extractor = new RememberingExtractor();
        using WebArchive archive = Open(loopback, hasCdxServer: true, extractor);
        Memento capture = (await archive.ListAsync(new MementoQuery { Url = Story }, Stop)).Mementos[0];

        await archive.FetchAsync(capture, Stop);
        await archive.FetchAsync(capture, "main>article", Stop);

        Assert.Equal([null, "main>article"], extractor.PreviousContainers);
    }

    [Fact]
    public async Task Captures_can_be_limited_by_time_and_number()
    {
        await using LoopbackArchive loopback = await StartAsync();
        using WebArchive archive = Open(loopback, hasCdxServer: false);
        var may = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(
            2,
            (await archive.ListAsync(new MementoQuery { Url = Story, Since = may.AddDays(1) }, Stop)).Mementos.Length);
        Assert.Equal(
            2,
            (await archive.ListAsync(new MementoQuery { Url = Story, Until = may.AddDays(2) }, Stop)).Mementos.Length);
        Assert.Single((await archive.ListAsync(new MementoQuery { Url = Story, Limit = 1 }, Stop)).Mementos);
    }

    [Fact]
    public async Task A_page_that_was_never_captured_is_reported()
    {
        await using LoopbackArchive loopback = await StartAsync();
        using WebArchive maps = Open(loopback, hasCdxServer: false);
        using WebArchive index = Open(loopback, hasCdxServer: true);
        var unknown = new MementoQuery { Url = new Uri("https://news.example/other") };

        Assert.Equal(FetchStatus.NotFound, (await maps.ListAsync(unknown, Stop)).Status);
        Assert.Empty((await index.ListAsync(unknown, Stop)).Mementos);
    }

    [Fact]
    public async Task An_address_of_the_archive_is_fetched_as_the_article_that_it_shows()
    {
        await using LoopbackArchive loopback = await StartAsync();
        using var client = new PoliteClient(Options(loopback), new SitePoliteness());
        using var fetcher = new MementoFetcher(
            client, archive: new WebArchiveOptions { Captures = loopback.Captures });

        // The day alone: the archive leads to the capture.
        FetchResult result = await fetcher.FetchAsync(
            FetchRequest.For(new Uri($"{loopback.Captures}20260503/{Story}")), Stop);

        Assert.Equal("Two", result.Article?.Title);
        Assert.Equal(Story, result.Article!.Url);
        Assert.Equal(new DateTimeOffset(2026, 5, 3, 0, 0, 1, TimeSpan.Zero), result.CapturedAt);
    }

    private static async Task<LoopbackArchive> StartAsync()
    {
        LoopbackArchive archive = await LoopbackArchive.StartAsync();
        archive.Capture("20260501102030", Story, Captures.Html("One"));
        archive.Capture("20260502000000", Story, Captures.Html("One"));
        archive.Capture("20260503000001", Story, Captures.Html("Two"));
        return archive;
    }

    public void Dispose() => _clients.ForEach(client => client.Dispose());

    private WebArchive Open(LoopbackArchive archive, bool hasCdxServer, IArticleExtractor? extractor = null)
    {
        var client = new PoliteClient(Options(archive), new SitePoliteness());
        _clients.Add(client);
        return new WebArchive(
            client,
            new WebArchiveOptions { Captures = archive.Captures, CdxServer = hasCdxServer ? archive.CdxServer : null },
            extractor);
    }

    private static HttpFetchOptions Options(LoopbackArchive archive) =>
        new() { AllowedPrivateHosts = [archive.Site.BaseUrl.Authority], MinGap = TimeSpan.Zero };

    private sealed class RememberingExtractor : IArticleExtractor
    {
        private readonly HtmlArticleExtractor _extractor = new();

        public List<string?> PreviousContainers { get; } = [];

        public int Version => _extractor.Version;

        public ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default)
        {
            PreviousContainers.Add(request.PreviousContainer);
            return _extractor.Extract(request, cancellationToken);
        }
    }
}

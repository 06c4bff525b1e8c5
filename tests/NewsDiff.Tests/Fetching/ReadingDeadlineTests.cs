using NewsDiff.Extraction;
using NewsDiff.Fetching;

namespace NewsDiff.Tests.Fetching;

/// <summary>A page is read within the time of its request.</summary>
public sealed class ReadingDeadlineTests
{
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData(59, FetchStatus.Fetched)]
    [InlineData(60, FetchStatus.TimedOut)]
    public async Task A_page_that_is_not_read_before_the_deadline_ends_with_a_reason(int seconds, FetchStatus expected)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapText("/ferry", FetchingSite.Story);
        var options = new HttpFetchOptions { AllowedPrivateHosts = ["127.0.0.1"], MinGap = TimeSpan.Zero };
        using var client = new PoliteClient(options, new SitePoliteness(_clock), _clock);
        using var fetcher = new HttpArticleFetcher(client, new SlowExtractor(_clock, TimeSpan.FromSeconds(seconds)));

        FetchResult result = await fetcher.FetchAsync(
            FetchRequest.For(web.Site.Url("/ferry")), TestContext.Current.CancellationToken);

        Assert.Equal(expected, result.Status);
        Assert.Equal(
            expected == FetchStatus.TimedOut,
            result.Reason?.Contains("reading it took too long", StringComparison.Ordinal) is true);
        Assert.Equal(200, result.HttpStatusCode);
    }

    [Fact]
    public async Task Cancelling_while_a_page_is_read_throws()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapText("/ferry", FetchingSite.Story);
        var options = new HttpFetchOptions { AllowedPrivateHosts = ["127.0.0.1"], MinGap = TimeSpan.Zero };
        using var impatience = new CancellationTokenSource();
        using var client = new PoliteClient(options, new SitePoliteness(_clock), _clock);
        using var fetcher = new HttpArticleFetcher(client, new CancellingExtractor(impatience));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => fetcher.FetchAsync(FetchRequest.For(web.Site.Url("/ferry")), impatience.Token));
    }

    private sealed class SlowExtractor(ManualTimeProvider clock, TimeSpan time) : IArticleExtractor
    {
        private readonly HtmlArticleExtractor _extractor = new();

        public int Version => 1;

        public ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default)
        {
            clock.Advance(time);
            return _extractor.Extract(request, cancellationToken);
        }
    }

    private sealed class CancellingExtractor(CancellationTokenSource source) : IArticleExtractor
    {
        public int Version => 1;

        public ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default)
        {
            source.Cancel();
            cancellationToken.ThrowIfCancellationRequested();
            throw new InvalidOperationException("The token does not reach the extractor.");
        }
    }
}

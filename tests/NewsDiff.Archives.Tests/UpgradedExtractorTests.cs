using System.Collections.Immutable;
using NewsDiff.Events;
using NewsDiff.Extraction;
using NewsDiff.Fetching;

namespace NewsDiff.Archives.Tests;

/// <summary>The present extractor follows an earlier one at a site whose pages were kept.</summary>
/// <remarks>
/// The earlier one read the date line and the pull quote as paragraphs, and saw neither captions nor links.
/// </remarks>
public sealed class UpgradedExtractorTests : IDisposable
{
    private static readonly string[] Paths = ["/flood", "/ferry", "/bridge", "/library"];

    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new(new DateTimeOffset(2026, 5, 3, 12, 0, 0, TimeSpan.Zero));
    private readonly InMemoryVersionStore _store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Pages_that_stay_the_same_give_no_event()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        await using IPageArchive archive = new FolderArchive(_folder.File("pages"));
        await VisitAsync(site, archive, new EarlierExtractor(), passes: 2);
        List<ArticleEvent> before = await EventsAsync();

        List<CheckOutcome> outcomes = await VisitAsync(site, archive, new HtmlArticleExtractor(), passes: 4);

        Assert.All(outcomes, outcome => Assert.Equal(CheckKind.Unchanged, outcome.Kind));
        Assert.Equal(4 * Paths.Length, outcomes.Count);
        Assert.Equal(before.Count, (await EventsAsync()).Count);
    }

    [Fact]
    public async Task An_edit_made_at_the_upgrade_is_stored_by_the_first_visit()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        await using IPageArchive archive = new FolderArchive(_folder.File("pages"));
        await VisitAsync(site, archive, new EarlierExtractor(), passes: 1);

        site.MapText("/ferry", Page("/ferry", "fourteen"));
        List<CheckOutcome> outcomes = await VisitAsync(
            site, archive, new HtmlArticleExtractor(), passes: 1, map: false);

        CheckOutcome changed = Assert.Single(outcomes, outcome => outcome.Kind == CheckKind.Changed);
        Assert.EndsWith("/ferry", changed.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains(
            changed.Version!.Article.Paragraphs,
            paragraph => paragraph.Text.Contains("fourteen", StringComparison.Ordinal));
        Assert.Single(await EventsAsync(), happened => happened.Kind == ArticleEventKind.Changed);
    }

    [Fact]
    public async Task After_the_kept_pages_are_read_again_the_same_pages_give_no_event_and_an_edit_gives_one()
    {
        await using LoopbackSite site = await LoopbackSite.StartAsync();
        await using IPageArchive archive = new FolderArchive(_folder.File("pages"));
        await VisitAsync(site, archive, new EarlierExtractor(), passes: 2);
        int before = (await EventsAsync()).Count;

        List<ReprocessedArticle> articles = await new Reprocessor(_store, _store, archive)
            .RunAsync(cancellationToken: Stop).ToListAsync(Stop);

        Assert.All(articles, article => Assert.Equal(ReprocessStatus.Replaced, article.Status));
        Assert.Equal(Paths.Length, articles.Count);
        Assert.Equal(before, (await EventsAsync()).Count);
        await VisitAsync(site, archive, new HtmlArticleExtractor(), passes: 2);
        Assert.Equal(before, (await EventsAsync()).Count);
        site.MapText("/ferry", Page("/ferry", "fourteen"));
        await VisitAsync(site, archive, new HtmlArticleExtractor(), passes: 1, map: false);
        Assert.Equal(before + 1, (await EventsAsync()).Count);
        ArticleChange change = await _store.ReadChangesAsync(new VersionQuery(), Stop).SingleAsync(Stop);
        Assert.Equal("1 of 3 paragraphs, +1 −1 words", change.Diff.ToString());
    }

    /// <summary>Visits all pages some times, half a day apart.</summary>
    private async Task<List<CheckOutcome>> VisitAsync(
        LoopbackSite site, IPageArchive archive, IArticleExtractor extractor, int passes, bool map = true)
    {
        foreach (string path in map ? Paths : [])
        {
            site.MapText(path, Page(path, "twelve"));
        }

        var options = new HttpFetchOptions { AllowedPrivateHosts = [site.BaseUrl.Authority], MinGap = TimeSpan.Zero };
        using SocketsHttpHandler network = NewsDiffHttp.CreateHandler(options);
        using var handler = new RecordingHandler(archive, network, _clock);
        using var client = new HttpClient(handler);
        using var polite = new PoliteClient(client, options, new SitePoliteness(_clock), _clock);
        using var articles = new HttpArticleFetcher(polite, extractor);
        using var feeds = new HttpFeedFetcher(polite);
        var tracker = new ArticleTracker(
            articles, feeds, _store,
            new TrackerOptions { ReadAgain = (version, stop) => archive.ReadAgainAsync(version, extractor, stop) },
            _clock);
        List<CheckOutcome> outcomes = [];
        for (int pass = 0; pass < passes; pass++)
        {
            foreach (string path in Paths)
            {
                outcomes.Add(await tracker.CheckArticleAsync(site.Url(path), Stop));
            }

            _clock.Advance(TimeSpan.FromHours(12));
        }

        await handler.FlushAsync(Stop);
        return outcomes;
    }

    private Task<List<ArticleEvent>> EventsAsync() =>
        _store.ReadEventsAsync(new EventQuery(), Stop).ToListAsync(Stop).AsTask();

    private static string Page(string path, string number)
    {
        string topic = path[1..];
        return $"""
            <!DOCTYPE html><html lang="en"><head><title>Town council on the {topic}</title>
            <meta name="author" content="Jane Doe"></head>
            <body><article><h1>Town council on the {topic}</h1>
            <time datetime="2026-05-01T09:00:00Z">1 May 2026</time>
            <p>The council heard {number} speakers. {Words(topic, 1)}</p>
            <aside class="pullquote"><p>Nobody wants another winter like the last one.</p></aside>
            <figure><img src="/photo.jpg" alt=""><figcaption>The town hall.</figcaption></figure>
            <p>The mayor spoke of <a href="/report">the report</a>. {Words(topic, 2)}</p>
            <p>{Words(topic, 3)}</p></article></body></html>
            """;
    }

    /// <summary>A paragraph that no other topic has: articles with nearly the same words count as one story.</summary>
    private static string Words(string topic, int paragraph) => string.Join(
        ' ', Enumerable.Range(0, 30).Select(word => $"{topic}{paragraph}of{word}{(word % 10 == 9 ? "." : "")}"));

    /// <summary>What an extractor of an earlier release read.</summary>
    private sealed class EarlierExtractor : IArticleExtractor
    {
        private readonly HtmlArticleExtractor _inner = new();

        public int Version => _inner.Version - 1;

        public ExtractionResult Extract(ExtractionRequest request, CancellationToken cancellationToken = default)
        {
            ExtractionResult read = _inner.Extract(request, cancellationToken);
            return read.Article is not { } article ? read : read with
            {
                Article = article with
                {
                    Paragraphs =
                    [
                        "1 May 2026", .. article.Paragraphs[..1], "Nobody wants another winter like the last one.",
                        .. article.Paragraphs[1..],
                    ],
                    Captions = ImmutableArray<string>.Empty,
                    Links = [],
                    Authors = [],
                },
            };
        }
    }
}

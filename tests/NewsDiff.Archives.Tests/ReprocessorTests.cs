using NewsDiff.Events;
using NewsDiff.Extraction;

namespace NewsDiff.Archives.Tests;

/// <summary>Versions of an earlier extractor are read again from their kept pages.</summary>
public sealed class ReprocessorTests : IDisposable
{
    private static readonly Uri Story = new("https://news.example/story");
    private static readonly int Present = new HtmlArticleExtractor().Version;

    private readonly TemporaryFolder _folder = new();
    private readonly InMemoryVersionStore _store = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task All_versions_of_an_article_say_what_the_present_extractor_reads()
    {
        await using IPageArchive archive = await FillAsync("flood", "Flood", "Flood falls", "Flood is over");

        List<ReprocessedArticle> articles = await RunAsync(archive);

        ReprocessedArticle article = Assert.Single(articles);
        Assert.Equal((ReprocessStatus.Replaced, 3), (article.Status, article.Readings.Length));
        Assert.All(article.Readings, reading => Assert.True(reading.IsTextChanged));
        List<ArticleVersion> versions = await VersionsAsync();
        Assert.Equal(["Flood", "Flood falls", "Flood is over"], versions.Select(version => version.Article.Title));
        Assert.All(versions, version =>
        {
            Assert.Equal(5, version.Article.Paragraphs.Length);
            Assert.Equal(Present, version.ExtractorVersion);
        });
    }

    [Fact]
    public async Task There_are_no_events_and_nothing_is_left_to_do()
    {
        await using IPageArchive archive = await FillAsync("flood", "Flood", "Flood falls");
        await RunAsync(archive);

        Assert.Empty(await RunAsync(archive));

        Assert.Equal(
            [ArticleEventKind.FirstSeen, ArticleEventKind.Changed],
            (await _store.ReadEventsAsync(new EventQuery(), Stop).ToListAsync(Stop)).Select(happened => happened.Kind));
    }

    [Fact]
    public async Task A_dry_run_tells_and_replaces_nothing()
    {
        await using IPageArchive archive = await FillAsync("flood", "Flood", "Flood falls");

        ReprocessedArticle article = Assert.Single(await RunAsync(archive, isDryRun: true));

        Assert.Equal(2, article.Readings.Length);
        Assert.All(await VersionsAsync(), version => Assert.Equal(1, version.ExtractorVersion));
    }

    [Fact]
    public async Task An_article_without_one_of_its_pages_stays_as_it_is()
    {
        await using IPageArchive archive = await FillAsync("flood", "Flood", "Flood falls");
        await AppendAsync("flood", "Lost", "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
        await FillAsync(archive, "other", "Other");

        List<ReprocessedArticle> articles = await RunAsync(archive);

        Assert.Equal(
            [("flood", ReprocessStatus.PageMissing), ("other", ReprocessStatus.Replaced)],
            articles.Select(article => (article.ArticleId, article.Status)));
        Assert.Equal("The page of version 3 is not kept.", articles[0].Reason);
        Assert.All(
            (await VersionsAsync()).Where(version => version.ArticleId == "flood"),
            version => Assert.Equal(1, version.ExtractorVersion));
    }

    [Fact]
    public async Task A_page_that_is_no_article_any_more_leaves_the_article_as_it_is()
    {
        await using IPageArchive archive = await FillAsync("flood", "Flood");
        Capture front = Captures.Of(Story, 9, "<html><body><p>Front.</p></body></html>", "text/html");
        await archive.KeepAsync(front, Stop);
        await AppendAsync("flood", "Flood, front", PageHash.Compute(front.Body.Span));

        ReprocessedArticle article = Assert.Single(await RunAsync(archive));

        Assert.Equal(ReprocessStatus.Refused, article.Status);
        Assert.StartsWith("The page of version 2 is refused: ", article.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_was_taken_down_does_not_come_back()
    {
        await using IPageArchive archive = await FillAsync("flood", "Flood", "Flood");
        await _store.AppendAsync(Read("flood", Captures.Page(Story, 1, "Flood")), Stop);
        await _store.HideAsync(
            new VersionQuery { ArticleId = "flood", FromNumber = 3 }, "Why.", "Ann", Captures.Start, Stop);

        ReprocessedArticle article = Assert.Single(await RunAsync(archive));

        Assert.Equal(
            (ReprocessStatus.Refused, "The page of version 1 has a text that was taken down."),
            (article.Status, article.Reason));
    }

    [Fact]
    public async Task What_is_erased_stays_erased_and_needs_no_page()
    {
        await using IPageArchive archive = await FillAsync("flood", "Flood", "Flood falls", "Flood is over");
        await _store.HideAsync(
            new VersionQuery { ArticleId = "flood", FromNumber = 2, ToNumber = 2 },
            "Why.", "Ann", Captures.Start, Stop);

        ReprocessedArticle article = Assert.Single(await RunAsync(archive));

        Assert.Equal([1, 3], article.Readings.Select(reading => reading.Now.Number));
        Assert.True((await VersionsAsync())[1].IsHidden);
    }

    private static VersionDraft Read(string articleId, Capture page)
    {
        ExtractionResult read = new HtmlArticleExtractor().Extract(
            new ExtractionRequest { Html = System.Text.Encoding.UTF8.GetString(page.Body.Span), Url = Story }, Stop);
        return new VersionDraft
        {
            ArticleId = articleId,
            Article = read.Article!,
            SeenAt = Captures.Start.AddDays(9),
            ExtractorVersion = Present,
        };
    }

    private async Task<IPageArchive> FillAsync(string articleId, params string[] titles)
    {
        IPageArchive archive = await PageArchives.AppendAsync(_folder.File("pages"), Stop);
        await FillAsync(archive, articleId, titles);
        return archive;
    }

    /// <summary>Appends versions as an earlier extractor read them: with the menu, without most of the text.</summary>
    private async Task FillAsync(IPageArchive archive, string articleId, params string[] titles)
    {
        foreach ((int hour, string title) in titles.Index())
        {
            Capture page = Captures.Page(Story, hour, title);
            await archive.KeepAsync(page, Stop);
            await AppendAsync(articleId, $"{title} {hour}", PageHash.Compute(page.Body.Span));
        }
    }

    private async Task AppendAsync(string articleId, string title, string pageHash) => await _store.AppendAsync(
        new VersionDraft
        {
            ArticleId = articleId,
            Article = new Article { Url = Story, Title = title, Paragraphs = ["Home | Sport", "The river rose."] },
            SeenAt = Captures.Start,
            ExtractorVersion = 1,
            PageHash = pageHash,
        },
        Stop);

    private Task<List<ReprocessedArticle>> RunAsync(IPageArchive archive, bool isDryRun = false) =>
        new Reprocessor(_store, _store, archive).RunAsync(isDryRun: isDryRun, cancellationToken: Stop)
            .ToListAsync(Stop).AsTask();

    private Task<List<ArticleVersion>> VersionsAsync() =>
        _store.ReadVersionsAsync(new VersionQuery(), Stop).ToListAsync(Stop).AsTask();
}

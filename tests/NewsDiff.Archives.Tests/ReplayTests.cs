using NewsDiff.Archives.Warc;
using NewsDiff.Tracking;

namespace NewsDiff.Archives.Tests;

public sealed class ReplayTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("run.warc.gz")]
    [InlineData("run.warc")]
    [InlineData("pages")]
    public async Task A_recorded_run_gives_the_same_stores_again_without_the_network(string name)
    {
        string path = _folder.File(name);
        (InMemoryVersionStore recorded, Uri feed, _) = await RecordAsync(path);

        InMemoryVersionStore replayed = await ReplayAsync(path, feed);

        string expected = await RecordedRun.DescribeAsync(recorded);
        Assert.Contains("First", string.Join(' ', await Titles(recorded)), StringComparison.Ordinal);
        Assert.Equal(6, (await Titles(recorded)).Count);
        Assert.Equal(expected, await RecordedRun.DescribeAsync(replayed));
        Assert.Equal(expected, await RecordedRun.DescribeAsync(await ReplayAsync(path, feed)));
        Assert.Equal(expected, await RecordedRun.DescribeAsync(await RepeatAsync(path)));
    }

    [Fact]
    public async Task Each_capture_becomes_a_version_at_its_time_however_close_they_are()
    {
        var url = new Uri("https://news.example/story");
        string path = _folder.File("story.warc");
        await using (WarcArchive archive = await WarcArchive.AppendAsync(path, Stop))
        {
            await KeepFeedAsync(archive, url);
            await archive.KeepAsync(Captures.Page(url, 1, "One"), Stop);
            await archive.KeepAsync(Captures.Page(url, 1, "Two"), Stop);
            await archive.KeepAsync(
                Captures.Page(url, 1, "Three") with { CapturedAt = Captures.Start.AddHours(1).AddSeconds(0.5) }, Stop);
        }

        InMemoryVersionStore store = await RepeatAsync(path);

        Assert.Equal(["One", "Two", "Three"], await Titles(store));
        List<ArticleVersion> versions = await store.ReadVersionsAsync(new VersionQuery(), Stop).ToListAsync(Stop);
        Assert.Equal(
            [0, 0, 500], versions.Select(version => (version.SeenAt - Captures.Start.AddHours(1)).TotalMilliseconds));
    }

    [Fact]
    public async Task What_a_host_was_asked_after_it_wanted_to_be_left_alone_is_replayed_too()
    {
        var url = new Uri("https://news.example/story");
        string path = _folder.File("story.warc");
        await using (WarcArchive archive = await WarcArchive.AppendAsync(path, Stop))
        {
            await KeepFeedAsync(archive, url);
            await archive.KeepAsync(
                Captures.Page(url, 1, "One") with
                {
                    StatusCode = 429,
                    Headers = [new HttpField("Retry-After", "86400")],
                },
                Stop);
            await archive.KeepAsync(Captures.Page(url, 2, "Two"), Stop);
        }

        Assert.Equal(["Two"], await Titles(await RepeatAsync(path)));
    }

    [Fact]
    public async Task The_rules_of_a_robots_file_hold_from_when_they_were_captured()
    {
        var url = new Uri("https://news.example/story");
        string path = _folder.File("story.warc");
        await using (WarcArchive archive = await WarcArchive.AppendAsync(path, Stop))
        {
            await archive.KeepAsync(
                Captures.Of(new Uri(url, "/robots.txt"), 0, "User-agent: *\nDisallow: /story", "text/plain"), Stop);
            await KeepFeedAsync(archive, url);
            await archive.KeepAsync(
                Captures.Of(new Uri(url, "/robots.txt"), 2, "User-agent: *\nDisallow: /other", "text/plain"), Stop);
            await archive.KeepAsync(Captures.Page(url, 2, "Two"), Stop);
        }

        InMemoryVersionStore store = await RepeatAsync(path);

        Assert.Equal(["Two"], await Titles(store));
    }

    [Fact]
    public async Task A_page_that_was_captured_before_a_feed_announced_it_is_read_all_the_same()
    {
        var url = new Uri("https://news.example/story");
        string path = _folder.File("crawl.warc");
        await using (WarcArchive archive = await WarcArchive.AppendAsync(path, Stop))
        {
            await archive.KeepAsync(Captures.Page(url, -1, "One"), Stop);
            await archive.KeepAsync(Captures.Page(new Uri(url, "/unknown"), -1, "Other"), Stop);
            await KeepFeedAsync(archive, url);
        }

        using ReplayFetcher replay = await ReplayFetcher.OpenAsync(
            PageArchives.OpenRead(path), cancellationToken: Stop);
        var store = new InMemoryVersionStore();
        await replay.RepeatAsync(new ArticleTracker(replay, replay, store, timeProvider: replay.Clock), Stop)
            .ToListAsync(Stop);

        Assert.Equal(["One"], await Titles(store));
        Assert.Equal(["/unknown"], replay.Unused.Select(capture => capture.Url.AbsolutePath));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{\"feeds\":null}")]
    [InlineData(
        "{\"feeds\":[{\"url\":\"file:///etc/passwd\"},{\"url\":\"https://news.example/feed\",\"filter\":\"+url:(\"}]}")]
    public async Task A_list_of_what_was_followed_may_be_damaged_or_made_up(string json)
    {
        var url = new Uri("https://news.example/story");
        string path = _folder.File("story.warc");
        await using (WarcArchive archive = await WarcArchive.AppendAsync(path, Stop))
        {
            await archive.KeepAsync(Captures.Of(new Uri("urn:newsdiff:followed"), 0, json, "application/json"), Stop);
            await KeepFeedAsync(archive, url);
            await archive.KeepAsync(Captures.Page(url, 1, "One"), Stop);
        }

        InMemoryVersionStore store = await RepeatAsync(path);

        Assert.DoesNotContain(
            "file",
            string.Join(' ', (await store.ReadSubscriptionsAsync(Stop).ToListAsync(Stop)).Select(feed => feed.Url)),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run.warc.gz")]
    [InlineData("pages")]
    public async Task A_version_leads_to_the_page_it_was_read_from(string name)
    {
        string path = _folder.File(name);
        (InMemoryVersionStore recorded, _, _) = await RecordAsync(path);
        IPageArchive archive = PageArchives.OpenRead(path);

        await foreach (ArticleVersion version in recorded.ReadVersionsAsync(new VersionQuery(), Stop))
        {
            Capture? page = await archive.FindPageAsync(version.PageHash!, Stop);
            Assert.Contains(
                version.Article.Title, System.Text.Encoding.UTF8.GetString(page!.Body.Span), StringComparison.Ordinal);
        }

        Assert.Null(await archive.FindPageAsync(PageHash.Compute("never seen"u8), Stop));
    }

    [Fact]
    public async Task Captures_of_one_address_come_one_after_the_other_and_then_no_more()
    {
        var url = new Uri("https://news.example/story");
        string path = _folder.File("story.warc.gz");
        await using (WarcArchive archive = await WarcArchive.AppendAsync(path, Stop))
        {
            foreach (int hour in (int[])[3, 1, 2])
            {
                await archive.KeepAsync(Captures.Page(url, hour, $"Hour {hour}"), Stop);
            }
        }

        using ReplayFetcher replay = await ReplayFetcher.OpenAsync(
            PageArchives.OpenRead(path), cancellationToken: Stop);
        List<FetchResult> results = [];
        for (int i = 0; i < 4; i++)
        {
            results.Add(await replay.FetchAsync(FetchRequest.For(url), Stop));
        }

        Assert.Equal(["Hour 1", "Hour 2", "Hour 3", null], results.Select(result => result.Article?.Title));
        Assert.Equal(Captures.Start.AddHours(2), results[1].CapturedAt);
        Assert.Equal(FetchStatus.Failed, results[3].Status);
        Assert.Contains("no further capture", results[3].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_and_sitemaps_are_found_but_not_the_parts_of_an_index()
    {
        var site = new Uri("https://news.example/");
        string path = _folder.File("site.warc");
        await using (WarcArchive archive = await WarcArchive.AppendAsync(path, Stop))
        {
            await KeepAsync(
                "/index.xml",
                1,
                "<sitemapindex><sitemap><loc>https://news.example/part.xml</loc></sitemap></sitemapindex>");
            await KeepAsync("/part.xml", 2, "<urlset><url><loc>https://news.example/story</loc></url></urlset>");
            await KeepAsync("/news.xml", 3, "<urlset><url><loc>https://news.example/story</loc></url></urlset>");
            await KeepAsync("/news.xml", 4, "<urlset><url><loc>https://news.example/other</loc></url></urlset>");
            await KeepAsync("/feed", 5, "<rss><channel><title>News</title></channel></rss>");
            await KeepAsync("/data.xml", 6, "<data/>");
            ValueTask KeepAsync(string place, int hour, string text) =>
                archive.KeepAsync(Captures.Of(new Uri(site, place), hour, text, "application/xml"), Stop);
        }

        using ReplayFetcher replay = await ReplayFetcher.OpenAsync(
            PageArchives.OpenRead(path), cancellationToken: Stop);

        Assert.Equal(
            ["/index.xml", "/news.xml", "/feed"],
            await replay.FindFeedsAsync(Stop).Select(feed => feed.AbsolutePath).ToListAsync(Stop));
    }

    [Fact]
    public async Task Archived_robots_files_are_obeyed_unless_the_crawler_went_by_other_rules()
    {
        var url = new Uri("https://news.example/story");
        string path = _folder.File("story.warc");
        await using (WarcArchive archive = await WarcArchive.AppendAsync(path, Stop))
        {
            await archive.KeepAsync(
                Captures.Of(new Uri(url, "/robots.txt"), 1, "User-agent: *\nDisallow: /", "text/plain"), Stop);
            await archive.KeepAsync(Captures.Page(url, 1, "Story"), Stop);
        }

        FetchStatus[] statuses = await Task.WhenAll(((bool[])[true, false]).Select(async respects =>
        {
            var options = new ReplayOptions { RespectRobots = respects };
            using ReplayFetcher replay = await ReplayFetcher.OpenAsync(PageArchives.OpenRead(path), options, Stop);
            return (await replay.FetchAsync(FetchRequest.For(url), Stop)).Status;
        }));

        Assert.Equal([FetchStatus.DisallowedByRobots, FetchStatus.Fetched], statuses);
    }

    private static async Task<(InMemoryVersionStore Store, Uri Feed, int Passes)> RecordAsync(string path)
    {
        if (Path.HasExtension(path))
        {
            await using WarcArchive warc = await WarcArchive.AppendAsync(path, Stop);
            return await RecordedRun.RecordAsync(warc);
        }

        await using var folder = new FolderArchive(path);
        return await RecordedRun.RecordAsync(folder);
    }

    private static async Task<InMemoryVersionStore> ReplayAsync(string path, Uri feed)
    {
        using ReplayFetcher replay = await ReplayFetcher.OpenAsync(
            PageArchives.OpenRead(path), cancellationToken: Stop);
        var store = new InMemoryVersionStore();
        var tracker = new ArticleTracker(replay, replay, store, timeProvider: replay.Clock);
        await store.AddSubscriptionAsync(new Subscription { Url = feed, AddedAt = replay.Clock.GetUtcNow() }, Stop);
        while (replay.MoveNext())
        {
            await tracker.CheckDueAsync(Stop).ToListAsync(Stop);
        }

        return store;
    }

    private static ValueTask KeepFeedAsync(WarcArchive archive, Uri story) => archive.KeepAsync(
        Captures.Of(
            new Uri(story, "/feed"),
            0,
            $"<rss version=\"2.0\"><channel><title>News</title><item><title>Story</title><link>{story}</link></item></channel></rss>",
            "application/rss+xml"),
        Stop);

    private static async Task<InMemoryVersionStore> RepeatAsync(string path)
    {
        using ReplayFetcher replay = await ReplayFetcher.OpenAsync(
            PageArchives.OpenRead(path), cancellationToken: Stop);
        var store = new InMemoryVersionStore();
        await replay.RepeatAsync(new ArticleTracker(replay, replay, store, timeProvider: replay.Clock), Stop)
            .ToListAsync(Stop);
        return store;
    }

    private static async Task<List<string>> Titles(InMemoryVersionStore store) =>
        [.. (await store.ReadVersionsAsync(new VersionQuery(), Stop).ToListAsync(Stop)).Select(
            version => version.Article.Title)];
}

using System.Text.Json;
using NewsDiff.Sqlite;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Tests;

public sealed class DiscoveryCommandTests : IDisposable
{
    private const string Feed =
        "<rss><channel><title>The Harbour</title><item><title>Ferry</title><link>https://harbour.example/ferry</link></item></channel></rss>";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_feed_is_shown_with_its_entries()
    {
        string file = _folder.Write("feed.xml", Feed);

        ToolResult text = await ToolRun.RunAsync("feeds", file);
        ToolResult json = await ToolRun.RunAsync("feeds", file, "--format", "json");

        Assert.Contains("The Harbour, 1 entry", text.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("https://harbour.example/ferry", text.Output, StringComparison.Ordinal);
        Assert.Equal("Ferry", json.Exits(0).JsonLines()[0].GetProperty("entries")[0].GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_page_is_asked_for_its_feeds()
    {
        string page =
            "<html><head><link rel=alternate type=application/rss+xml href=https://harbour.example/feed></head></html>";

        ToolResult result = await ToolRun.RunAsync("feeds", _folder.Write("page.html", page));

        Assert.Contains("  https://harbour.example/feed\n", result.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_is_searched_for_its_feed_and_the_feed_followed()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        followed.Site.MapText("/", NewsPages.Front()).MapText("/robots.txt", "Sitemap: /map.xml", "text/plain");

        ToolResult feeds = await ToolRun.RunAsync(["feeds", followed.Site.BaseUrl.AbsoluteUri, .. followed.Reach]);
        ToolResult added = await followed.RunAsync("add", followed.Site.BaseUrl.AbsoluteUri);

        Assert.Contains(
            $"common place:\n  {followed.Feed}\nThese sitemaps are named:\n",
            feeds.Exits(0).Output,
            StringComparison.Ordinal);
        Assert.Contains($"({followed.Feed})", added.Exits(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sitemap_is_shown_with_its_pages()
    {
        string file = _folder.Write(
            "sitemap.xml",
            "<urlset><url><loc>https://harbour.example/ferry</loc><lastmod>2026-05-03</lastmod></url></urlset>");

        ToolResult text = await ToolRun.RunAsync("feeds", file);

        Assert.Contains("2026-05-03", text.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("https://harbour.example/ferry", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_neither_is_reported_as_neither()
    {
        ToolResult result = await ToolRun.RunAsync("feeds", _folder.Write("notes.txt", "just words"));

        Assert.Contains("not a feed", result.Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_feeds_is_followed_once()
    {
        string list = _folder.Write(
            "feeds.opml",
            "<opml><body><outline text='The Harbour' xmlUrl='https://harbour.example/feed'/></body></opml>");
        string database = _folder.File("news.db");

        ToolResult first = await ToolRun.RunAsync("import", list, "--db", database);
        ToolResult second = await ToolRun.RunAsync("import", list, "--db", database, "--json");

        Assert.Contains("Following the feed “The Harbour”", first.Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal("feed-known", second.Exits(0).JsonLines()[0].GetProperty("event").GetString());
    }

    [Fact]
    public async Task A_list_of_feeds_that_breaks_off_is_followed_so_far_and_reported_as_damaged()
    {
        const string begin = "<opml><body><outline xmlUrl='https://harbour.example/feed'/>";
        string database = _folder.File("news.db");

        ToolResult broken = await ToolRun.RunAsync(
            "import", _folder.Write("broken.opml", begin + "<outline xmlUrl='https://mark"), "--db", database);
        ToolResult whole = await ToolRun.RunAsync(
            "import", _folder.Write("whole.opml", begin + "</body></opml>"), "--db", database);
        ToolResult none = await ToolRun.RunAsync(
            "import", _folder.Write("none.opml", "<opml><body><outline xmlU"), "--db", database);

        Assert.Contains("https://harbour.example/feed", broken.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("is damaged, so feeds may be missing: ", broken.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("damaged", whole.Exits(0).Error, StringComparison.Ordinal);
        Assert.Contains("lists no feeds: ", none.Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_added_again_keeps_what_is_not_given_again()
    {
        await using FollowedSite followed = await FollowedSite.StartAsync();
        await followed.RunAsync(
            "add", followed.Feed, "--source", "town", "--include", "title:library", "--exclude", "category:sport");

        (await followed.RunAsync("add", followed.Feed)).Exits(0);
        string list = _folder.Write("feeds.opml", $"<opml><body><outline xmlUrl='{followed.Feed}'/></body></opml>");
        (await followed.ReadAsync("import", list)).Exits(0);
        JsonElement kept = (await followed.ReadAsync("list", "--feeds", "--json")).JsonLines()[0];
        (await followed.RunAsync("add", followed.Feed, "--include", "url:/bridge")).Exits(0);
        JsonElement changed = (await followed.ReadAsync("list", "--feeds", "--json")).JsonLines()[0];

        Assert.Equal(
            ("Town News", "town"), (kept.GetProperty("title").GetString(), kept.GetProperty("source").GetString()));
        Assert.Equal("title:library", kept.GetProperty("include")[0].GetString());
        Assert.Equal("category:sport", kept.GetProperty("exclude")[0].GetString());
        Assert.Equal(
            ("town", "url:/bridge"),
            (changed.GetProperty("source").GetString(), changed.GetProperty("include")[0].GetString()));
    }

    [Fact]
    public async Task What_was_paused_is_resumed_when_it_is_added_again()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        string library = followed.Site.Url("library").AbsoluteUri;
        await using SqliteVersionStore store = await SqliteVersionStore.OpenAsync(
            followed.Database, cancellationToken: TestContext.Current.CancellationToken);
        await PauseAllAsync(store);

        ToolResult feed = await followed.RunAsync("add", followed.Feed);
        ToolResult article = await followed.RunAsync("add", library, "--json");
        ToolResult again = await followed.RunAsync("add", followed.Feed);

        Assert.StartsWith("Resumed the feed “Town News”", feed.Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal("article-resumed", article.Exits(0).JsonLines()[0].GetProperty("event").GetString());
        Assert.StartsWith("Already following", again.Exits(0).Output, StringComparison.Ordinal);
        Assert.Equal(
            [followed.Site.Url("bridge").AbsoluteUri],
            await store.ReadVisitsAsync(TestContext.Current.CancellationToken)
                .Where(visit => visit.State == VisitState.Paused)
                .Select(visit => visit.Url.AbsoluteUri)
                .ToListAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Feeds_are_listed_by_their_source()
    {
        string list = _folder.Write(
            "feeds.opml",
            """
            <opml xmlns:newsdiff="urn:newsdiff:opml"><body>
            <outline xmlUrl="https://harbour.example/feed"/>
            <outline xmlUrl="https://market.example/feed" newsdiff:source="market"/></body></opml>
            """);
        string database = _folder.File("news.db");
        await ToolRun.RunAsync("import", list, "--db", database);

        ToolResult named = await ToolRun.RunAsync("list", "--feeds", "--source", "market", "--db", database);
        ToolResult host = await ToolRun.RunAsync("list", "--feeds", "--source", "harbour.example", "--db", database);

        Assert.Equal("https://market.example/feed  market  not read yet\n", named.Exits(0).Output);
        Assert.Equal("https://harbour.example/feed  -  not read yet\n", host.Exits(0).Output);
    }

    [Fact]
    public async Task A_document_that_only_speaks_of_sitemaps_is_none()
    {
        ToolResult result = await ToolRun.RunAsync(
            "feeds", _folder.Write("notes.txt", "A sitemap begins with <urlset> and lists pages."));

        Assert.StartsWith("newsdiff feeds: ", result.Exits(2).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exported_feeds_are_imported_again_and_refused_ones_are_listed()
    {
        string list = _folder.Write(
            "feeds.opml",
            """
            <opml xmlns:newsdiff="urn:newsdiff:opml"><body>
            <outline text="The Harbour" xmlUrl="https://harbour.example/feed" newsdiff:source="harbour" newsdiff:filter="-category:sport"/>
            <outline text="Mail" xmlUrl="mailto:desk@harbour.example"/></body></opml>
            """);
        string first = _folder.File("first.db");
        string second = _folder.File("second.db");

        ToolResult import = await ToolRun.RunAsync("import", list, "--db", first);
        ToolResult export = await ToolRun.RunAsync("export", "--opml", "--db", first);
        await ToolRun.RunAsync("import", _folder.Write("again.opml", export.Exits(0).Output), "--db", second);

        Assert.Contains(
            "Refused mailto:desk@harbour.example: It is not an http", import.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("1 added, 0 followed already, 1 refused.", import.Error, StringComparison.Ordinal);
        Assert.Equal(export.Output, (await ToolRun.RunAsync("export", "--opml", "--db", second)).Exits(0).Output);
        Assert.Contains("newsdiff:filter=\"-category:sport\"", export.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_explained()
    {
        ToolResult result = await ToolRun.RunAsync("url", "--explain", "https://example.org/story?utm_source=rss");

        Assert.StartsWith(
            "https://example.org/story\n  The parameter 'utm_source=rss' is left out",
            result.Exits(0).Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_page_says_of_its_addresses_is_explained()
    {
        await using FollowedSite followed = await FollowedSite.StartFollowedAsync();
        string twin = followed.Site.Url("library?ref=front").AbsoluteUri;
        string head = "<link rel=canonical href=/library></head>";
        followed.Site.MapText(
            "/library", NewsPages.Article("Library").Replace("</head>", head, StringComparison.Ordinal));

        ToolResult text = await followed.RunAsync("url", "--explain", "--fetch", twin);
        ToolResult json = await followed.ReadAsync("url", followed.Site.Url("library").AbsoluteUri, "--json");

        Assert.Contains("another form of the same address", text.Exits(0).Output, StringComparison.Ordinal);
        Assert.Contains("/library: believed.", text.Output, StringComparison.Ordinal);
        Assert.Equal(16, json.Exits(0).JsonLines()[0].GetProperty("article").GetString()!.Length);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task PauseAllAsync(SqliteVersionStore store)
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        foreach (Visit visit in await store.ReadVisitsAsync(token).ToListAsync(token))
        {
            Assert.True(await store.SaveVisitAsync(visit with { State = VisitState.Paused, DueAt = null }, token));
        }
    }
}

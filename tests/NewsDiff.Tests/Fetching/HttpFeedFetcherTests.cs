using Microsoft.AspNetCore.Http;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Fetching;

public sealed class HttpFeedFetcherTests
{
    [Fact]
    public async Task A_feed_is_read_with_its_links_made_absolute()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapText("/feed", FetchingSite.Feed, "application/rss+xml").MapRedirect("/old", "/feed", 301);

        FeedResult result = await web.FetchFeedAsync("/old");

        Assert.Equal(FetchStatus.Fetched, result.Status);
        Assert.Equal("Harbour News", result.Feed!.Title);
        FeedEntry entry = Assert.Single(result.Feed.Entries);
        Assert.Equal(web.Site.Url("/ferry"), entry.Link);
        Assert.Equal("f-1", entry.Id);
        Assert.Equal(web.Site.Url("/feed"), result.MovedTo);
    }

    [Fact]
    public async Task A_page_in_place_of_a_feed_is_named_with_the_feeds_it_offers()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapText("/", """
            <!doctype html><html><head>
            <link rel="stylesheet" href="/style.css">
            <link rel="alternate" type="application/rss+xml" title="News" href="/feed?a=1&amp;b=2">
            <link href='atom.xml' type='application/atom+xml' rel='home	alternate'>
            <link rel="alternate" hreflang="de" href="/de">
            </head><body></body></html>
            """);

        FeedResult result = await web.FetchFeedAsync("/");

        Assert.Equal(FetchStatus.NotAFeed, result.Status);
        Assert.Null(result.Feed);
        Assert.Contains("HTML page", result.Reason, StringComparison.Ordinal);
        Assert.Contains(web.Site.Url("/feed?a=1&b=2").AbsoluteUri, result.Reason, StringComparison.Ordinal);
        Assert.Contains(web.Site.Url("/atom.xml").AbsoluteUri, result.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("/de", result.Reason, StringComparison.Ordinal);
        Assert.Equal([web.Site.Url("/feed?a=1&b=2"), web.Site.Url("/atom.xml")], result.Alternates);
    }

    [Fact]
    public async Task A_page_that_offers_no_feed_or_too_many_is_answered_too()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        IEnumerable<string> links = Enumerable.Range(0, 1000)
            .Select(i => $"<link rel=alternate type=application/rss+xml href=/feed/{i}>");
        web.Site.MapText(
            "/none", "<html><head></head><!-- <link rel=alternate type=application/rss+xml href=/old> --></html>")
            .MapText("/many", $"<html><head>{string.Concat(links)}</head></html>");

        FeedResult none = await web.FetchFeedAsync("/none");
        Assert.Equal(
            ("This is an HTML page, not a feed, and it names no feed.", 0), (none.Reason, none.Alternates.Length));
        Assert.Equal(20, (await web.FetchFeedAsync("/many")).Alternates.Length);
    }

    [Fact]
    public async Task The_charset_of_the_header_is_obeyed()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.Map("/feed", async context =>
        {
            context.Response.ContentType = "application/xml; charset=iso-8859-2";
            await context.Response.Body.WriteAsync(
                (byte[])[.. "<rss><channel><title>"u8, 0xA3, 0xF3, 0x64, 0xBC, .. "</title></channel></rss>"u8]);
        });

        FeedResult result = await web.FetchFeedAsync("/feed");

        Assert.Equal("Łódź", result.Feed!.Title);
    }

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("iso-8859-1")]
    [InlineData("none")]
    [InlineData("8bit, identity")]
    public async Task A_content_encoding_without_compression_is_ignored(string coding)
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.Map("/feed", async context =>
        {
            context.Response.Headers.ContentEncoding = coding;
            await context.Response.WriteAsync(FetchingSite.Feed);
        });

        Assert.Equal(FetchStatus.Fetched, (await web.FetchFeedAsync("/feed")).Status);
    }

    [Fact]
    public async Task A_compression_that_was_not_asked_for_is_a_failure_that_names_it()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.Map("/feed", async context =>
        {
            context.Response.Headers.ContentEncoding = "zstd";
            await context.Response.WriteAsync(FetchingSite.Feed);
        });

        Assert.Contains("zstd", (await web.FetchFeedAsync("/feed")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sitemap_is_decoded_as_its_header_says()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.Map("/sitemap.xml", async context =>
        {
            context.Response.ContentType = "application/xml; charset=iso-8859-2";
            await context.Response.Body.WriteAsync(
                (byte[])[.. "<urlset><url><loc>/"u8, 0xA3, .. "</loc></url></urlset>"u8]);
        });

        FeedResult result = await web.FetchFeedAsync("/sitemap.xml");

        // It is data: whoever reads it first leaves it for the next.
        Assert.Equal("/%C5%81", (await ReadAsync()).Url.AbsolutePath);
        Assert.Equal("/%C5%81", (await ReadAsync()).Url.AbsolutePath);

        ValueTask<SitemapEntry> ReadAsync()
        {
            CancellationToken stop = TestContext.Current.CancellationToken;
            return new SitemapReader(result.Sitemap!).ReadAsync(stop).SingleAsync(stop);
        }
    }

    [Fact]
    public async Task A_feed_that_is_gone_says_so()
    {
        await using FetchingSite web = await FetchingSite.StartAsync();
        web.Site.MapStatus("/feed", 410);

        Assert.Equal(FetchStatus.Gone, (await web.FetchFeedAsync("/feed")).Status);
    }
}

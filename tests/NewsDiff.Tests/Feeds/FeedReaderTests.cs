using System.Text;
using NewsDiff.Feeds;

namespace NewsDiff.Tests.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Address = new("https://example.org/news/feed.xml");

    [Fact]
    public void Rss_is_read_with_all_that_a_tracker_needs()
    {
        FeedReadResult reading = Read("""
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:atom="http://www.w3.org/2005/Atom">
            <channel>
              <title>Harbour News</title><atom:link rel="self" href="https://example.org/self"/><link>https://example.org/</link>
              <language>en-gb</language>
              <item>
                <title>Tide &amp;amp; time: &lt;b&gt;ferry&lt;/b&gt; returns</title>
                <link>
                  /ferry?id=1&amp;x=2
                </link>
                <guid isPermaLink="false">tag-7</guid>
                <pubDate>Sun, 03 May 2026 14:20:00 +0200</pubDate>
                <author>desk@example.org (Ada Byron)</author><dc:creator>Grace Hopper</dc:creator>
                <category>Sea</category><category>Islands</category><category>Sea</category>
                <description><![CDATA[<p>After eleven weeks.</p><p>In dock.</p>]]></description>
                <content:encoded>ignored, the summary came first</content:encoded>
              </item>
            </channel></rss>
            """);

        Feed feed = reading.Feed!;
        FeedEntry entry = Assert.Single(feed.Entries);
        Assert.Equal(FeedFormat.Rss, reading.Format);
        Assert.Null(reading.BrokenOff);
        Assert.Equal("Harbour News", feed.Title);
        Assert.Equal(new Uri("https://example.org/"), feed.Link);
        Assert.Equal("en-gb", feed.Language);
        Assert.Equal("Tide & time: ferry returns", entry.Title);
        Assert.Equal(new Uri("https://example.org/ferry?id=1&x=2"), entry.Link);
        Assert.Equal("tag-7", entry.Id);
        Assert.Equal("2026-05-03T14:20:00+02:00", entry.PublishedAt.ToString());
        Assert.Equal(["Ada Byron", "Grace Hopper"], entry.Authors);
        Assert.Equal(["Sea", "Islands"], entry.Categories);
        Assert.Equal("After eleven weeks. In dock.", entry.Summary);
    }

    [Fact]
    public void Rdf_has_its_items_beside_the_channel()
    {
        FeedReadResult reading = Read("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
                     xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://example.org/"><title>Harbour News</title><link>https://example.org/</link></channel>
            <item rdf:about="https://example.org/ferry"><title>Ferry</title><link>https://example.org/ferry</link>
            <dc:date>2026-05-03</dc:date></item>
            </rdf:RDF>
            """);

        FeedEntry entry = Assert.Single(reading.Feed!.Entries);
        Assert.Equal(FeedFormat.Rdf, reading.Format);
        Assert.Equal("https://example.org/ferry", entry.Id);
        Assert.Equal("2026-05-03", entry.PublishedAt.ToString());
    }

    [Fact]
    public void Atom_is_read_with_its_bases_and_kinds_of_text()
    {
        FeedReadResult reading = Read("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.org/a/" xml:lang="de">
              <title type="html">Hafen &amp;amp; &lt;i&gt;Meer&lt;/i&gt;</title><id>urn:feed</id>
              <link rel="self" href="feed.atom"/><link href="./"/>
              <entry xml:base="b/">
                <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Die <b>Fähre</b> fährt</div></title>
                <id>urn:1</id><link rel="enclosure" href="x.mp3"/><link rel="alternate" href="faehre"/>
                <published>2026-05-03T14:20:00.123Z</published><updated>2026-05-04T08:00-03:30</updated>
                <author><name>Ada Byron</name><email>ada@example.org</email></author><category term="sea" label="See"/>
                <summary>1 &lt; 2</summary>
              </entry>
              <entry><title>Ohne Link</title><id>https://example.org/ohne</id></entry>
            </feed>
            """);

        Feed feed = reading.Feed!;
        Assert.Equal(FeedFormat.Atom, reading.Format);
        Assert.Equal("Hafen & Meer", feed.Title);
        Assert.Equal("de", feed.Language);
        Assert.Equal("urn:feed", feed.Id);
        Assert.Equal(new Uri("https://example.org/a/"), feed.Link);
        FeedEntry entry = feed.Entries[0];
        Assert.Equal("Die Fähre fährt", entry.Title);
        Assert.Equal(new Uri("https://example.org/a/b/faehre"), entry.Link);
        Assert.Equal("2026-05-03T14:20:00+00:00", entry.PublishedAt.ToString());
        Assert.Equal("2026-05-04T08:00-03:30", entry.UpdatedAt.ToString());
        Assert.Equal(["Ada Byron"], entry.Authors);
        Assert.Equal(["See"], entry.Categories);
        Assert.Equal("1 < 2", entry.Summary);
        Assert.Equal(new Uri("https://example.org/ohne"), feed.Entries[1].Link);
    }

    [Fact]
    public void Atom_before_the_standard_is_read_too()
    {
        Feed feed = Read("""
            <feed version="0.3" xmlns="http://purl.org/atom/ns#"><title>Old</title>
            <entry><title mode="escaped">a &lt;em&gt;b&lt;/em&gt;</title><link rel="alternate" href="/x"/><issued>2004-05-03T10:00:00Z</issued>
            <modified>2004-05-04T10:00:00Z</modified></entry></feed>
            """).Feed!;

        FeedEntry entry = Assert.Single(feed.Entries);
        Assert.Equal("a b", entry.Title);
        Assert.Equal("2004-05-03T10:00:00+00:00", entry.PublishedAt.ToString());
        Assert.Equal("2004-05-04T10:00:00+00:00", entry.UpdatedAt.ToString());
    }

    [Fact]
    public void Json_feed_is_read()
    {
        FeedReadResult reading = Read("""
            { "version": "https://jsonfeed.org/version/1.1", "title": "Harbour News", "home_page_url": "https://example.org/",
              "feed_url": "https://example.org/feed.json", "language": "en",
              "items": [
                { "id": 7, "url": "/ferry", "title": "Ferry", "content_html": "<p>After &amp; before</p>",
                  "date_published": "2026-05-03T14:20:00+02:00", "authors": [ { "name": "Ada Byron" } ], "tags": [ "sea", 3 ] },
                { "id": "https://example.org/b", "author": { "name": "Grace Hopper" }, "summary": "Short" },
                "not an item" ] }
            """);

        Feed feed = reading.Feed!;
        Assert.Equal(FeedFormat.Json, reading.Format);
        Assert.Equal(2, feed.Entries.Length);
        Assert.Equal("7", feed.Entries[0].Id);
        Assert.Equal(new Uri("https://example.org/ferry"), feed.Entries[0].Link);
        Assert.Equal("After & before", feed.Entries[0].Summary);
        Assert.Equal(["sea"], feed.Entries[0].Categories);
        Assert.Equal(["Ada Byron"], feed.Entries[0].Authors);
        Assert.Equal(new Uri("https://example.org/b"), feed.Entries[1].Link);
        Assert.Equal(["Grace Hopper"], feed.Entries[1].Authors);
    }

    [Fact]
    public void A_link_through_a_redirector_keeps_the_pages_own_address_beside_it()
    {
        FeedEntry entry = Read("""
            <rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><item>
            <link>https://feeds.example.net/~r/x</link><feedburner:origLink>https://example.org/ferry</feedburner:origLink>
            </item></channel></rss>
            """).Feed!.Entries[0];

        Assert.Equal(new Uri("https://feeds.example.net/~r/x"), entry.Link);
        Assert.Equal(new Uri("https://example.org/ferry"), entry.OriginalLink);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("mailto:a@example.org")]
    public void Only_web_addresses_are_links(string link) =>
        Assert.Null(
            Read(
                $"<rss><channel><item><title>T</title><link>{link}</link></item></channel></rss>").Feed!.Entries[
                    0].Link);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("  \n ", "empty")]
    [InlineData("just words", "not a feed")]
    [InlineData("/on words", "not a feed")]
    [InlineData("<opml version='2.0'><body/></opml>", "'opml'")]
    [InlineData("{ \"title\": 1 }", "no list of items")]
    [InlineData("{ broken", "JSON")]
    [InlineData("<html><head></head></html>", "HTML page")]
    public void What_is_no_feed_is_reported_as_none(string content, string reason)
    {
        FeedReadResult reading = Read(content);

        Assert.Null(reading.Feed);
        Assert.Null(reading.Format);
        Assert.Contains(reason, reading.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<!-- {0} --><html><body><rss><channel><item><link>/a</link></item></channel></rss></body></html>")]
    [InlineData("<!DOCTYPE html><title>How to</title><pre><feed><entry><id>x</id></entry></feed></pre>")]
    [InlineData("<?xml version='1.0'?><!-- {0} --><html xmlns='http://www.w3.org/1999/xhtml'><head/><body/></html>")]
    [InlineData("<br/><b>Warning</b><html><body><opml/></body></html>")]
    public void A_feed_quoted_in_a_page_is_not_a_feed(string page)
    {
        FeedReadResult reading = Read(page.Replace("{0}", new string('x', 3000), StringComparison.Ordinal));

        Assert.True(reading.IsPage);
        Assert.Null(reading.Feed);
    }

    [Theory]
    [InlineData("<!-- <html><rss> --><rss><channel><item><link>/a</link></item></channel></rss>")]
    [InlineData(
        "<rss><channel><item><link>/a</link><description><html><body>x</body></html></description></item></channel></rss>")]
    [InlineData(
        "<br/>Warning <x:feed xmlns:x='http://www.w3.org/2005/Atom'><x:entry><x:link href='/a'/></x:entry></x:feed>")]
    public void What_mentions_a_page_may_be_a_feed(string feed) =>
        Assert.Equal("/a", Assert.Single(Read(feed).Feed!.Entries).Link?.AbsolutePath);

    [Theory]
    [InlineData("<guid isPermaLink='false'>https://example.org/?p=1</guid>", null)]
    [InlineData("<guid isPermaLink=' FALSE '>https://example.org/?p=1</guid>", null)]
    [InlineData("<guid isPermaLink='true'>https://example.org/?p=1</guid>", "https://example.org/?p=1")]
    [InlineData("<guid>https://example.org/?p=1</guid>", "https://example.org/?p=1")]
    [InlineData("<guid isPermaLink='false'>https://example.org/?p=1</guid><link>/a</link>", "https://example.org/a")]
    [InlineData("<link>www.example.net/a</link>", "http://www.example.net/a")]
    [InlineData("<link>www.story/a</link>", "https://example.org/news/www.story/a")]
    [InlineData("<link>story.html</link>", "https://example.org/news/story.html")]
    public void A_link_is_what_the_publisher_means_by_it(string item, string? link) =>
        Assert.Equal(link, FeedReader.Read(
            Encoding.UTF8.GetBytes($"<rss><channel><item>{item}</item></channel></rss>"),
            new Uri("https://example.org/news/feed")).Feed!.Entries[0].Link?.AbsoluteUri);

    [Theory]
    [InlineData("<link type='application/json' href='/a.json'/><link type='text/html' href='/a'/>", "/a")]
    [InlineData("<link type='application/pdf' href='/a.pdf'/><link href='/a'/>", "/a")]
    [InlineData("<link type='application/pdf' href='/a.pdf'/>", "/a.pdf")]
    [InlineData("<link type='application/xhtml+xml; charset=utf-8' href='/a'/><link href='/b'/>", "/a")]
    [InlineData("<link>/a</link>", "/a")]
    public void Of_several_forms_of_an_entry_the_page_is_its_link(string links, string path) =>
        Assert.Equal(
            path, Assert.Single(Read($"<feed><entry>{links}</entry></feed>").Feed!.Entries).Link?.AbsolutePath);

    private static FeedReadResult Read(string content) => FeedReader.Read(Encoding.UTF8.GetBytes(content), Address);
}

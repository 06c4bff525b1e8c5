using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using NewsDiff.Feeds;
using NewsDiff.Syndication;
using NewsDiff.Tests.Rendering;

namespace NewsDiff.Tests.Syndication;

/// <summary>
/// The way from and to <c>System.ServiceModel.Syndication</c>, for hosts that read or write feeds themselves.
/// </summary>
public sealed class SyndicationFeedTests
{
    private static readonly Uri Address = new("https://news.example/changes");

    private static readonly ChangeFeedOptions Options = new()
    {
        SelfUrl = Address,
        HomeUrl = new Uri("https://news.example/"),
    };

    [Theory]
    [InlineData(ChangeFeedFormat.Atom)]
    [InlineData(ChangeFeedFormat.Rss)]
    public async Task What_is_written_is_read_alike_by_the_platform_and_by_this_library(ChangeFeedFormat format)
    {
        byte[] written = await WriteAsync(Options with { Format = format }, Stories.HarbourChange());

        Feed own = FeedReader.Read(written, Address).Feed!;
        Feed platforms = Feed.From(Load(Encoding.UTF8.GetString(written)));

        Assert.Equal((own.Title, own.Link, own.SelfUrl), (platforms.Title, platforms.Link, platforms.SelfUrl));
        FeedEntry entry = Assert.Single(platforms.Entries);
        FeedEntry expected = Assert.Single(own.Entries);
        Assert.Equal(
            (expected.Id, expected.Link, expected.Title, expected.Summary),
            (entry.Id, entry.Link, entry.Title, entry.Summary));
        Assert.Equal(expected.PublishedAt?.ToDateTimeOffset(), entry.PublishedAt?.ToDateTimeOffset());
    }

    [Fact]
    public void A_host_writes_the_feed_with_its_own_writer_whatever_the_texts_hold()
    {
        Article before = Stories.Article("Ferry\u0001 late", "One \uD800 two") with { SiteName = "Post\u0000" };
        Article after = before with { Title = "Ferry\u0001 cancelled" };
        var change = new ArticleChange(Stories.Version(1, before), Stories.Version(2, after));

        SyndicationFeed feed = new ChangeFeedWriter(Options with { Title = "All\u001B" }).ToSyndicationFeed([change]);
        var text = new StringBuilder();
        using (XmlWriter xml = XmlWriter.Create(text))
        {
            feed.SaveAsAtom10(xml);
        }

        SyndicationItem item = Assert.Single(Load(text.ToString()).Items);
        Assert.Equal("Headline changed: Ferry cancelled", item.Title.Text);
        Assert.Equal("Post", Assert.Single(item.Authors).Name);
        Assert.Equal(change.After.SeenAt, item.LastUpdatedTime);
    }

    [Fact]
    public async Task Dates_are_written_to_the_millisecond()
    {
        var change = new ArticleChange(
            Stories.Version(1, Stories.HarbourBefore),
            Stories.Version(2, Stories.HarbourAfter, TimeSpan.FromMilliseconds(7)));

        string text = Encoding.UTF8.GetString(await WriteAsync(Options, change));

        Assert.Equal(3, text.Split(".007Z<").Length - 1);
    }

    [Fact]
    public void A_date_that_the_platform_cannot_read_is_left_out_and_its_entry_is_kept()
    {
        SyndicationFeed feed = Load(
            """
            <rss version="2.0"><channel><title>News</title><link>https://n.example/</link><description>d</description>
            <item><title>One</title><link>https://n.example/1</link><pubDate>on a Sunday</pubDate></item>
            <item><title>Two</title><link>https://n.example/2</link><pubDate>Sun, 03 May 2026 14:20:00 +0200</pubDate></item>
            </channel></rss>
            """);

        Feed read = Feed.From(feed);

        Assert.Equal(["One", "Two"], read.Entries.Select(entry => entry.Title));
        Assert.Null(read.Entries[0].PublishedAt);
        Assert.Equal("2026-05-03T14:20:00+02:00", read.Entries[1].PublishedAt.ToString());
        Assert.Equal("https://n.example/2", read.Entries[1].Link?.AbsoluteUri);
    }

    [Fact]
    public void Markup_bases_names_and_hubs_are_taken_over()
    {
        SyndicationFeed feed = Load(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://n.example/a/" xml:lang="de"><id>urn:f</id><title>News</title>
            <link rel="hub" href="https://hub.example/"/><updated>2026-05-03T14:20:05Z</updated>
            <entry><id>urn:1</id><title type="html">Fish &lt;i&gt;and&lt;/i&gt; chips</title><link href="story"/>
            <author><name>Ada</name></author><author><name>Ada</name></author><category term="sea" label="Sea"/>
            <updated>2026-05-03T14:20:05Z</updated><summary>Short.</summary></entry></feed>
            """);

        Feed read = Feed.From(feed);

        FeedEntry entry = Assert.Single(read.Entries);
        Assert.Equal("https://hub.example/", Assert.Single(read.Hubs).AbsoluteUri);
        Assert.Equal(("urn:f", "de"), (read.Id, read.Language));
        Assert.Equal(("Fish and chips", "Fish <i>and</i> chips"), (entry.Title, entry.TitleHtml));
        Assert.Equal("https://n.example/a/story", entry.Link?.AbsoluteUri);
        Assert.Equal(
            ("Ada", "Sea", "Short."), (Assert.Single(entry.Authors), Assert.Single(entry.Categories), entry.Summary));
    }

    private static SyndicationFeed Load(string text)
    {
        using XmlReader reader = XmlReader.Create(new StringReader(text));
        return SyndicationFeed.Load(reader);
    }

    private static async Task<byte[]> WriteAsync(ChangeFeedOptions options, params ArticleChange[] changes)
    {
        using var stream = new MemoryStream();
        await new ChangeFeedWriter(options)
            .WriteAsync(changes.ToAsyncEnumerable(), stream, TestContext.Current.CancellationToken);
        return stream.ToArray();
    }
}
